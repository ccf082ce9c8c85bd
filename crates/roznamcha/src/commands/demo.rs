//! `roznamcha demo`: a synthetic district on the embedded database, made once and then served.

use roznamcha_demo::{DemoPlan, SignIn, make, resume};
use roznamcha_records::{Clock as _, FixedClock, SystemClock};
use serde::{Deserialize, Serialize};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use crate::arguments::Common;
use crate::commands::load;
use crate::config::Config;
use crate::error::CommandError;
use crate::node::{self, Node};
use crate::progress::Shown;
use crate::{metrics, serve};

/// Where the demonstration lives when no folder is named.
const FOLDER: &str = "roznamcha-data/demo";
/// The database within it.
const DATABASE: &str = "roznamcha.db";
/// The mark that the district is made; its value lists who can sign in.
const MARK: &str = "demo";

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Two stations and ten days instead of six and a year
    #[arg(long)]
    pub small: bool,
    /// Port on this machine; 0 takes any free port
    #[arg(long, default_value_t = 8080, value_name = "PORT")]
    pub port: u16,
    /// Make the district and stop
    #[arg(long)]
    pub no_serve: bool,
}

/// A sign-in as the mark keeps it. The officers do not exist, and neither does what the password protects.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    role: String,
    officer: String,
    password: String,
    secret: String,
    office: String,
    name: String,
}

impl From<SignIn> for Kept {
    fn from(s: SignIn) -> Self {
        Self {
            role: s.role.as_str().to_owned(),
            officer: s.officer,
            password: s.password,
            secret: s.totp_secret,
            office: s.office,
            name: s.name,
        }
    }
}

pub async fn run(common: &Common, options: &Options) -> Result<(), CommandError> {
    if common.database.is_some() {
        let why = "the demonstration keeps to its own database; name its folder with --data";
        return Err(CommandError::Wrong(why.to_owned()));
    }
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let mut config = load(common, Some(listen))?;
    config.data = common.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    // Whatever the configuration says, synthetic persons never go into a real database.
    config.database = String::new();
    "demo".clone_into(&mut config.node);
    let _held = node::hold(&config.data)?;
    let metrics = metrics::begin().map_err(|e| CommandError::Wrong(format!("metrics: {e}")))?;
    if !config.data.join(DATABASE).try_exists().map_err(CommandError::file(&config.data))? {
        prepare(&config, options.small).await?;
    }
    let node = Node::to_serve(&config).await?;
    let kept = node.records.system().mark(MARK).await?.unwrap_or_default();
    let Ok(sign_ins) = serde_json::from_str::<Vec<Kept>>(&kept) else {
        let folder = config.data.display();
        return Err(CommandError::Wrong(format!(
            "`{folder}` holds no demonstration; name another with --data"
        )));
    };
    let resumed = resume(&node.records, DemoPlan::SEED).await?;
    if resumed > 0 {
        eprintln!(
            "today's diary opened at {resumed} stations; the day left open was closed, with an entry that says so"
        );
    }
    tell(&sign_ins);
    if options.no_serve {
        return Ok(node.close().await?);
    }
    serve::run(&config, &node, metrics, true).await
}

/// The district is made aside and put in its place whole, so that a run cut off leaves nothing half made.
async fn prepare(config: &Config, small: bool) -> Result<(), CommandError> {
    let aside = config.data.join("making");
    if aside.try_exists().map_err(CommandError::file(&aside))? {
        fs::remove_dir_all(&aside).map_err(CommandError::file(&aside))?;
    }
    let now = SystemClock.now();
    let clock = Arc::new(FixedClock::new(now));
    let made = aside.join(DATABASE);
    let at = Config { database: made.display().to_string(), ..config.clone() };
    let node = Node::under(&at, clock.clone()).await?;
    let until = DemoPlan::until_before(now);
    let plan = if small { DemoPlan::small(until) } else { DemoPlan::year(until) };
    let shown = Shown::new("making the district");
    let district = make(&node.records, &clock, &plan, &|done, whole| shown.at(done, Some(whole))).await;
    let seconds = shown.done();
    let district = district?;
    eprintln!("made {} acts, {} FIRs, in {seconds:.1} s", district.acts, district.firs);
    let sign_ins: Vec<Kept> = district.sign_ins.into_iter().map(Kept::from).collect();
    let text = serde_json::to_string(&sign_ins).map_err(|e| CommandError::Wrong(e.to_string()))?;
    node.records.system().put_mark(MARK, &text).await?;
    node.close().await?;
    drop(node);
    fs::rename(&made, config.data.join(DATABASE)).map_err(CommandError::file(&made))?;
    fs::remove_dir_all(&aside).map_err(CommandError::file(&aside))
}

/// One line for each officer who can sign in: role, officer, password, secret of the one-time codes.
fn tell(sign_ins: &[Kept]) {
    for s in sign_ins {
        println!("sign-in {} {} {} {}", s.role, s.officer, s.password, s.secret);
    }
}
