//! The whole case file: its parts, its bookmarks, its pages.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, String as PdfString};
use roznamcha_acts::kinds::{AttachedFile, FileKind};
use roznamcha_acts::views::AttachmentRow;
use roznamcha_print::{CaseFileSheet, Picture, Press};
use roznamcha_sheets::forms::Beside;
use roznamcha_words::Lang;

use crate::picture;
use crate::samples::{Desk, at, dossier, sheet};

const SCALE: f64 = 0.6;

fn file(place: u32, media: &str, kind: FileKind, title: &str) -> AttachmentRow {
    AttachmentRow {
        office: "PS".to_owned(),
        act: "act-20".to_owned(),
        place,
        to: "act-1".to_owned(),
        case: None,
        added: at(12, "10:00"),
        officer: "OFF-1".to_owned(),
        rank: "si".to_owned(),
        file: AttachedFile {
            sha256: "ab12cd34".repeat(8),
            size: 81_920,
            media: media.to_owned(),
            kind,
            title: title.to_owned(),
            taken_at: Some(at(11, "20:00")),
            taken_by: Some("نمونہ خان".to_owned()),
            device: None,
        },
    }
}

/// A picture of a place that is nowhere: three bands.
fn bands() -> Vec<u8> {
    let mut drawn = tiny_skia::Pixmap::new(120, 90).unwrap();
    for (i, pixel) in drawn.data_mut().chunks_exact_mut(4).enumerate() {
        let grey = [210, 120, 60][i / (120 * 30)];
        pixel.copy_from_slice(&[grey, grey, grey, 255]);
    }
    drawn.encode_png().unwrap()
}

fn whole(lang: Lang, diaries: bool) -> CaseFileSheet {
    let (desk, dossier) = (Desk::new(), dossier());
    let pen = desk.pen(lang);
    let beside = Beside {
        zimnis: diaries
            .then(|| dossier.deeds.iter().filter(|d| d.step.kind == "case.zimni").cloned().collect()),
        steps: dossier.deeds.iter().map(|d| d.step.clone()).collect(),
        files: vec![
            (file(0, "image/png", FileKind::Photograph, "موقع کی تصویر"), Some(0)),
            (file(1, "application/pdf", FileKind::Document, "Report of the laboratory"), None),
        ],
    };
    let stamp = sheet(&pen, dossier.remand(&pen, 1).unwrap()).stamp;
    CaseFileSheet {
        language: pen.language(),
        office: sheet(&pen, dossier.custody(&pen, 1).unwrap()).office,
        number: "891/26".to_owned(),
        cover: dossier.cover(&pen),
        notice: dossier.cover_notice(&pen, diaries),
        parts: dossier.parts(&pen, &beside),
        pictures: vec![Picture::new("image/png", bands()).unwrap()],
        stamp,
    }
}

/// Titles of bookmarks, those below indented, in their order.
fn bookmarks(item: Option<Dict<'_>>, depth: usize, all: &mut Vec<String>) {
    let mut next = item;
    while let Some(item) = next {
        let title: PdfString<'_> = item.get("Title").unwrap();
        let bytes = title.as_bytes();
        let words = match bytes.strip_prefix(&[0xfe, 0xff]) {
            Some(wide) => {
                let units: Vec<u16> =
                    wide.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
                String::from_utf16(&units).unwrap()
            }
            None => String::from_utf8(bytes.to_vec()).unwrap(),
        };
        assert!(item.contains_key("Dest") || item.contains_key("A"), "{words} leads somewhere");
        all.push(format!("{}{words}", "  ".repeat(depth)));
        bookmarks(item.get("First"), depth + 1, all);
        next = item.get("Next");
    }
}

fn read(pdf: Vec<u8>) -> (Vec<String>, usize) {
    let pdf = Pdf::new(pdf).unwrap();
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap();
    let outlines: Dict<'_> = root.get("Outlines").unwrap();
    let mut all = Vec::new();
    bookmarks(outlines.get("First"), 0, &mut all);
    (all, pdf.pages().len())
}

#[test]
fn each_paper_has_its_bookmark_and_its_page() {
    let press = Press::new().unwrap();
    let sheet = whole(Lang::En, true);
    let (found, pages) = read(press.pdf(&sheet).unwrap());
    let mut expected = Vec::new();
    for part in &sheet.parts {
        expected.push(part.title.en.clone());
        expected.extend(part.papers.iter().map(|p| format!("  {}", p.title.en)));
    }
    let plain = |all: &[String]| all.iter().map(|t| roznamcha_words::bidi::plain(t)).collect::<Vec<_>>();
    assert_eq!(plain(&found), plain(&expected));
    assert!(found.iter().any(|t| t == "Case diaries") && found.iter().any(|t| t.contains("zimni")));
    let papers: usize = sheet.parts.iter().map(|p| p.papers.len()).sum();
    assert!(pages >= papers + 2, "cover, index, and a page at least for each of {papers} papers: {pages}");
    let (urdu, same) = read(press.pdf(&whole(Lang::Ur, true)).unwrap());
    assert!(urdu.iter().any(|t| t == "ضمنیات") && same >= papers + 2, "{urdu:?}");
}

#[test]
fn without_leave_the_case_diaries_are_not_in_it_and_the_cover_says_so() {
    let (with, without) = (whole(Lang::En, true), whole(Lang::En, false));
    let json = serde_json::to_string(&without).unwrap();
    assert!(!json.contains("CCTV کیمرہ نمبر 3") && without.notice.en.contains("not in this print"));
    assert!(serde_json::to_string(&with).unwrap().contains("CCTV کیمرہ نمبر 3"));
    assert_eq!(with.parts.len(), without.parts.len() + 1);
}

#[test]
fn what_is_no_picture_is_not_shown() {
    assert!(Picture::new("image/png", b"no picture".to_vec()).is_none());
    assert!(Picture::new("application/pdf", bands()).is_none());
    assert!(Picture::new("image/jpeg", bands()).is_none(), "its type is not what its name says");
}

#[test]
fn the_file_looks_as_it_did() {
    let press = Press::new().unwrap();
    let wrong: Vec<String> = [Lang::En, Lang::Ur]
        .into_iter()
        .filter_map(|lang| {
            let drawn = picture::of(&press, &whole(lang, true), SCALE);
            picture::differs(env!("CARGO_MANIFEST_DIR"), &format!("case-file-{}.png", lang.as_str()), &drawn)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
