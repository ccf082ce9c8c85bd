//! One reported crime as a forecast sees it: when, where, what, and how it became known. There is no field for a
//! person, a household or a suspect, and no way to put one in.

/// How a crime became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// A victim, a witness or a passer-by reported it, or nothing else is said.
    Reported,
    /// An alarm.
    Alarm,
    /// An officer went out and found it: it tells where officers were. Never trained on.
    OfficerInitiated,
}

/// A class of crimes, as a number that [`Facts::class_name`] tells the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class(pub(crate) u16);

/// One crime.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact {
    /// From when, in minutes from 1970-01-01 00:00 of the local clock.
    pub from: i32,
    /// Until when, in the same minutes; the same as `from` when the time is known.
    pub to: i32,
    /// When it was known at the latest, in the same minutes: the end, or the report where that is told.
    pub known: i32,
    /// Metres to the east.
    pub x: f64,
    /// Metres to the north.
    pub y: f64,
    /// By how many metres the place may be wrong; zero where nothing is said.
    pub uncertainty: f32,
    /// What.
    pub class: Class,
    /// How it became known.
    pub source: Source,
}

/// Crimes, column by column, in no order, with the names of their classes.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub(crate) times: Vec<[i32; 3]>,
    pub(crate) places: Vec<[f64; 2]>,
    uncertainties: Vec<f32>,
    classes: Vec<Class>,
    sources: Vec<Source>,
    names: Vec<String>,
}

impl Facts {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// Every crime.
    pub fn iter(&self) -> impl Iterator<Item = Fact> + Clone + '_ {
        let rest = self.uncertainties.iter().zip(&self.classes).zip(&self.sources);
        self.times.iter().zip(&self.places).zip(rest).map(
            |((time, place), ((uncertainty, class), source))| {
                let ([from, to, known], [x, y]) = (*time, *place);
                Fact { from, to, known, x, y, uncertainty: *uncertainty, class: *class, source: *source }
            },
        )
    }

    /// Adds one.
    pub fn push(&mut self, fact: Fact) {
        self.times.push([fact.from, fact.to, fact.known]);
        self.places.push([fact.x, fact.y]);
        self.uncertainties.push(fact.uncertainty);
        self.classes.push(fact.class);
        self.sources.push(fact.source);
    }

    /// The class of a name, made when there is none; `None` when there are 65,535 already.
    pub fn class_of(&mut self, name: &str) -> Option<Class> {
        if let Some(class) = self.class(name) {
            return Some(class);
        }
        let class = u16::try_from(self.names.len()).ok().filter(|number| *number < u16::MAX)?;
        self.names.push(name.trim().to_owned());
        Some(Class(class))
    }

    /// The class of a name, whatever the case.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<Class> {
        let same = |known: &String| known.eq_ignore_ascii_case(name.trim());
        self.names.iter().position(same).and_then(|at| u16::try_from(at).ok()).map(Class)
    }

    /// The name of a class.
    #[must_use]
    pub fn class_name(&self, class: Class) -> &str {
        self.names.get(usize::from(class.0)).map_or("", String::as_str)
    }

    /// Every class.
    pub fn classes(&self) -> impl Iterator<Item = Class> + use<> {
        (0..u16::try_from(self.names.len()).unwrap_or(u16::MAX)).map(Class)
    }

    /// Those of which `keep` says yes; the classes keep their numbers.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Fact) -> bool) -> Self {
        let mut out = Self { names: self.names.clone(), ..Self::default() };
        for fact in self.iter().filter(|fact| keep(fact)) {
            out.push(fact);
        }
        out
    }

    /// The same with every place moved.
    #[must_use]
    pub fn moved(mut self, to: impl Fn([f64; 2]) -> [f64; 2]) -> Self {
        for place in &mut self.places {
            *place = to(*place);
        }
        self
    }
}
