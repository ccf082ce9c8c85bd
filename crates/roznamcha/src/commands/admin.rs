//! `roznamcha admin`: the first administrator, who makes every other account.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, StaffAppoint};
use roznamcha_records::{DoorError, NewAct, Role};
use uuid::Uuid;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
pub enum Options {
    /// Post an administrator and print his first password, which he must change at his first sign-in
    Create(Create),
    /// Give an officer's account a new first password and end his sessions; the second factor is enrolled anew
    Reset {
        /// The officer's code
        #[arg(value_name = "OFFICER")]
        officer: String,
    },
}

/// Options of `create`.
#[derive(Debug, clap::Args)]
pub struct Create {
    /// The officer's code, unique in the country
    #[arg(value_name = "OFFICER")]
    officer: String,
    /// Office he administers, with all below it
    #[arg(long, value_name = "OFFICE", default_value = "PK")]
    office: String,
    /// Name in English
    #[arg(long, value_name = "NAME")]
    name_en: String,
    /// Name in Urdu
    #[arg(long, value_name = "NAME")]
    name_ur: String,
    /// Rank code
    #[arg(long, value_name = "RANK", default_value = "civilian")]
    rank: String,
    /// Belt number
    #[arg(long, value_name = "NUMBER", default_value = "-")]
    belt_no: String,
    /// Number of the order that posts him
    #[arg(long, value_name = "NUMBER")]
    order_no: String,
    /// A woman officer
    #[arg(long)]
    woman: bool,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    let officer = match options {
        Options::Create(create) => {
            appoint(&node, create).await?;
            &create.officer
        }
        Options::Reset { officer } => officer,
    };
    let office = match node.records.system().as_officer(officer).await {
        Ok(posted) => posted.office().to_owned(),
        Err(DoorError::NotFound) => {
            return Err(CommandError::Wrong(format!("no officer `{officer}` is posted anywhere")));
        }
        Err(error) => return Err(error.into()),
    };
    let console = node.records.system().caller(&office);
    let account = node.records.make_account(&console, officer).await?;
    println!("officer  {}\npassword {}", account.officer, account.password);
    Ok(node.close().await?)
}

async fn appoint(node: &Node, create: &Create) -> Result<(), CommandError> {
    if node.records.offices().get(&create.office).is_none() {
        return Err(CommandError::Wrong(format!("there is no office `{}`", create.office)));
    }
    let body = StaffAppoint {
        officer: create.officer.clone(),
        name_en: create.name_en.clone(),
        name_ur: create.name_ur.clone(),
        belt_no: create.belt_no.clone(),
        phone: None,
        rank: create.rank.clone(),
        role: Role::Administrator.as_str().to_owned(),
        from: node.records.now().day(),
        order_no: create.order_no.clone(),
        woman: create.woman,
        juvenile_trained: false,
    };
    let console = node.records.system().caller(&create.office);
    let act = NewAct::now(ActId(Uuid::new_v4()), Body::StaffAppoint(body));
    node.records.perform(&console, act).await?;
    Ok(())
}
