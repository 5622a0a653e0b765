//! `GET /api/v1/missions/{mission}/contributors` and `.../contributors/{whose}`: who kept what promise, and one contributor's page.

use std::collections::BTreeMap;

use axum::{extract::State, response::Response};
use ledger::{Held, Ledger};
use model::{ClaimId, Resource, ResourceKind, Service, Step};
use picture::{Contributor, Event, Figure, Line, Overdue, Picture};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{Days, DaysAndFormat, Wants},
        problem::{Code, Problem},
        taken::{Path, Query},
        who::Who,
    },
    shapes::{
        AskedShape, ClaimCard, DisputeShape, EventShape, OverdueShape, PlanShape, StatedCountShape,
        StrengthShape, WhoseShape, claims::cards,
    },
};

/// Who promised, trained, is ready, arrived, went home and was lost.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ByContributor {
    asked: AskedShape,
    /// The stages of people, in the order in which they are reached.
    stages: Vec<String>,
    contributors: Vec<ContributorRow>,
    /// All people together; none where nothing is told of any.
    total: Option<StrengthShape>,
}

/// One contributor of people.
#[derive(Debug, Serialize, ToSchema)]
struct ContributorRow {
    #[serde(flatten)]
    strength: StrengthShape,
    /// Its promises of days that have passed, the latest due first.
    overdue: Vec<OverdueShape>,
}

/// One contributor: everything that is told of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Contributor)]
pub(crate) struct ContributorPage {
    asked: AskedShape,
    whose: WhoseShape,
    /// In a sentence for each resource.
    sentences: Vec<String>,
    /// What stands, of each resource.
    strength: Vec<StrengthShape>,
    /// What it promised, the oldest first.
    promises: Vec<PromiseShape>,
    /// Promises of days that have passed, the latest due first.
    overdue: Vec<OverdueShape>,
    /// What is planned, proposed or denied.
    plans: Vec<PlanShape>,
    /// Movements towards being ready, in their order.
    readiness: Vec<EventShape>,
    /// Movements by which something came, in their order.
    arrivals: Vec<EventShape>,
    /// Movements by which something went home or out of use.
    returns: Vec<EventShape>,
    /// Movements by which something was lost.
    losses: Vec<EventShape>,
    /// Its formed bodies by their number, each with its movements.
    contingents: Vec<Contingent>,
    /// Every count, the oldest first.
    counts: Vec<StatedCountShape>,
    /// What to know beside its figures, each with its claims.
    notes: Vec<NoteShape>,
    /// Its disputes: those that bear on the day first, then the dearest.
    disputes: Vec<DisputeShape>,
    /// What each report said of it, in the order of publication.
    said: Vec<ClaimCard>,
}

/// A promise, or its withdrawal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Promise)]
struct PromiseShape {
    /// How many days before the day pictured it was made, as far as told: else published.
    age_days: i32,
    claim: ClaimCard,
}

/// A formed body, by its number.
#[derive(Debug, Serialize, ToSchema)]
struct Contingent {
    /// Which: `4` is the fourth.
    ordinal: u16,
    /// Its movements, in their order.
    movements: Vec<EventShape>,
}

/// A remark.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Note)]
struct NoteShape {
    /// Of what.
    resource: String,
    /// What to know, in a sentence.
    words: String,
    /// The claims that it is about.
    claims: Vec<String>,
}

