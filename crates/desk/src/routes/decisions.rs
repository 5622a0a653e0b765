//! `POST /api/v1/decisions`: a person rules on a claim. Nothing is edited: a decision is an entry of its own.

use axum::{Json as Sent, extract::State, http::StatusCode};
use ledger::{Held, Ledger};
use model::{ClaimId, Ruling};
use picture::Viewer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ruled::Ruled,
    server::{
        Desk,
        problem::{Code, Problem},
        taken::{self, Json},
        who::Author,
    },
    shapes::{OutcomeShape, StandingShape},
};

/// What is ruled on a claim.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDecision {
    /// The claim, by all digits of its address.
    claim: String,
    ruling: RulingWord,
    /// The other claim: needed to replace and to say of two whether they tell of one event.
    other: Option<String>,
    /// Why.
    #[schema(min_length = 1, example = "The outlet took it back")]
    why: String,
}

/// What can be ruled on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Ruling)]
pub(crate) enum RulingWord {
    /// It is as it says; undoes a rejection or a replacement.
    Accept,
    /// It is not to be used.
    Reject,
    /// The other claim stands in its place, and is accepted by that.
    Replace,
    /// Both tell of one event.
    SameAs,
    /// They tell of two events; undoes `same_as`.
    NotSame,
}

/// A decision that was entered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Decided {
    /// Its address.
    id: String,
    outcome: OutcomeShape,
    /// The claim that was ruled on.
    claim: String,
    /// How that claim stands now.
    standing: StandingShape,
}

/// Rule on a claim
///
/// A decision is never edited or removed; a later one undoes it. A liaison decides on claims marked for its party alone.
#[utoipa::path(
    post, path = "/decisions", tag = "claims",
    request_body = NewDecision,
    responses(
        (status = 201, body = Decided, description = "It is in the ledger"),
        (status = 200, body = Decided, description = "It was in the ledger before"),
    ),
)]
pub(crate) async fn decide(
    State(desk): State<Desk>,
    Author(who): Author,
    Json(new): Json<NewDecision>,
) -> Result<(StatusCode, Sent<Decided>), Problem> {
    let by = who.may_enter()?.clone();
    let why = taken::name(&new.why, "/why")?;
    let (claim, ruling) = {
        let all = desk.shelf.all();
        let claim = named(&all, who.viewer, &new.claim, "/claim")?;
        who.may_decide_on(claim.claim.marking)?;
        let other = || {
            let Some(other) = &new.other else {
                return Err(Problem::new(Code::BadBody, "this ruling names two claims").at("/other"));
            };
            let other = named(&all, who.viewer, other, "/other")?;
            who.may_decide_on(other.claim.marking)?;
            Ok(other.id)
        };
        let ruling = match new.ruling {
            RulingWord::Replace => Ruling::Replace { with: other()? },
            RulingWord::SameAs => Ruling::SameAs { other: other()? },
            RulingWord::NotSame => Ruling::NotSame { other: other()? },
            RulingWord::Accept | RulingWord::Reject if new.other.is_some() => {
                return Err(Problem::new(Code::BadBody, "this ruling names one claim alone").at("/other"));
            }
            RulingWord::Accept => Ruling::Accept,
            RulingWord::Reject => Ruling::Reject,
        };
        (claim.id, ruling)
    };
    let (outcomes, id) = desk.bookkeeper.rule(Vec::new(), Ruled { claim, ruling, by, why }).await?;
    let outcome = outcomes.first().ok_or_else(|| Problem::internal(&"an entry was not answered"))?;
    let (outcome, _) = OutcomeShape::of(outcome)?;
    let standing = desk.shelf.all().standing_seen(claim, &|marking| who.viewer.may_see(marking));
    let decided =
        Decided { id: id.to_string(), outcome, claim: claim.to_string(), standing: standing.into() };
    Ok((outcome.status(), Sent(decided)))
}

/// The claim with this address, if the viewer may see it; one that is hidden is as unknown as one that is not there.
pub(crate) fn named<'a>(
    all: &'a Ledger,
    viewer: Viewer,
    words: &str,
    pointer: &str,
) -> Result<&'a Held, Problem> {
    let id: ClaimId = words
        .parse()
        .map_err(|error: model::NotADigest| Problem::new(Code::BadBody, error.to_string()).at(pointer))?;
    let held = all.claim(id).filter(|held| viewer.may_see(held.claim.marking));
    held.ok_or_else(|| {
        Problem::new(Code::UnknownClaim, format!("no claim has the address `{id}`"))
            .hint("`/api/v1/claims` lists those that there are")
            .at(pointer)
    })
}
