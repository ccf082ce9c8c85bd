//! `POST /lineups/proposals`: who may fairly stand beside a suspect?

use axum::extract::State;
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_records::LineupAsk;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::looks::seen;
use super::value;
use crate::shapes::Json;
use crate::{Api, Client, Problem};

/// An enrolment by its name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolNamed {
    /// The station.
    office: String,
    /// The act of enrolment.
    act: String,
}

impl From<EnrolNamed> for EnrolRef {
    fn from(of: EnrolNamed) -> Self {
        Self { office: of.office, act: of.act }
    }
}

/// What a line-up is asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineupAsked {
    /// The suspect's enrolment.
    suspect: EnrolNamed,
    /// What the witness said, as at `/looks`.
    #[schema(value_type = Object)]
    seen: Value,
    /// How many others, 5 to 19.
    fillers: usize,
    /// From this order and draw follow.
    seed: u32,
    /// Others who were chosen before: where they are fair they stay.
    #[serde(default)]
    keep: Vec<EnrolNamed>,
    /// Who is not taken.
    #[serde(default)]
    without: Vec<EnrolNamed>,
}

/// A proposal.
#[derive(Serialize, ToSchema)]
pub struct ProposalShape {
    /// `faces` in their order, each `of`, `photograph`, `ties`, `alone_in`; `suspect`, his place from nought;
    /// `measured`. Absent where there is none.
    #[schema(value_type = Option<Object>)]
    lineup: Option<Value>,
    /// Why there is none: `why` is `size`, `child`, `no_photograph`, `not_described`, `too_few` or `unfair`.
    #[schema(value_type = Option<Object>)]
    none: Option<Value>,
}

/// A request as it is asked of the records.
pub(super) fn asked(client: &Client, shape: LineupAsked) -> Result<LineupAsk, Problem> {
    let all = |list: Vec<EnrolNamed>| list.into_iter().map(EnrolRef::from).collect();
    Ok(LineupAsk {
        suspect: shape.suspect.into(),
        seen: seen(client, shape.seen)?,
        fillers: shape.fillers,
        seed: shape.seed,
        keep: all(shape.keep),
        without: all(shape.without),
    })
}

/// A line-up of the suspect among others who fit the witness's words as he does, or why there is none. Nothing is
/// written.
#[utoipa::path(post, path = "/lineups/proposals", tag = "cro", security(("token" = [])),
    request_body = LineupAsked, params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = ProposalShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn propose(
    State(api): State<Api>,
    client: Client,
    Json(shape): Json<LineupAsked>,
) -> Result<axum::Json<ProposalShape>, Problem> {
    let ask = asked(&client, shape)?;
    let made = api.records.propose_lineup(&client.caller, &ask).await.map_err(|e| client.problem(e))?;
    let (lineup, none) = match &made {
        Ok(lineup) => (Some(value(lineup)), None),
        Err(why) => (None, Some(value(why))),
    };
    Ok(axum::Json(ProposalShape { lineup, none }))
}
