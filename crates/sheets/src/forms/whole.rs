//! The whole case file: its papers in the order of a file, what the cover says. What is not shown to this officer is
//! not there; that case diaries were left out is said.

use roznamcha_acts::views::{AttachmentRow, StepRow};
use roznamcha_print::{Bilingual, CasePaper, CasePart, Field, Form};

use super::pen::{self, Pen};
use super::{Deed, Dossier, annex, court, report, standing, timeline};

/// What a file holds beside the papers of its dossier.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Case diaries; `None` where this officer may not see them.
    pub zimnis: Option<Vec<Deed>>,
    /// Everything that was done.
    pub steps: Vec<StepRow>,
    /// Files, each with the place of its picture where it is shown.
    pub files: Vec<(AttachmentRow, Option<usize>)>,
}

impl Dossier {
    /// What stands on the cover.
    pub fn cover(&self, pen: &Pen<'_>) -> Vec<Field> {
        let io = self.case.io().map(|io| pen.named(&io.officer, io.rank.as_deref()));
        let accused = self.accused.iter().filter_map(|a| self.person(a.index)).map(|p| pen.person(p));
        let mut fields = vec![
            pen.field("fir-date", 4, pen::when(self.case.registered)),
            pen.field("stage", 4, pen.code("stage", self.case.stage.as_str())),
            pen.field("since", 4, pen::when(self.case.since)),
            pen.field("sections", 12, pen.offences(self.case.charged())),
            pen.field("io", 8, io.unwrap_or_default()),
            pen.field("next-date", 4, self.case.next_date.map(pen::day).unwrap_or_default()),
        ];
        if let Some(fir) = &self.fir {
            fields.push(pen.field("complainant", 12, pen.person(&fir.informant)));
        }
        fields.push(pen.field("all-accused", 12, accused.collect::<Vec<_>>().join(pen.pick("; ", "؛ "))));
        fields
    }

    /// What the cover warns of.
    pub fn cover_notice(&self, pen: &Pen<'_>, diaries: bool) -> Bilingual {
        pen.both(if diaries { "cover-notice" } else { "cover-notice-no-diaries" })
    }

    /// Every paper in its part. A part without papers is left out.
    pub fn parts(&self, pen: &Pen<'_>, beside: &Beside) -> Vec<CasePart> {
        let of = |kinds: &[&str]| -> Vec<CasePaper> {
            let mine = self.deeds.iter().filter(|d| kinds.contains(&d.step.kind.as_str()));
            mine.filter_map(|deed| Some(paper(deed, self.form_of(pen, deed)?))).collect()
        };
        let single =
            |form: Form| CasePaper { title: form.title.clone(), date: String::new(), form, picture: None };
        let mut custody: Vec<CasePaper> = of(&["case.arrest"]);
        let held = self.accused.iter().filter(|a| !a.arrests.is_empty());
        custody.extend(held.filter_map(|a| {
            let form = self.custody(pen, a.index)?;
            let name = self.person(a.index).map(|p| pen.person(p)).unwrap_or_default();
            Some(CasePaper { title: titled(&form.title, &name), ..single(form) })
        }));
        let parts = [
            ("part-report", self.fir.iter().map(|fir| single(report::form(pen, self, fir))).collect()),
            ("part-standing", vec![single(standing::form(pen, self))]),
            ("part-zimnis", self.zimni_papers(pen, beside)),
            ("part-memos", of(&["case.memo"])),
            ("part-statements", of(&["case.statement"])),
            ("part-custody", custody),
            ("part-challan", of(&["challan.submit"])),
            (
                "part-court",
                court::form(pen, self).map(single).into_iter().chain(of(&["accused.convict"])).collect(),
            ),
            ("part-timeline", vec![single(timeline::timeline(pen, self, &beside.steps))]),
            ("part-annexures", self.annexures(pen, beside)),
        ];
        let parts = parts.into_iter().map(|(key, papers)| CasePart { title: pen.both(key), papers });
        parts.filter(|part| !part.papers.is_empty()).collect()
    }

    fn zimni_papers(&self, pen: &Pen<'_>, beside: &Beside) -> Vec<CasePaper> {
        let Some(zimnis) = &beside.zimnis else { return Vec::new() };
        if zimnis.is_empty() {
            return Vec::new();
        }
        let index = timeline::index(pen, self, zimnis);
        let index = CasePaper { title: index.title.clone(), date: String::new(), form: index, picture: None };
        let each = zimnis.iter().filter_map(|deed| {
            let form = self.form_of(pen, deed)?;
            let no = deed.step.zimni.map(|n| n.to_string()).unwrap_or_default();
            let title = titled(&form.title, &no);
            Some(CasePaper { title, date: pen::when(deed.step.happened), form, picture: None })
        });
        std::iter::once(index).chain(each).collect()
    }

    fn annexures(&self, pen: &Pen<'_>, beside: &Beside) -> Vec<CasePaper> {
        if beside.files.is_empty() {
            return Vec::new();
        }
        let rows: Vec<AttachmentRow> = beside.files.iter().map(|(row, _)| row.clone()).collect();
        let list = annex::list(pen, self, &rows);
        let list = CasePaper { title: list.title.clone(), date: String::new(), form: list, picture: None };
        let shown = beside.files.iter().filter(|(_, picture)| picture.is_some()).map(|(row, picture)| {
            let form = annex::one(pen, self, row);
            let title = titled(&form.title, &row.file.title);
            CasePaper { title, date: pen::when(row.added), form, picture: *picture }
        });
        std::iter::once(list).chain(shown).collect()
    }
}

fn paper(deed: &Deed, form: Form) -> CasePaper {
    let title = form.title.clone();
    CasePaper { title, date: pen::when(deed.step.happened), form, picture: None }
}

/// A title with what tells this paper from others of its kind.
fn titled(title: &Bilingual, which: &str) -> Bilingual {
    Bilingual::new(&format!("{}: {which}", title.en), &format!("{}: {which}", title.ur))
}
