//! What follows upon a First Information Report at the station: the officer in charge signs it, its copies leave,
//! its persons are protected or no longer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, CopyTo, EntryRow, FirRow, SealRow, SentCopy, Signed, entry_key};

fn want_fir(office: &str, fir: &str) -> Vec<Want> {
    vec![Want::Row(FirRow::at(office, fir))]
}

/// The FIR, not expunged.
fn living(setting: &Setting<'_>, fir: &str) -> Result<FirRow, Refusal> {
    let row = setting.row::<FirRow>(fir)?.ok_or_else(|| Refusal::unknown(fir))?;
    if row.gone.is_some() || row.fir.is_none() {
        return Err(Refusal::order("order-expunged", "PPR-22.46"));
    }
    Ok(row)
}

/// The officer in charge signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirSign {
    /// The act that registered it.
    pub fir: String,
}

impl Rule for FirSign {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-154", "PPR-24.5"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        want_fir(office, &self.fir)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        match living(setting, &self.fir)?.signed {
            Some(_) => Err(Refusal::order("order-already-signed", "CrPC-154")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<FirRow>(&rec.header.office, &self.fir)? else { return Ok(()) };
        if row.fir.is_none() {
            return Ok(());
        }
        row.signed = Some(Signed {
            officer: rec.header.officer.clone(),
            rank: rec.header.rank.clone(),
            at: rec.written()?,
            act: rec.header.act.clone(),
        });
        book.put(&row)
    }
}

/// A copy leaves the station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirDespatch {
    /// The act that registered it.
    pub fir: String,
    /// To whom.
    pub to: CopyTo,
    /// By whose hand: belt number and name, or `in person`.
    pub carrier: String,
}

impl Rule for FirDespatch {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-157", "PPR-24.5"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    /// The complainant's copy meets one clock, the last of the other two another.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let sent = upon.row::<FirRow>(&self.fir).map(|row| row.copies).unwrap_or_default();
        let gone = |to: CopyTo| self.to == to || sent.iter().any(|copy| copy.to == to);
        match self.to {
            CopyTo::Complainant => vec![Turn::meet(&self.fir, "D2")],
            _ if gone(CopyTo::Dpo) && gone(CopyTo::Magistrate) => vec![Turn::meet(&self.fir, "D3")],
            _ => Vec::new(),
        }
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = want_fir(office, &self.fir);
        if let Ok(Some(row)) = known.get::<FirRow>(office, &self.fir) {
            let letters = row.entries.iter().filter(|e| e.register == "5");
            wants.extend(letters.map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "carrier", &self.carrier);
        faults.done()?;
        let row = living(setting, &self.fir)?;
        if row.copies.iter().any(|c| c.to == self.to) {
            return Err(Refusal::order("order-copy-already-sent", "PPR-24.5"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<FirRow>(office, &self.fir)? else { return Ok(()) };
        if row.fir.is_none() {
            return Ok(());
        }
        let at = rec.happened()?;
        let (to, carrier, act) = (self.to, self.carrier.clone(), rec.header.act.clone());
        row.copies.push(SentCopy { to, at, carrier, act });
        book.put(&row)?;
        // The letter's line in register V shows when and by whom it left.
        for entry in row.entries.iter().filter(|e| e.register == "5") {
            let Some(mut letter) = book.get::<EntryRow>(office, &entry_key(entry))? else { continue };
            if letter.cells.iter().any(|c| c.key == "to" && c.value == self.to.as_str()) {
                letter.cells.push(Cell::plain("despatched", CellKind::Time, at));
                letter.cells.push(Cell::plain("carrier", CellKind::Text, &self.carrier));
                book.put(&letter)?;
            }
        }
        Ok(())
    }
}

/// The persons in a case are protected from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirSeal {
    /// The act that registered it.
    pub fir: String,
    /// Why: a code such as `protected-offence`, `child-victim`, `court-order`, `informer`. Never a name: seals are
    /// not expunged.
    pub reason: String,
}

/// The protection ends, by order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirUnseal {
    /// The act that registered it.
    pub fir: String,
    /// The order that says so.
    pub order_no: String,
}

impl Rule for FirSeal {
    fn basis(&self) -> &'static [&'static str] {
        &["PPC-376-A"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        case::want_all(office, &self.fir, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "reason", &self.reason);
        faults.done()?;
        match living(setting, &self.fir)?.sealed {
            Some(_) => Err(Refusal::order("order-already-sealed", "PPC-376-A")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (reason, act, at) = (self.reason.clone(), rec.header.act.clone(), rec.written()?);
        case::seal(rec, book, &self.fir, Some(SealRow { reason, act, at }))
    }
}

impl Rule for FirUnseal {
    fn basis(&self) -> &'static [&'static str] {
        &["PPC-376-A"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        case::want_all(office, &self.fir, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "order_no", &self.order_no);
        faults.done()?;
        match living(setting, &self.fir)?.sealed {
            None => Err(Refusal::order("order-not-sealed", "PPC-376-A")),
            Some(_) => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        case::seal(rec, book, &self.fir, None)
    }
}
