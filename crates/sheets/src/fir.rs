//! The FIR in its four copies and the complainant's copy: read, counted as an act, printed.

use roznamcha_acts::kinds::{DocumentPrint, FirRegister};
use roznamcha_acts::views::FirRow;
use roznamcha_acts::{ActId, FieldFault, Refusal};
use roznamcha_print::{FirCopy, Stamp};
use roznamcha_records::{Caller, DoorError};
use roznamcha_words::Lang;

use crate::source::Source;
use crate::{Copyist, Printed, people};

impl Copyist {
    /// A report: `form` is `fir` or `complainant_copy`, `copy` one of the four. The same id again is the same print.
    ///
    /// # Errors
    /// A fault in `form` or `copy`; whatever the door refuses.
    pub async fn fir(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        act: &str,
        (form, copy): (&str, &str),
    ) -> Result<Printed, DoorError> {
        if !matches!(form, "fir" | "complainant_copy") {
            return Err(choice("form"));
        }
        let which = copy_of(copy).ok_or_else(|| choice("copy"))?;
        let view = self.records.fir(caller, act).await?;
        let row = &view.row;
        let fir = row.fir.as_ref().ok_or(DoorError::NotFound)?;
        let staff = people::rows(&self.records, &row.office, officers_of(row)).await?;
        let document = DocumentPrint { form: form.to_owned(), of: act.to_owned(), copy: copy.to_owned() };
        let grant = self.records.count_print(caller, id, &row.office, document).await?;
        let stamp = self.stamp(act, &row.leaf, grant.count);
        let offices = self.records.offices();
        let source = Source {
            words: &self.words,
            book: self.records.statute(),
            offices: &offices,
            staff: &staff,
            office: &row.office,
            fir,
            row: Some(row),
            writer: (&row.writer, &row.writer_rank),
        };
        let name = format!("FIR-{}-{}", row.no, row.year);
        if form == "fir" {
            let sheet = source.fir(which, stamp);
            self.pressed(format!("{name}-{copy}.pdf"), grant.count, move |p| p.fir(&sheet)).await
        } else {
            let sheet = source.complainant(lang, &self.public_url, stamp);
            let name = format!("{name}-receipt.pdf");
            self.pressed(name, grant.count, move |p| p.complainant_copy(&sheet)).await
        }
    }

    /// A report still being typed, marked as provisional. It has no number and is not counted.
    ///
    /// # Errors
    /// Whatever the door refuses.
    pub async fn provisional(&self, caller: &Caller, fir: &FirRegister) -> Result<Printed, DoorError> {
        let codes = vec![caller.officer().to_owned()];
        let staff = people::rows(&self.records, caller.office(), codes).await?;
        let stamp = Stamp {
            act_hash: "-".to_owned(),
            verify_url: self.public_url.clone(),
            print_no: 0,
            printed_at: self.records.now().local().datetime(),
            provisional: true,
        };
        let offices = self.records.offices();
        let source = Source {
            words: &self.words,
            book: self.records.statute(),
            offices: &offices,
            staff: &staff,
            office: caller.office(),
            fir,
            row: None,
            writer: (caller.officer(), caller.rank()),
        };
        let sheet = source.fir(FirCopy::Station, stamp);
        self.pressed("FIR-provisional.pdf".to_owned(), 0, move |p| p.fir(&sheet)).await
    }
}

fn choice(field: &str) -> DoorError {
    let fault = FieldFault { field: field.to_owned(), code: "fault-choice".to_owned() };
    DoorError::Refused(Refusal::Fields { faults: vec![fault] })
}

fn copy_of(code: &str) -> Option<FirCopy> {
    match code {
        "station" => Some(FirCopy::Station),
        "dpo" => Some(FirCopy::Dpo),
        "magistrate" => Some(FirCopy::Magistrate),
        "complainant" => Some(FirCopy::Complainant),
        _ => None,
    }
}

/// Every officer whom a report names.
pub fn officers_of(row: &FirRow) -> Vec<String> {
    let io = row.io.clone();
    let signed = row.signed.as_ref().map(|s| s.officer.clone());
    let strikes = row.strikes.iter().flat_map(|s| [Some(s.by.clone()), s.attested_by.clone()]);
    strikes.chain([io, signed, Some(row.writer.clone())]).flatten().collect()
}
