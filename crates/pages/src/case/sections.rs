//! `GET /cases/{fir}/sections`: the sections with their history, who investigated, and other versions of the occurrence.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::head::Head;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// A section.
struct Section {
    text: String,
    /// In the report, or added later.
    added: bool,
    at: String,
    machine: String,
    zimni: Zimni,
    struck: Option<Struck>,
}

/// How a section was struck.
struct Struck {
    at: String,
    machine: String,
    zimni: Zimni,
}

/// A case diary: its number, and its page where it may be read.
#[derive(Default)]
struct Zimni {
    no: String,
    href: String,
}

/// An officer's time with the case.
struct Span {
    officer: String,
    from: String,
    until: String,
}

/// A version beside the report.
struct Version {
    at: String,
    cross: bool,
    sections: Vec<String>,
}

#[derive(Template)]
#[template(path = "case/sections.html")]
struct Sections {
    shell: Shell,
    head: Head,
    sections: Vec<Section>,
    spans: Vec<Span>,
    versions: Vec<Version>,
}

/// `GET /cases/{fir}/sections`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
) -> Result<Response, Problem> {
    let head = Head::open(&pages, &ctx, &fir, "sections").await?;
    let case = &head.file.case;
    let zimni = |no: u64| Zimni {
        no: show::count(&head.voice, no),
        href: if head.file.diaries { head.href(&format!("zimni/{no}")) } else { String::new() },
    };
    let section = |s: &roznamcha_acts::views::CaseSection| Section {
        text: head.sight.section(&s.code),
        added: s.zimni.is_some(),
        at: head.when(&s.at),
        machine: head.machine(&s.at),
        zimni: s.zimni.map(zimni).unwrap_or_default(),
        struck: s.struck.as_ref().map(|struck| Struck {
            at: head.when(&struck.at),
            machine: head.machine(&struck.at),
            zimni: zimni(struck.zimni),
        }),
    };
    let span = |io: &roznamcha_acts::views::IoSpan| Span {
        officer: head.sight.officer(&io.officer),
        from: head.when(&io.from),
        until: io.until.as_ref().map(|at| head.when(at)).unwrap_or_default(),
    };
    let version = |v: &roznamcha_acts::views::VersionRef| Version {
        at: head.when(&v.at),
        cross: v.cross,
        sections: v.sections.iter().map(|code| head.sight.section(code)).collect(),
    };
    let template = Sections {
        shell: head.shell(&pages, &ctx),
        sections: case.sections.iter().map(section).collect(),
        spans: case.ios.iter().map(span).collect(),
        versions: case.versions.iter().map(version).collect(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}
