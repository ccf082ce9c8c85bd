//! What a form offers to choose from, so that nobody types an id: things and persons of an office's books by the entry
//! that describes them ([`Shelf`]), and what a form upon a case needs of it ([`CaseDesk`]).

mod case;
mod shelf;

pub use case::{CaseDesk, Named, OpenObjection};
pub use shelf::{Offer, Shelf};
