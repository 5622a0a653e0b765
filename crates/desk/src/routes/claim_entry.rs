//! `POST /api/v1/claims`: a claim by hand, or a correction that keeps another's quote.

use axum::{Json as Sent, extract::State, http::StatusCode};
use jiff::civil::Date;
use ledger::{Entry, Outcome};
use model::{
    Claim, ClaimId, Grade, Marking, MissionCode, Name, Published, RuleName, Ruling, Source, Speaker,
    Statement,
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::decisions::named;
use crate::{
    ruled::Ruled,
    server::{
        Desk,
        problem::{Code, Problem},
        taken::{self, Json},
        who::{Author, Who},
    },
    shapes::{ClaimCard, Given, NewClaim, OutcomeShape, statement},
};

/// The rule of a claim that a person put in another's place.
const CORRECTION: &str = "correction";

/// A claim that was entered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClaimEntered {
    outcome: OutcomeShape,
    claim: ClaimCard,
    /// The decision by which it stands in another's place, where it does.
    decision: Option<String>,
}

/// Enter a claim by hand, or correct one
///
/// A correction keeps the quote of the claim that it replaces; claim and decision are entered together. Nothing is edited:
/// another decision undoes it.
#[utoipa::path(
    post, path = "/claims", operation_id = "enter_claim", tag = "claims",
    request_body = NewClaim,
    responses(
        (status = 201, body = ClaimEntered, description = "It is in the ledger"),
        (status = 200, body = ClaimEntered, description = "It was in the ledger before"),
    ),
)]
pub(crate) async fn enter(
    State(desk): State<Desk>,
    Author(who): Author,
    Json(mut new): Json<NewClaim>,
) -> Result<(StatusCode, Sent<ClaimEntered>), Problem> {
    let by = who.may_enter()?.clone();
    let said = statement::read(std::mem::take(&mut new.statement), "/statement")?;
    let (id, outcomes, decision) = match new.replaces.take() {
        None => {
            let claim = by_hand(&who, by, new, said, desk.today())?;
            let id = claim.id();
            (id, desk.bookkeeper.enter(vec![Entry::Claim(claim)]).await?, None)
        }
        Some(replaced) => {
            let (claim, replaced, why) = correction(&desk, &who, &replaced, new, said)?;
            let id = claim.id();
            let ruled = Ruled { claim: replaced, ruling: Ruling::Replace { with: id }, by, why };
            let (outcomes, decision) = desk.bookkeeper.rule(vec![Entry::Claim(claim)], ruled).await?;
            (id, outcomes, Some(decision))
        }
    };
    for outcome in &outcomes {
        OutcomeShape::of(outcome)?;
    }
    let is_new = outcomes.iter().any(|outcome| matches!(outcome, Outcome::Entered(_)));
    let outcome = if is_new { OutcomeShape::Entered } else { OutcomeShape::SeenBefore };
    let all = desk.shelf.all();
    let held = all.claim(id).ok_or_else(|| Problem::internal(&"what was entered is not on the shelf"))?;
    let standing = all.standing_seen(id, &|marking| who.viewer.may_see(marking));
    let claim = ClaimCard::of(&all, held, standing);
    let decision = decision.map(|decision| decision.to_string());
    Ok((outcome.status(), Sent(ClaimEntered { outcome, claim, decision })))
}

fn by_hand(who: &Who, by: Name, new: NewClaim, said: Statement, today: Date) -> Result<Claim, Problem> {
    let missing = |what: &str, at: &str| {
        Problem::new(Code::BadBody, format!("a claim by hand says {what}; it has no document to tell")).at(at)
    };
    if new.why.is_some() {
        return Err(Problem::new(Code::BadBody, "why what? it replaces no claim").at("/why"));
    }
    let Given::Word(speaker) = new.speaker else { return Err(missing("who says it", "/speaker")) };
    let mission = match new.mission {
        Given::Not => return Err(missing("of which mission it is, or null", "/mission")),
        Given::Null => None,
        Given::Word(code) => Some(word::<MissionCode>(&code, "/mission")?),
    };
    let day = new.published.map(|day| word(&day, "/published")).transpose()?;
    Ok(Claim {
        mission,
        statement: said,
        modality: new.modality.ok_or_else(|| missing("how surely", "/modality"))?.into(),
        speaker: Speaker::Named(taken::name(&speaker, "/speaker")?),
        source: Source::ByHand { by },
        grade: grade(new.grade.as_deref())?.unwrap_or(Grade::UNGRADED_PRESS),
        published: Published::given(day.unwrap_or(today)),
        marking: who.marking_of(marking(new.marking.as_deref())?, Marking::Public)?,
    })
}

/// The corrected claim, the one that it replaces, and why.
fn correction(
    desk: &Desk,
    who: &Who,
    replaced: &str,
    new: NewClaim,
    said: Statement,
) -> Result<(Claim, ClaimId, Name), Problem> {
    let old = {
        let all = desk.shelf.all();
        named(&all, who.viewer, replaced, "/replaces")?.clone()
    };
    who.may_decide_on(old.claim.marking)?;
    let why = new.why.ok_or_else(|| Problem::new(Code::BadBody, "write why it is replaced").at("/why"))?;
    let why = taken::name(&why, "/why")?;
    if new.published.is_some() {
        return Err(Problem::new(
            Code::BadBody,
            "a correction keeps the day on which its document was published",
        )
        .at("/published"));
    }
    let claim = Claim {
        mission: match new.mission {
            Given::Not => old.claim.mission.clone(),
            Given::Null => None,
            Given::Word(code) => Some(word(&code, "/mission")?),
        },
        statement: said,
        modality: new.modality.map_or(old.claim.modality, Into::into),
        speaker: match new.speaker {
            Given::Not => old.claim.speaker.clone(),
            Given::Null => Speaker::Document,
            Given::Word(name) => Speaker::Named(taken::name(&name, "/speaker")?),
        },
        source: match &old.claim.source {
            Source::Read { quote, .. } => Source::Read {
                quote: *quote,
                rule: RuleName(Name::new(CORRECTION).map_err(|error| Problem::internal(&error))?),
            },
            Source::ByHand { by } => Source::ByHand { by: by.clone() },
        },
        grade: grade(new.grade.as_deref())?.unwrap_or(old.claim.grade),
        published: old.claim.published,
        marking: who.marking_of(marking(new.marking.as_deref())?, old.claim.marking)?,
    };
    if claim.id() == old.id {
        return Err(Problem::new(Code::BadBody, "it says what the claim says that it should replace")
            .at("/statement"));
    }
    Ok((claim, old.id, why))
}

fn grade(words: Option<&str>) -> Result<Option<Grade>, Problem> {
    words.map(|words| word(words, "/grade")).transpose()
}

fn marking(words: Option<&str>) -> Result<Option<Marking>, Problem> {
    words.map(|words| word(words, "/marking")).transpose()
}

/// A word of the model, which is never long.
fn word<T: serde::de::DeserializeOwned>(words: &str, at: &str) -> Result<T, Problem> {
    taken::name(words, at)?;
    serde_json::from_value(Value::from(words))
        .map_err(|error| Problem::new(Code::BadBody, error.to_string()).at(at))
}
