//! Questions to the views: by office, by columns, in order, a page at a time by seek (never by offset).

use roznamcha_acts::rows::{TableDef, Value, View};

/// Which offices' rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offices {
    /// Every office.
    All,
    /// These.
    In(Vec<String>),
}

/// How a column is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Text begins with.
    Prefix,
    /// Text contains.
    Contains,
}

/// A condition on a column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The column.
    pub column: &'static str,
    /// How.
    pub op: Op,
    /// With what.
    pub value: Value,
}

/// Where the page before ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The order column's value there; `None` when ordered by key.
    pub value: Option<Value>,
    /// The office there.
    pub office: String,
    /// The key there.
    pub key: String,
}

/// A question to one table of views.
#[derive(Clone, Debug)]
pub struct Query {
    /// The table.
    pub table: &'static TableDef,
    /// Whose rows.
    pub offices: Offices,
    /// Conditions, all of which must hold.
    pub filters: Vec<Filter>,
    /// Column to order by before office and key; `None` orders by office and key. The column must not be null.
    pub order: Option<&'static str>,
    /// Largest first (of column, office and key together).
    pub descending: bool,
    /// Where the page before ended.
    pub after: Option<After>,
    /// At most so many rows.
    pub limit: u32,
}

impl Query {
    /// All rows of a type in one office, by key, at most 100.
    pub fn of<T: View>(office: &str) -> Self {
        Self {
            table: T::TABLE,
            offices: Offices::In(vec![office.to_owned()]),
            filters: Vec::new(),
            order: None,
            descending: false,
            after: None,
            limit: 100,
        }
    }

    /// The same in these offices.
    pub fn within(mut self, offices: Offices) -> Self {
        self.offices = offices;
        self
    }

    /// With a condition.
    pub fn filter(mut self, column: &'static str, op: Op, value: impl Into<Value>) -> Self {
        self.filters.push(Filter { column, op, value: value.into() });
        self
    }

    /// Where the column equals.
    pub fn eq(self, column: &'static str, value: impl Into<Value>) -> Self {
        self.filter(column, Op::Eq, value)
    }

    /// Ordered by a column.
    pub fn by(mut self, column: &'static str, descending: bool) -> Self {
        self.order = Some(column);
        self.descending = descending;
        self
    }

    /// From the last key backwards.
    pub fn newest_key_first(mut self) -> Self {
        self.descending = true;
        self
    }

    /// At most so many.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = limit;
        self
    }

    /// The page after.
    pub fn after(mut self, after: Option<After>) -> Self {
        self.after = after;
        self
    }
}
