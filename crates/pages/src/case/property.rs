//! `GET /cases/{fir}/property`: the articles of register XIX with their unbroken chain, road certificates and dockets.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::DocketKind;
use roznamcha_acts::views::{ChainLink, DocketRow, PropertyRow, RoadRow, Seals, Whereabouts};
use roznamcha_journal::EntryRef;
use roznamcha_words::dates;

use super::head::{Head, InBook};
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// A link of the chain.
struct Moved {
    at: String,
    machine: String,
    place: String,
    seals: String,
    broken: bool,
    officer: String,
}

/// An article.
struct Article {
    serial: String,
    href: String,
    item: String,
    quantity: String,
    place: String,
    chip: &'static str,
    rack: String,
    seals: String,
    seal_broken: bool,
    was_missing: bool,
    narcotic: bool,
    order: String,
    chain: Vec<Moved>,
}

/// A road certificate.
struct Road {
    book: Vec<InBook>,
    to: String,
    carrier: String,
    left: String,
    received: String,
    returned: String,
    items: String,
}

/// A docket.
struct Docket {
    book: Vec<InBook>,
    what: String,
    sent: String,
    reported: String,
}

#[derive(Template)]
#[template(path = "case/property.html")]
struct Property {
    shell: Shell,
    head: Head,
    articles: Vec<Article>,
    roads: Vec<Road>,
    dockets: Vec<Docket>,
}

/// `GET /cases/{fir}/property`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
) -> Result<Response, Problem> {
    let head = Head::open(&pages, &ctx, &fir, "property").await?;
    let template = Property {
        shell: head.shell(&pages, &ctx),
        articles: head.file.articles.iter().map(|row| article(&head, row)).collect(),
        roads: head.file.roads.iter().map(|row| road(&head, row)).collect(),
        dockets: head.file.dockets.iter().map(|row| docket(&head, row)).collect(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

fn place_key(place: Whereabouts) -> String {
    format!("code-movements-{}", place.as_str())
}

fn seals(head: &Head, seals: Option<Seals>) -> String {
    seals.map(|s| head.t(&format!("code-seals-found-{}", s.as_str()))).unwrap_or_default()
}

fn serials(head: &Head, items: &[EntryRef]) -> String {
    let serial = |e: &EntryRef| show::count(&head.voice, e.serial);
    items.iter().map(serial).collect::<Vec<_>>().join(head.voice.pick(", ", "، "))
}

fn article(head: &Head, row: &PropertyRow) -> Article {
    let moved = |link: &ChainLink| Moved {
        at: head.when(&link.at),
        machine: head.machine(&link.at),
        place: head.t(&place_key(link.place)),
        seals: seals(head, link.seals),
        broken: link.seals == Some(Seals::Broken),
        officer: head.sight.short(&link.officer),
    };
    Article {
        serial: format!("{}/{}", row.entry.serial, row.entry.period),
        href: head.entry(&row.entry),
        item: row.article.item.clone(),
        quantity: row.article.quantity.clone(),
        place: head.t(&place_key(row.place)),
        chip: match row.place {
            Whereabouts::Store => "chip-good",
            Whereabouts::Missing => "chip-alert",
            Whereabouts::Disposed => "",
            _ => "chip-wait",
        },
        rack: row.article.rack.clone(),
        seals: row.article.seals.clone(),
        seal_broken: row.seal_broken,
        was_missing: row.was_missing,
        narcotic: row.article.narcotic,
        order: row
            .order
            .as_ref()
            .map(|o| {
                let direction = head.t(&format!("code-final-order-{}", o.direction));
                format!("{direction} · {}", dates::date(head.voice.lang, o.date))
            })
            .unwrap_or_default(),
        chain: row.chain.iter().map(moved).collect(),
    }
}

fn road(head: &Head, row: &RoadRow) -> Road {
    Road {
        book: head.books(std::slice::from_ref(&row.entry)),
        to: head.t(&place_key(row.to)),
        carrier: head.sight.short(&row.carrier),
        left: head.when(&row.left),
        received: row.received.as_ref().map(|r| head.when(&r.at)).unwrap_or_default(),
        returned: row.returned.as_ref().map(|at| head.when(at)).unwrap_or_default(),
        items: serials(head, &row.items),
    }
}

fn docket(head: &Head, row: &DocketRow) -> Docket {
    let key = match row.kind {
        DocketKind::Laboratory => "code-place-laboratory",
        DocketKind::Medical => "code-place-doctor",
    };
    Docket {
        book: head.books(std::slice::from_ref(&row.entry)),
        what: head.t(key),
        sent: head.when(&row.sent),
        reported: row.report.as_ref().map(|r| head.when(&r.at)).unwrap_or_default(),
    }
}
