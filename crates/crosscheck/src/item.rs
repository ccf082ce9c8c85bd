//! One row of the views, whichever it is. The order of the list is the order in which they are passed in: entries last,
//! so that a check knows the cases and things of an office before it reads its books.

use roznamcha_acts::rows::{TableDef, View, ViewError};
use roznamcha_acts::views::{
    AccusedRow, CaseRow, ChargeRow, ClockRow, CorrectionRow, CounterRow, CustodyRow, DeskRow, EnrolRow,
    EntryRow, FinalReportRow, FirRow, IncidentRow, InquiryRow, PrintRow, PropertyRow, RoadRow, SearchRow,
    WatchRow,
};

macro_rules! items {
    ($($name:ident = $row:ident),+ $(,)?) => {
        /// A row.
        #[derive(Debug)]
        pub enum Item {
            $(#[doc = concat!("A `", stringify!($row), "`.")] $name(Box<$row>),)+
        }

        /// The tables, in the order in which their rows are passed in.
        pub const TABLES: &[&TableDef] = &[$($row::TABLE),+];

        impl Item {
            /// Reads a row's body; `None` where no check reads that table.
            ///
            /// # Errors
            /// [`ViewError`] where the body does not read.
            pub fn read(table: &str, body: &str) -> Result<Option<Self>, ViewError> {
                $(if table == $row::TABLE.name {
                    return <$row as View>::read(body).map(|row| Some(Self::$name(Box::new(row))));
                })+
                Ok(None)
            }

            /// The table of the row.
            pub fn table(&self) -> &'static str {
                match self { $(Self::$name(_) => $row::TABLE.name,)+ }
            }
        }
    };
}

items! {
    Case = CaseRow,
    Fir = FirRow,
    Accused = AccusedRow,
    Custody = CustodyRow,
    Enrol = EnrolRow,
    Search = SearchRow,
    FinalReport = FinalReportRow,
    Property = PropertyRow,
    Road = RoadRow,
    Correction = CorrectionRow,
    Charge = ChargeRow,
    Watch = WatchRow,
    Clock = ClockRow,
    Inquiry = InquiryRow,
    Print = PrintRow,
    Desk = DeskRow,
    Incident = IncidentRow,
    Counter = CounterRow,
    Entry = EntryRow,
}
