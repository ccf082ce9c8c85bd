//! What offices and overseers do: staff, offices, law, audit, journal checks, imports.

mod accounts;
mod appoint;
mod audit;
mod form;
mod imports;
mod incidents;
mod journal;
mod journal_files;
mod journal_headers;
mod law;
mod law_section;
mod law_unverified;
mod looked;
mod office_list;
mod office_load;
mod office_new;
mod relieve;
pub(crate) mod show;
mod staff;

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .merge(staff::routes())
        .merge(appoint::routes())
        .merge(relieve::routes())
        .merge(accounts::routes())
        .merge(office_list::routes())
        .merge(office_new::routes())
        .merge(office_load::routes())
        .merge(law::routes())
        .merge(law_section::routes())
        .merge(law_unverified::routes())
        .merge(audit::routes())
        .merge(looked::routes())
        .merge(journal::routes())
        .merge(journal_headers::routes())
        .merge(journal_files::routes())
        .merge(imports::routes())
        .merge(incidents::routes())
}
