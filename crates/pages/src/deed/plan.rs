//! A form as data: for each kind of act its fields in order, and for each field how it is filled in. The names are those
//! of the act's own content, so that what is sent is that content and nothing is written twice.

use roznamcha_records::{Action, Shelf};

/// The form of one kind of act.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deed {
    /// The kind.
    pub kind: &'static str,
    /// The leave it needs.
    pub action: Action,
    /// Whether it is upon a case: its form is at `/cases/{fir}/do/{kind}`.
    pub upon_case: bool,
    /// Its fields, in order.
    pub fields: &'static [Field],
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name in the act's content.
    pub name: &'static str,
    /// Message key of its label; empty for the usual one of that name.
    pub label: &'static str,
    /// How it is filled in.
    pub control: Control,
    /// It must be filled in.
    pub must: bool,
    /// Left empty it is left out of the content, where an empty text would be an answer.
    pub maybe: bool,
    /// Message key of a line of help.
    pub hint: &'static str,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Control {
    /// One line in the station's language.
    Line,
    /// Several lines in the station's language.
    Text,
    /// A whole number.
    Number,
    /// A sum in rupees, kept in paisa.
    Rupees,
    /// Date and hour.
    When,
    /// A date.
    Day,
    /// Yes or no.
    Yes,
    /// One of these codes; the message of each is the first word and the code.
    Choice(&'static str, &'static [&'static str]),
    /// An accused of the case.
    Accused,
    /// Accused of the case.
    ManyAccused,
    /// Any person of the case.
    Person,
    /// An officer of the station.
    Officer,
    /// An officer of the station with the rank held now.
    Investigator,
    /// A case diary of the case, by number.
    Zimni,
    /// A thing of the station's books, where it stands so; of any state with none named.
    Thing(Shelf, &'static [&'static str]),
    /// Several of them.
    Things(Shelf, &'static [&'static str]),
    /// Articles of the case, by the acts that brought them in.
    Brought,
    /// One of them.
    BroughtOne,
    /// Sections charged in the case.
    Charged,
    /// Sections of law.
    Sections,
    /// Sections of law, beginning with those charged in the case.
    SectionsOfCase,
    /// One to a line.
    Lines,
    /// A person; with `true` the name must be given.
    Party(bool),
    /// An order: authority, number, date. The name of the number in the content.
    Order(&'static str),
    /// A case by its number, where the act is not upon one.
    Case,
    /// Rows of fields.
    Rows(Rows),
    /// An answer to each objection that is open.
    Answers,
}

/// Rows of fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows {
    /// Fields of a row.
    pub fields: &'static [Field],
    /// Message key of what one row is.
    pub one: &'static str,
    /// Blank rows that are shown at first; with none, one for each accused of the case.
    pub first: Option<usize>,
}

impl Field {
    const fn new(name: &'static str, control: Control) -> Self {
        Self { name, label: "", control, must: false, maybe: false, hint: "" }
    }

    /// It must be filled in.
    pub(crate) const fn must(mut self) -> Self {
        self.must = true;
        self
    }

    /// Empty, it is left out, and is not missed.
    pub(crate) const fn maybe(mut self) -> Self {
        self.maybe = true;
        self.must = false;
        self
    }

    /// Its label.
    pub(crate) const fn called(mut self, key: &'static str) -> Self {
        self.label = key;
        self
    }

    /// A line of help.
    pub(crate) const fn hint(mut self, key: &'static str) -> Self {
        self.hint = key;
        self
    }
}

macro_rules! fields {
    ($($name:ident => $control:ident;)+) => {$(
        pub(crate) const fn $name(name: &'static str) -> Field {
            Field::new(name, Control::$control)
        }
    )+};
}

fields! {
    line => Line;
    text => Text;
    number => Number;
    rupees => Rupees;
    when => When;
    day => Day;
    yes => Yes;
    accused => Accused;
    many_accused => ManyAccused;
    person => Person;
    officer => Officer;
    investigator => Investigator;
    zimni => Zimni;
    brought => Brought;
    brought_one => BroughtOne;
    charged => Charged;
    sections => Sections;
    sections_of_case => SectionsOfCase;
    lines => Lines;
    case => Case;
    answers => Answers;
}

/// One of these codes.
pub(crate) const fn choice(
    name: &'static str,
    before: &'static str,
    codes: &'static [&'static str],
) -> Field {
    Field::new(name, Control::Choice(before, codes))
}

/// A thing of the books.
pub(crate) const fn thing(name: &'static str, shelf: Shelf, states: &'static [&'static str]) -> Field {
    Field::new(name, Control::Thing(shelf, states))
}

/// Things of the books.
pub(crate) const fn things(name: &'static str, shelf: Shelf, states: &'static [&'static str]) -> Field {
    Field::new(name, Control::Things(shelf, states))
}

/// A person whose name must be given.
pub(crate) const fn named(name: &'static str) -> Field {
    Field::new(name, Control::Party(true)).must()
}

/// A person whose name may be unknown.
pub(crate) const fn party(name: &'static str) -> Field {
    Field::new(name, Control::Party(false))
}

/// An order of a court or an authority in a case.
pub(crate) const fn order() -> Field {
    Field::new("order", Control::Order("number")).must()
}

/// An order of command.
pub(crate) const fn command() -> Field {
    Field::new("order", Control::Order("no")).must()
}

/// Rows, the first `first` of them blank.
pub(crate) const fn rows(
    name: &'static str,
    one: &'static str,
    first: usize,
    fields: &'static [Field],
) -> Field {
    Field::new(name, Control::Rows(Rows { fields, one, first: Some(first) }))
}

/// A row for each accused of the case.
pub(crate) const fn each_accused(name: &'static str, fields: &'static [Field]) -> Field {
    Field::new(name, Control::Rows(Rows { fields, one: "party-accused", first: None }))
}

impl Deed {
    /// An act upon a case.
    pub(crate) const fn upon(kind: &'static str, action: Action, fields: &'static [Field]) -> Self {
        Self { kind, action, upon_case: true, fields }
    }

    /// An act of the station.
    pub(crate) const fn of_station(kind: &'static str, action: Action, fields: &'static [Field]) -> Self {
        Self { kind, action, upon_case: false, fields }
    }
}
