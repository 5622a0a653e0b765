//! `GET /api/v1/claims` and `/claims/{id}`: what was said, listed and opened.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use jiff::civil::Date;
use ledger::{Held, Standing};
use model::{ClaimId, DocumentId, Marking, MissionCode, NotADigest, Party};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    about::{names, touches},
    claim_rows, sentence,
    server::{
        Desk,
        all::All,
        answer::{Answer, Form},
        cursor,
        listed::Listed,
        looking::{Format, Wants},
        problem::{Code, Problem},
        shelf::Shelf,
        taken::{Path, Query},
        who::Who,
    },
    shapes::{ClaimCard, ClaimPage, ModalityShape, PageOf, StageWord, StandingShape, StatementKind},
};

/// Which claims are wanted; each narrows the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimsQuery {
    /// Of this mission.
    #[param(value_type = Option<String>, example = "MSS")]
    mission: Option<MissionCode>,
    /// Such as name this party.
    #[param(value_type = Option<String>, example = "KEN")]
    party: Option<Party>,
    /// Of this resource: `people/police`, or `people` for all of its services.
    #[param(example = "people")]
    resource: Option<String>,
    /// Counts of this stage, and movements into or out of it.
    stage: Option<StageWord>,
    /// Of this kind.
    kind: Option<StatementKind>,
    /// Said as surely as this.
    modality: Option<ModalityShape>,
    /// Standing so after all decisions.
    standing: Option<StandingShape>,
    /// Of this document, by its address.
    #[param(value_type = Option<String>)]
    document: Option<DocumentId>,
    /// Such as have these words in their sentence, as it is told or as it stands written.
    q: Option<String>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// How many, 500 at most; 50 if not given.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<usize>,
    /// The form, for links that cannot set an `Accept` header.
    format: Option<Format>,
}

/// The claims, the one published last first
///
/// A table has the same page; where there are more, a `Link` header leads on.
#[utoipa::path(
    get, path = "/claims", tag = "claims", params(ClaimsQuery),
    responses(
        (status = 200, description = "One claim a row", content((PageOf<ClaimCard> = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn claims(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Query(query): Query<ClaimsQuery>,
) -> Result<Response, Problem> {
    let form = wants.form(query.format)?;
    let after = query.cursor.as_deref().map(cursor::key::<ClaimId>).transpose()?;
    let limit = cursor::limit(query.limit)?;
    let words = query.q.as_ref().map(|words| words.to_lowercase());
    let (shelf, viewer) = (Arc::clone(&desk.shelf), who.viewer);
    let may_see = move |marking: Marking| viewer.may_see(marking);
    let order = query.document.map_or_else(
        || Order::Days(query.mission.clone()),
        |document| Order::Document(document, query.mission.clone()),
    );
    let listed = tokio::task::spawn_blocking(move || {
        let wanted = |all: &All, id: ClaimId| -> Option<(Held, Standing)> {
            let held = all.claim(id).filter(|held| may_see(held.claim.marking))?;
            let standing = query.wants(all, held, words.as_deref(), &may_see)?;
            Some((held.clone(), standing))
        };
        match form {
            Form::Json => {
                let (items, last) = order.page(&shelf, after, limit, |all, id| {
                    wanted(all, id).map(|(held, standing)| ClaimCard::of(all, &held, standing))
                });
                Listed::json(items, last.map(cursor::behind))
            }
            Form::Csv => {
                let (rows, last) = order.page(&shelf, after, limit, |all, id| {
                    wanted(all, id).map(|(held, standing)| claim_rows::cells(all, &held, standing))
                });
                Listed::csv(claim_rows::COLUMNS, rows, last.map(cursor::behind))
            }
        }
    });
    let listed = listed.await.map_err(|error| Problem::internal(&error))??;
    Ok(listed.given(&wants))
}

/// In which order a list goes through the claims: the narrowest that holds all that are wanted.
enum Order {
    /// By the days of publication, of one mission or of all.
    Days(Option<MissionCode>),
    /// Those of a document, and of one mission of it or of all.
    Document(DocumentId, Option<MissionCode>),
}

impl Order {
    fn page<T>(
        &self,
        from: &Shelf,
        after: Option<(Date, ClaimId)>,
        limit: usize,
        take: impl Fn(&All, ClaimId) -> Option<T>,
    ) -> (Vec<T>, Option<(Date, ClaimId)>) {
        match self {
            Self::Days(mission) => {
                let take = |all: &All, (_, id): (_, ClaimId)| take(all, id);
                from.page(
                    |all, after| Box::new(all.claims_before(mission.as_ref(), after)),
                    after,
                    limit,
                    take,
                )
            }
            Self::Document(document, mission) => {
                let take = |all: &All, (_, id): (_, ClaimId)| {
                    let of = all.claim(id)?.claim.mission.as_ref();
                    mission.as_ref().is_none_or(|mission| of == Some(mission)).then(|| take(all, id))?
                };
                from.page(|all, after| Box::new(all.quoting_before(*document, after)), after, limit, take)
            }
        }
    }
}

impl ClaimsQuery {
    /// How a claim stands, if it is wanted. The order has seen to mission and document.
    fn wants(
        &self,
        all: &All,
        held: &Held,
        words: Option<&str>,
        may_see: &dyn Fn(Marking) -> bool,
    ) -> Option<Standing> {
        let claim = &*held.claim;
        let fits = self.kind.is_none_or(|kind| kind == (&claim.statement).into())
            && self.modality.is_none_or(|modality| modality == claim.modality.into())
            && self.party.is_none_or(|party| names(&claim.statement, party))
            && self.stage.is_none_or(|stage| touches(&claim.statement, stage.into()))
            && self.resource.as_deref().is_none_or(|wanted| {
                let counted = claim.statement.resource().map(ToString::to_string);
                counted.is_some_and(|counted| {
                    counted.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })
            });
        if !fits {
            return None;
        }
        let standing = all.standing_seen(held.id, may_see);
        if self.standing.is_some_and(|wanted| wanted != standing.into()) {
            return None;
        }
        let told = |words: &str| {
            let has = |text: &str| text.to_lowercase().contains(words);
            has(&sentence::sentence(claim)) || all.words(claim).is_some_and(has)
        };
        words.is_none_or(told).then_some(standing)
    }
}

/// A claim with the words around it and what was decided on it
#[utoipa::path(
    get, path = "/claims/{id}", tag = "claims",
    params(("id" = String, Path, description = "The claim's address, 64 digits")),
    responses((status = 200, body = ClaimPage), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn claim(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: ClaimId =
        id.parse().map_err(|error: NotADigest| Problem::new(Code::BadPath, error.to_string()))?;
    let page = {
        let all = desk.shelf.all();
        let held = all.claim(id).filter(|held| who.viewer.may_see(held.claim.marking)).ok_or_else(|| {
            Problem::new(Code::UnknownClaim, format!("no claim has the address `{id}`"))
                .hint("`/api/v1/claims` lists those that there are")
        })?;
        ClaimPage::of(&all, held, who.viewer)
    };
    Ok(wants.given(&Answer::json(&page)?))
}
