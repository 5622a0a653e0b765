//! `GET /api/v1/missions/{mission}/disputes`: where sources disagree, what was taken and why, and what is open.

use std::collections::BTreeSet;

use axum::{extract::State, response::Response};
use model::ClaimId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{Days, Wants},
        problem::Problem,
        taken::{Path, Query},
        who::Who,
    },
    shapes::{
        AskedShape, ClaimCard, DecisionShape, DisputeShape, ScopeShape, UnexplainedShape, claims::cards,
    },
};

/// Where sources disagree.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Disagreements {
    asked: AskedShape,
    /// Claims that cannot all be right: those that bear on the day first, then the dearest.
    disputes: Vec<DisputeShape>,
    /// Movements up to the day that no claim accounts for, in the field first, then the largest.
    unexplained: Vec<UnexplainedShape>,
    /// Counts up to the day of which no source says whose they are, and of whom they may be.
    scopes: Vec<ScopeShape>,
    /// What people ruled on claims of the mission, in the order of entering, whether these are still in dispute or not: a decision
    /// is taken back by another, also where it settled what it was about.
    decisions: Vec<DecisionShape>,
    /// The claims that these name, in the order of the days they speak of.
    decided: Vec<ClaimCard>,
}

/// Where sources disagree, what was taken and why
#[utoipa::path(
    get, path = "/missions/{mission}/disputes", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), Days),
    responses((status = 200, body = Disagreements), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn disputes(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<Days>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    desk.answer(&wants, asked, Form::Json, "disputes".to_owned(), move |kept, asked| {
        let picture = kept.picture(asked);
        let ledger = kept.ledger();
        let named = ledger.decisions().flat_map(|it| std::iter::once(it.claim).chain(it.ruling.other()));
        let decided: BTreeSet<ClaimId> = named.collect();
        Answer::json(&Disagreements {
            asked: asked.into(),
            disputes: picture.disputes.iter().map(|it| DisputeShape::of(ledger, &picture, it)).collect(),
            unexplained: picture.unexplained.iter().map(Into::into).collect(),
            scopes: picture.scopes.iter().map(|scope| ScopeShape::of(ledger, scope)).collect(),
            decisions: ledger.decisions().map(Into::into).collect(),
            decided: cards(ledger, &decided),
        })
    })
    .await
}
