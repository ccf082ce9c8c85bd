//! Before the first day: offices are opened, officers posted. After the last: accounts, so that one can sign in.

use jiff::civil::Date;
use roznamcha_acts::kinds::OfficeOpen;
use roznamcha_acts::{ActId, Body};
use roznamcha_records::{NewAct, Records, Role};
use uuid::Uuid;

use crate::DemoError;
use crate::calendar::OPEN;
use crate::district::{OfficePlan, Post};
use crate::life::space;
use crate::rare::appointment;

/// How to sign in as one of the officers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The role.
    pub role: Role,
    /// The officer's code, to sign in with.
    pub officer: String,
    /// The password.
    pub password: String,
    /// The secret of the one-time codes, base32.
    pub totp_secret: String,
    /// Code of the office.
    pub office: String,
    /// Name in English, marked as synthetic.
    pub name: String,
    /// Name in Urdu, marked as synthetic.
    pub name_ur: String,
}

/// The console opens offices and posts officers.
pub(crate) async fn begin(
    records: &Records,
    seed: u64,
    offices: &[OfficePlan],
    posts: &[Post],
    from: Date,
) -> Result<u64, DemoError> {
    let console = records.system().caller("PK");
    let space = space(seed, "console");
    let mut made: u64 = 0;
    let opened = offices.iter().map(|o| {
        let body = OfficeOpen {
            code: o.code.clone(),
            office_kind: o.kind.to_owned(),
            name_en: o.en.to_owned(),
            name_ur: o.ur.to_owned(),
            province: "PB".to_owned(),
            diary_hour: u8::try_from(OPEN / 60).unwrap_or(8),
        };
        (o.parent.to_owned(), Body::OfficeOpen(body))
    });
    let posted = posts.iter().enumerate().map(|(i, post)| {
        let order = format!("نمونہ/{}", i + 1);
        (post.office.clone(), Body::StaffAppoint(appointment(post, from, order)))
    });
    for (office, body) in opened.chain(posted) {
        made += 1;
        let what = body.kind().to_owned();
        let mut act = NewAct::now(ActId(Uuid::new_v5(&space, made.to_string().as_bytes())), body);
        act.office = Some(office.clone());
        let done = records.perform(&console, act).await;
        done.map_err(|error| DemoError::Act { what, office, error })?;
    }
    Ok(made)
}

/// Gives accounts to these officers: a readable password and a one-time code each.
pub(crate) async fn accounts(records: &Records, posts: &[Post]) -> Result<Vec<SignIn>, DemoError> {
    let mut all = Vec::new();
    for (i, post) in posts.iter().enumerate() {
        let password = format!("Shisham-leaf-{}", i + 11);
        let failed = |error| DemoError::Officer { officer: post.officer.clone(), error };
        let secret = records.system().set_account(&post.officer, &password, true).await.map_err(failed)?;
        all.push(SignIn {
            role: post.role,
            officer: post.officer.clone(),
            password,
            totp_secret: secret.unwrap_or_default(),
            office: post.office.clone(),
            name: post.name.en.clone(),
            name_ur: post.name.ur.clone(),
        });
    }
    Ok(all)
}
