//! `GET /api/v1/missions/{mission}/overview`: the mission in one look.

use std::{cmp::Reverse, collections::BTreeMap};

use axum::{extract::State, response::Response};
use jiff::{ToSpan, civil::Date};
use ledger::Ledger;
use model::{DocumentId, Resource, ResourceKind, Service};
use picture::{Asked, Change, Contributor, Line, Picture};
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
        AskedShape, CeilingShape, ChangedShape, EntryShape, MandateShape, OverdueShape, StrengthShape,
        UnexplainedShape,
    },
};

/// Since when a change is news, in days.
const NEWS: i32 = 7;

/// So many of the newest documents are named, and of the newest entries.
const NEWEST: usize = 6;

/// The mission in one look.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Overview {
    asked: AskedShape,
    /// The mission's name, where a pack of it gives one.
    name: Option<String>,
    /// Where it stands, in a few sentences.
    sentences: Vec<String>,
    /// The stages of people, in the order in which they are reached.
    #[schema(example = json!(["promised", "training", "ready", "deployed", "home", "lost"]))]
    stages: Vec<String>,
    /// All people together; none where nothing is told of any.
    total: Option<StrengthShape>,
    /// All together of whatever else is counted.
    other_totals: Vec<StrengthShape>,
    /// The whole mission's people as its own figures state them, where there are such.
    stated: Option<StrengthShape>,
    /// The ceiling in people that strength is held against: the latest in law, or else the latest planned.
    ceiling: Option<CeilingShape>,
    mandate: MandateShape,
    /// Each party that people are told of, then several in one number, unstated and others.
    contributors: Vec<StrengthShape>,
    since_last_week: News,
    disputes: OpenDisputes,
    /// Promises of days that have passed, the latest due first.
    overdue: Vec<OverdueShape>,
    newest_documents: Vec<Newest>,
    unexplained: UnexplainedPeople,
}

/// What a week changed: the same question asked a week earlier on both clocks.
#[derive(Debug, Serialize, ToSchema)]
struct News {
    from: AskedShape,
    /// The figures of people that differ.
    figures: Vec<ChangedShape>,
    /// How many claims make a difference.
    claims: usize,
    /// The newest of them.
    newest: Vec<EntryShape>,
    /// How many decisions do.
    decisions: usize,
}

/// How much is open for a person to decide.
#[derive(Debug, Serialize, ToSchema)]
struct OpenDisputes {
    /// Disputes that bear on the day.
    bear: usize,
    /// Disputes of later days that bear on nothing here.
    later: usize,
    /// Counts of which no source says whose they are.
    scopes: usize,
}

/// A document, newly published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NewestDocument)]
struct Newest {
    /// Its address in the ledger.
    document: String,
    /// Its headline or file name.
    title: String,
    /// Who published it, as far as known.
    publisher: Option<String>,
    /// The day of publication.
    #[schema(value_type = String, format = Date)]
    published: Date,
    /// How many claims of the mission quote it.
    claims: usize,
}

/// People who came or left without anybody telling of it.
#[derive(Debug, Serialize, ToSchema)]
struct UnexplainedPeople {
    /// How many, whichever way.
    people: u64,
    /// Each of these movements, the largest in the field first.
    list: Vec<UnexplainedShape>,
}

/// The mission in one look
#[utoipa::path(
    get, path = "/missions/{mission}/overview", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), Days),
    responses((status = 200, body = Overview), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn overview(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<Days>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    desk.answer(&wants, asked, Form::Json, "overview".to_owned(), move |kept, asked| {
        let before = a_week_before(asked);
        let change = kept.change(&before, asked);
        let picture = kept.picture(asked);
        Answer::json(&Overview::of(kept.ledger(), &picture, &change))
    })
    .await
}

/// The same question, a week earlier on both clocks.
fn a_week_before(asked: &Asked) -> Asked {
    let before = |day: Date| day.saturating_sub(NEWS.days());
    Asked { as_of: before(asked.as_of), known_on: before(asked.known_on), ..asked.clone() }
}

impl Overview {
    fn of(ledger: &Ledger, picture: &Picture, change: &Change) -> Self {
        let people = Resource::People(Service::Unstated);
        let of_people = || picture.lines.iter().filter(|line| line.resource == people);
        let is_one = |line: &&Line| !matches!(line.whose, Contributor::Sum | Contributor::Mission);
        let others = |line: &&Line| line.whose == Contributor::Sum && line.resource != people;
        let bear = picture.disputes.iter().filter(|dispute| dispute.bears).count();
        let gaps = picture.unexplained.iter().filter(|gap| gap.resource == people && gap.is_of_note());
        Self {
            asked: (&picture.asked).into(),
            name: crate::mission::name(&picture.asked.mission),
            sentences: picture.briefing(),
            stages: ResourceKind::People.stages().iter().map(ToString::to_string).collect(),
            total: picture.people().map(Into::into),
            other_totals: picture.lines.iter().filter(others).map(Into::into).collect(),
            stated: of_people().find(|line| line.whose == Contributor::Mission).map(Into::into),
            ceiling: picture.frame.ceiling().map(Into::into),
            mandate: picture.into(),
            contributors: of_people().filter(is_one).map(Into::into).collect(),
            since_last_week: News::of(ledger, change),
            disputes: OpenDisputes {
                bear,
                later: picture.disputes.len() - bear,
                scopes: picture.scopes.len(),
            },
            overdue: picture.overdue.iter().map(|it| OverdueShape::of(ledger, it)).collect(),
            newest_documents: newest(ledger, &picture.asked),
            unexplained: UnexplainedPeople {
                people: picture.unexplained_people(),
                list: gaps.map(Into::into).collect(),
            },
        }
    }
}

impl News {
    fn of(ledger: &Ledger, change: &Change) -> Self {
        let people = Resource::People(Service::Unstated);
        let mut newest: Vec<_> = change.entries.iter().collect();
        newest.sort_by_key(|entry| (Reverse(entry.published), entry.claim));
        Self {
            from: (&change.before).into(),
            figures: change.rows.iter().filter(|row| row.resource == people).map(Into::into).collect(),
            claims: change.entries.len(),
            newest: newest.into_iter().take(NEWEST).map(|it| EntryShape::of(ledger, it)).collect(),
            decisions: change.decisions.len(),
        }
    }
}

/// The documents published last that claims of the mission quote.
fn newest(ledger: &Ledger, asked: &Asked) -> Vec<Newest> {
    let mut quoted: BTreeMap<DocumentId, usize> = BTreeMap::new();
    for held in ledger.claims_of(&asked.mission).filter(|held| held.claim.published.day <= asked.known_on) {
        if let Some(quote) = held.claim.quote() {
            *quoted.entry(quote.document).or_default() += 1;
        }
    }
    let known = |(id, claims)| Some((ledger.document(id)?, id, claims));
    let mut known: Vec<_> = quoted.into_iter().filter_map(known).collect();
    known.retain(|(document, ..)| document.published.day <= asked.known_on);
    known.sort_by_key(|(document, id, _)| (Reverse(document.published.day), *id));
    let newest = known.into_iter().take(NEWEST).map(|(document, id, claims)| Newest {
        document: id.to_string(),
        title: document.title.to_string(),
        publisher: document.publisher.as_ref().map(ToString::to_string),
        published: document.published.day,
        claims,
    });
    newest.collect()
}