/// Who kept what promise
#[utoipa::path(
    get, path = "/missions/{mission}/contributors", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), DaysAndFormat),
    responses(
        (status = 200, description = "One contributor of people a row", content((ByContributor = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn contributors(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<DaysAndFormat>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    let form = wants.form(query.format)?;
    desk.answer(&wants, asked, form, "contributors".to_owned(), move |kept, asked| {
        let picture = kept.picture(asked);
        let lines: Vec<&Line> = people(&picture).filter(|line| line.whose != Contributor::Sum).collect();
        if form == Form::Csv {
            return Answer::csv(columns(), lines.iter().map(|line| cells(&picture, line)));
        }
        Answer::json(&ByContributor {
            asked: asked.into(),
            stages: ResourceKind::People.stages().iter().map(ToString::to_string).collect(),
            contributors: lines
                .iter()
                .map(|line| ContributorRow {
                    strength: (*line).into(),
                    overdue: overdue(&picture, line).map(|it| OverdueShape::of(kept.ledger(), it)).collect(),
                })
                .collect(),
            total: picture.people().map(Into::into),
        })
    })
    .await
}

/// The parts of the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    mission: String,
    whose: String,
}

/// One contributor's page
#[utoipa::path(
    get, path = "/missions/{mission}/contributors/{whose}", tag = "missions",
    params(
        ("mission" = String, Path, description = "The mission's code", example = "MSS"),
        ("whose" = String, Path, description = "Whose, by code", example = "KEN"),
        Days,
    ),
    responses((status = 200, body = ContributorPage), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn contributor(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(Named { mission, whose }): Path<Named>,
    Query(query): Query<Days>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    desk.answer(&wants, asked, Form::Json, format!("contributors {whose:?}"), move |kept, asked| {
        let picture = kept.picture(asked);
        let found = picture.lines.iter().map(|line| &line.whose).find(|it| it.to_string() == whose);
        let found = found.ok_or_else(|| {
            let words =
                format!("the picture of {} on {} tells nothing of `{whose}`", asked.mission, asked.as_of);
            Problem::new(Code::UnknownContributor, words)
                .hint(format!("`/api/v1/missions/{}/contributors` lists them by code", asked.mission))
        })?;
        Answer::json(&ContributorPage::of(kept.ledger(), &picture, found))
    })
    .await
}

fn people(picture: &Picture) -> impl Iterator<Item = &Line> {
    let people = Resource::People(Service::Unstated);
    picture.lines.iter().filter(move |line| line.resource == people)
}

fn overdue<'p>(picture: &'p Picture, line: &Line) -> impl Iterator<Item = &'p Overdue> {
    picture.overdue.iter().filter(|it| it.whose == line.whose && it.resource == line.resource)
}

/// `party`, `name`, each figure with its bounds, the share kept, and how many promises are overdue.
fn columns() -> Vec<String> {
    let mut columns = vec!["party".to_owned(), "name".to_owned()];
    let stages = ResourceKind::People.stages();
    let figures = std::iter::once("promised_in_all".to_owned()).chain(stages.iter().map(ToString::to_string));
    for figure in figures.chain(["kept_percent".to_owned()]) {
        columns.extend(["low", "best", "high"].map(|end| format!("{figure}_{end}")));
    }
    columns.push("overdue".to_owned());
    columns
}

fn cells(picture: &Picture, line: &Line) -> Vec<String> {
    let number = |it: Option<u64>| it.map(|n| n.to_string()).unwrap_or_default();
    let figure = |it: Option<&Figure>| {
        [it.map(|it| it.low), it.and_then(|it| it.best), it.and_then(|it| it.high)].map(number)
    };
    let mut cells = vec![line.whose.to_string(), line.whose.name()];
    cells.extend(figure(line.promised_in_all.as_ref()));
    for stage in ResourceKind::People.stages() {
        cells.extend(figure(line.stages.get(&stage)));
    }
    let kept = line.kept();
    cells.extend(
        [kept.map(|it| it.low), kept.and_then(|it| it.best), kept.and_then(|it| it.high)].map(number),
    );
    cells.push(overdue(picture, line).count().to_string());
    cells
}

impl ContributorPage {
    fn of(ledger: &Ledger, picture: &Picture, whose: &Contributor) -> Self {
        let lines = || picture.lines.iter().filter(|line| line.whose == *whose);
        let events = |wanted: fn(Step) -> bool| {
            let own = picture.events.iter().filter(|event| event.whose == *whose && wanted(event.step));
            own.map(Into::into).collect::<Vec<EventShape>>()
        };
        let notes = lines().flat_map(|line| line.notes.iter().map(move |note| (line, note)));
        let said = said(ledger, picture, whose);
        let plans = picture.plans.iter().chain(&picture.denials);
        Self {
            asked: (&picture.asked).into(),
            whose: whose.into(),
            sentences: lines().map(Line::sentence).collect(),
            strength: lines().map(Into::into).collect(),
            promises: promises(ledger, picture, whose),
            overdue: lines()
                .flat_map(|line| overdue(picture, line))
                .map(|it| OverdueShape::of(ledger, it))
                .collect(),
            plans: plans.filter(|it| is_of(ledger, whose, it.claim)).map(Into::into).collect(),
            readiness: events(|step| {
                matches!(step, Step::EnterTraining | Step::Certify | Step::Ship | Step::Commit)
            }),
            arrivals: events(|step| matches!(step, Step::Deploy | Step::Deliver | Step::Pay)),
            returns: events(|step| {
                matches!(
                    step,
                    Step::Rotate | Step::Repatriate | Step::Return | Step::BreakDown | Step::Repair
                )
            }),
            losses: events(|step| step == Step::Lose),
            contingents: contingents(picture, whose),
            counts: lines()
                .flat_map(|line| line.counts.iter().map(move |count| StatedCountShape::of(line, count)))
                .collect(),
            notes: notes
                .map(|(line, note)| NoteShape {
                    resource: line.resource.to_string(),
                    words: note.words.clone(),
                    claims: note.claims.iter().map(ToString::to_string).collect(),
                })
                .collect(),
            disputes: picture
                .disputes
                .iter()
                .filter(|dispute| dispute.whose == *whose)
                .map(|dispute| DisputeShape::of(ledger, picture, dispute))
                .collect(),
            said,
        }
    }
}

fn is_of(ledger: &Ledger, whose: &Contributor, claim: ClaimId) -> bool {
    ledger.claim(claim).is_some_and(|held| whose.is_told_of(&held.claim.statement))
}

fn promises(ledger: &Ledger, picture: &Picture, whose: &Contributor) -> Vec<PromiseShape> {
    let promises = picture.promises(ledger, whose).into_iter();
    let shape = |promise: picture::Promise| {
        let claim = cards(ledger, [&promise.claim]).pop()?;
        Some(PromiseShape { age_days: promise.age_days, claim })
    };
    promises.filter_map(shape).collect()
}

/// The movements that name a contingent, by its number.
fn contingents(picture: &Picture, whose: &Contributor) -> Vec<Contingent> {
    let mut contingents: BTreeMap<u16, Vec<&Event>> = BTreeMap::new();
    for event in picture.events.iter().filter(|event| event.whose == *whose) {
        if let Some(ordinal) = event.ordinal {
            contingents.entry(ordinal.0.get()).or_default().push(event);
        }
    }
    let contingent = |(ordinal, movements): (u16, Vec<&Event>)| Contingent {
        ordinal,
        movements: movements.into_iter().map(Into::into).collect(),
    };
    contingents.into_iter().map(contingent).collect()
}

/// Every claim on it that is known, in the order of publication.
fn said(ledger: &Ledger, picture: &Picture, whose: &Contributor) -> Vec<ClaimCard> {
    let asked = &picture.asked;
    let own = ledger.claims_of(&asked.mission).filter(|held| held.claim.published.day <= asked.known_on);
    let mut own: Vec<&Held> = own.filter(|held| whose.is_told_of(&held.claim.statement)).collect();
    own.sort_by_key(|held| (held.claim.published.day, held.id));
    own.into_iter().map(|held| ClaimCard::of(ledger, held, ledger.standing(held.id))).collect()
}
