//! `GET /cases/{fir}/persons`: complainant, victims and witnesses, and what each witness said.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{Body, CaseStatement, Under};
use roznamcha_acts::views::{PartyRole, PartyRow};
use serde::Deserialize;

use super::head::Head;
use crate::fir::facts::{PersonLine, person_line};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Statements to the page.
const PAGE: u32 = 25;

/// Which statements.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    after: Option<u64>,
}

/// A statement.
struct Statement {
    act: String,
    name: String,
    under: String,
    magistrate: String,
    taken: String,
    machine: String,
    by: String,
    text: String,
}

#[derive(Template)]
#[template(path = "case/persons.html")]
struct Persons {
    shell: Shell,
    head: Head,
    persons: Vec<PersonLine>,
    statements: Vec<Statement>,
    more: String,
    later: bool,
}

/// `GET /cases/{fir}/persons`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut head = Head::open(&pages, &ctx, &fir, "persons").await?;
    let (mut statements, mut more) = (Vec::new(), String::new());
    if head.file.persons && !head.file.case.is_stub() {
        let papers =
            pages.records.case_papers(&ctx.caller, &fir, &["case.statement"], asked.after, PAGE).await;
        let papers = papers.map_err(|e| ctx.problem(e))?;
        let officers = papers.papers.iter().map(|p| p.step.officer.clone()).collect();
        head.sight.learn_names(officers).await.map_err(|e| ctx.problem(e))?;
        more = papers.next.map(|seq| format!("?after={seq}")).unwrap_or_default();
        for paper in &papers.papers {
            if let Some(Body::CaseStatement(said)) = &paper.body {
                statements.push(statement(&head, said, (&paper.step.act, &paper.step.officer)));
            }
        }
    }
    let template = Persons {
        shell: head.shell(&pages, &ctx),
        persons: head.file.parties.iter().map(|row| person(&head, row)).collect(),
        statements,
        more,
        later: asked.after.is_some(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

fn person(head: &Head, row: &PartyRow) -> PersonLine {
    let role = match row.role {
        PartyRole::Informant => "party-informant",
        PartyRole::Victim => "party-victim",
        PartyRole::Accused => "party-accused",
        PartyRole::Witness => "party-witness",
    };
    person_line(&head.voice, role, &row.party, "")
}

fn statement(head: &Head, said: &CaseStatement, (act, officer): (&str, &str)) -> Statement {
    Statement {
        act: act.to_owned(),
        name: said.person.name.clone(),
        under: head.t(match said.under {
            Under::Police => "case-statement-161",
            Under::Magistrate => "case-statement-164",
        }),
        magistrate: said.magistrate.clone().unwrap_or_default(),
        taken: head.when(&said.taken),
        machine: head.machine(&said.taken),
        by: head.sight.officer(officer),
        text: said.text.clone(),
    }
}
