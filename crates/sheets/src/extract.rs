//! The informant's copy of a non-cognizable report, or the notice of a refusal: read, counted as an act, printed.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, DocumentPrint, Party, Relation};
use roznamcha_print as print;
use roznamcha_records::{Caller, DoorError, Records};
use roznamcha_words::Lang;

use crate::paper::Paper;
use crate::{Copyist, Printed, law, source};

impl Copyist {
    /// The informant's copy of a non-cognizable report, or the notice of a refusal; any other entry is given to
    /// nobody and not found. The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses.
    pub async fn extract(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        office: &str,
        act: &str,
    ) -> Result<Printed, DoorError> {
        let (sheet, count) = self.extract_sheet(caller, lang, id, office, act).await?;
        self.pressed(format!("extract-{act}.pdf"), count, move |p| p.diary_extract(&sheet)).await
    }

    async fn extract_sheet(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        office: &str,
        act: &str,
    ) -> Result<(print::DiaryExtract, u32), DoorError> {
        let (view, body) = self.records.entry_of_act(caller, office, act).await?;
        let (informant, kind) = kind(&self.records, caller, body)?;
        let paper = Paper::of(self, caller, office, std::iter::once(&view.row)).await?;
        let document =
            DocumentPrint { form: "extract".to_owned(), of: act.to_owned(), copy: "complainant".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let relation = |r: &Relation| {
            let key = format!("relation-{}", source::relation_code(r.kind));
            format!("{} {}", self.words.say(lang, &key), r.name)
        };
        let sheet = print::DiaryExtract {
            language: if lang == Lang::Ur { print::Language::Ur } else { print::Language::En },
            office: paper.office(office),
            day: view.row.entry.period.parse().unwrap_or_else(|_| view.row.stated.day()),
            line: paper.line(&view),
            informant: source::plain_party(&informant, relation),
            kind,
            certified_by: paper.officer(caller.officer(), caller.rank()),
            stamp: self.stamp(act, grant.leaf.as_deref().unwrap_or_default(), grant.count),
        };
        Ok((sheet, grant.count))
    }
}

/// Whom it is given to and why; any other entry is given to nobody.
fn kind(records: &Records, caller: &Caller, body: Body) -> Result<(Party, print::ExtractKind), DoorError> {
    let book = records.statute();
    let day = records.now().day();
    let section = |code: &String| law::printed(book, code, caller.province(), day);
    match body {
        Body::ReportNoncognizable(report) => {
            let kind = print::ExtractKind::NonCognizable {
                sections: report.sections.iter().map(section).collect(),
                magistrate: report.magistrate.unwrap_or_default().into(),
                referred_at: None,
            };
            Ok((report.informant, kind))
        }
        Body::ReportRefuse(refusal) => {
            Ok((refusal.informant, print::ExtractKind::Refusal { reasons: refusal.reasons.into() }))
        }
        _ => Err(DoorError::NotFound),
    }
}
