//! The web pages: server-rendered, English and Urdu, usable without script.
//!
//! One route, one file, under the folder of what it is about; each folder's `mod.rs` lists its routes. A page asks the
//! door (`Records`) for what it shows and renders a template; it decides nothing.

mod assets;
mod case;
mod cro;
mod ctx;
mod deed;
mod entrance;
mod files;
mod fir;
mod office;
mod oversight;
mod prints;
mod problem;
mod purpose;
mod shell;
mod station;
pub mod struck;

pub use ctx::Ctx;
pub use problem::Problem;
pub use shell::Shell;

use axum::Router;
use roznamcha_print::Press;
use roznamcha_records::Records;
use roznamcha_sheets::Copyist;
use roznamcha_words::Words;
use std::sync::Arc;

/// What every page has at hand.
#[derive(Clone)]
pub struct Pages {
    /// The only door to the records.
    pub records: Arc<Records>,
    /// Prints documents; `None` when the fonts are not installed.
    pub press: Option<Arc<Press>>,
    /// Both languages.
    pub words: Arc<Words>,
    /// How pages are served.
    pub options: PagesOptions,
}

/// How pages are served.
#[derive(Clone, Debug, Default)]
pub struct PagesOptions {
    /// This is a demonstration: every page says that its persons are synthetic.
    pub demo: bool,
    /// The cookie is marked `Secure` (served through TLS, or on the same machine).
    pub secure_cookie: bool,
    /// Address that QR codes lead to, without a final slash.
    pub public_url: String,
}

impl Pages {
    /// Who prints; nobody where the fonts are not installed.
    pub(crate) fn copyist(&self) -> Option<Copyist> {
        let press = self.press.clone()?;
        Some(Copyist::new(self.records.clone(), self.words.clone(), press, &self.options.public_url))
    }

    /// All pages.
    pub fn router(self) -> Router {
        let largest = self.records.largest_file();
        Router::new()
            .merge(assets::routes())
            .merge(entrance::routes())
            .merge(station::routes())
            .merge(fir::routes())
            .merge(deed::routes())
            .merge(case::routes())
            .merge(cro::routes())
            .merge(office::routes())
            .merge(prints::routes())
            .merge(oversight::routes())
            .layer(axum::middleware::from_fn(purpose::carry))
            .merge(files::routes(largest))
            .merge(cro::image_routes())
            .with_state(self)
    }
}
