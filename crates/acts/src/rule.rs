//! What every kind of act must answer.

use jiff::civil::Date;

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Body;
use crate::law::Law;
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::views::DeskRow;

/// Where an act is decided: the office, the clock, the law, what is known.
pub(crate) struct Setting<'a> {
    pub office: &'a str,
    pub officer: &'a str,
    pub rank: &'a str,
    pub happened: Moment,
    pub written: Moment,
    pub province: &'a str,
    pub law: &'a dyn Law,
    pub known: &'a Known,
}

impl Setting<'_> {
    /// The desk as it stands.
    pub fn desk(&self) -> Result<DeskRow, Refusal> {
        Ok(self.row::<DeskRow>(DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(self.office)))
    }

    /// A row of this office.
    pub fn row<T: View>(&self, key: &str) -> Result<Option<T>, Refusal> {
        self.known.get(self.office, key).map_err(|e| Refusal::unknown(e.to_string()))
    }

    /// The open diary day, or the refusal that says the day is not open.
    pub fn open_day(&self) -> Result<Date, Refusal> {
        self.desk()?.open_day.ok_or_else(|| Refusal::order("order-diary-not-open", "PPR-22.48"))
    }
}

/// Which serial an act takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub register: String,
    pub part: String,
    pub period: String,
}

impl Slot {
    /// A register numbered by the year of writing.
    pub fn yearly(register: &str, part: &str, written: Moment) -> Self {
        Self { register: register.to_owned(), part: part.to_owned(), period: written.year().to_string() }
    }

    /// The daily diary of the open day; a day not open takes none (`check` refuses the act).
    pub fn diary(day: Option<Date>) -> Option<Self> {
        day.map(|d| Self { register: "2".to_owned(), part: "-".to_owned(), period: d.to_string() })
    }

    /// The key of its counter.
    pub fn series(&self) -> String {
        format!("{}/{}/{}", self.register, self.part, self.period)
    }
}

/// One who leaves the lock-up by an act that does more than that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exit {
    /// The act that lodged him.
    pub custody: String,
    /// Why: a code.
    pub release: &'static str,
}

/// The rule of one kind of act. All of it pure.
pub(crate) trait Rule {
    /// Version of the content's shape.
    fn version(&self) -> u32 {
        1
    }

    /// The legal basis when the officer cites none.
    fn basis(&self) -> &'static [&'static str];

    /// Rows and acts to know before deciding or projecting. Asked again after each answer, so a want may depend
    /// on what an earlier want brought. The desk and the counters are always known.
    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let _ = (office, known);
        Vec::new()
    }

    /// Whether the act may be performed here and now; may complete the body with what the books say.
    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal>;

    /// The serials it takes, in the order its entries are to be read.
    fn slots(&self, written: Moment, open_day: Option<Date>) -> Vec<Slot>;

    /// Takes over from the act as it was kept what the books filled in, so that the same act sent again is seen to
    /// be the same. `kept` is of the same kind.
    fn adopt(&mut self, kept: &Body) {
        let _ = kept;
    }

    /// The case it is upon, by the act that registered its report; `act` is the act's own id. The timeline shows it.
    fn case<'a>(&'a self, act: &'a str) -> Option<&'a str> {
        let _ = act;
        None
    }

    /// The same where the books tell it and not the act: the case of an article, of a certificate, of a stay in the
    /// lock-up. What is read for it must be wanted.
    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        self.case(upon.act).map(str::to_owned)
    }

    /// Who leaves the lock-up by it, as the books stand before it: those for whom a court's order ends the case or
    /// the police's keeping. Each has a line in the diary after the act's own entries.
    fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
        let _ = upon;
        Vec::new()
    }

    /// Whether it is part of its case: sealed with it, and expunged with it and never alone. What turns a clock of
    /// the case or changes its rows must be.
    fn bound(&self) -> bool {
        true
    }

    /// Persons and things of the case it is about, for the timeline: keys of rows, ids of acts; never words.
    fn refs(&self) -> Vec<String> {
        Vec::new()
    }

    /// The clocks it turns. Asked until it stays the same, like [`Rule::wants`].
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let _ = upon;
        Vec::new()
    }

    /// Hashes of the files it names.
    fn files(&self) -> Vec<String> {
        Vec::new()
    }

    /// Acts whose content this act removes.
    fn expunges(&self) -> &[String] {
        &[]
    }

    /// What it changes in the views. The counters are already advanced.
    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError>;
}
