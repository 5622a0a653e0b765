//! `GET /api/v1/missions/{mission}/strength`: how one stage moved through time, with every claim on it as a point.

use std::collections::BTreeSet;

use axum::{extract::State, response::Response};
use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Resource};
use picture::{Asked, HISTORY_COLUMNS, History, OnDay, Saying, Series, Side, Tells};
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{Format, Wants},
        problem::{Code, Problem},
        taken::{Path, Query},
        who::Who,
    },
    shapes::{AskedShape, BetweenShape, CeilingShape, FigureKey, TakenShape, WhoseShape},
};

/// What is asked of strength through time.
#[derive(Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct StrengthQuery {
    /// The day looked at; the series reach to `known_on` whatever it is. Today if not given.
    #[param(value_type = Option<String>, format = Date)]
    as_of: Option<Date>,
    /// The last day of publication that counts, and the last of the series; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    known_on: Option<Date>,
    /// The stage, `promised in all` for the pledge total; `deployed` if not given.
    #[param(example = "deployed")]
    stage: Option<String>,
    /// Of what; `people` if not given.
    #[param(example = "people")]
    resource: Option<String>,
    /// Whose, by code; may be given several times. `sum`, all together, if not given.
    #[param(required = false, example = json!(["KEN"]))]
    party: Vec<String>,
    /// The form, for links that cannot set an `Accept` header.
    #[param(inline)]
    format: Option<Format>,
}

/// One stage of one resource through time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StrengthThroughTime)]
pub(crate) struct Strength {
    asked: AskedShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// In which stage.
    #[schema(example = "deployed")]
    stage: String,
    /// By party, in the order of a picture's rows. Whoever has no such strength has no series.
    series: Vec<SeriesShape>,
    /// Every ceiling told of, the oldest first.
    ceilings: Vec<CeilingShape>,
    /// What else could be asked: every resource with its stages and contributors.
    choices: Vec<Choice>,
}

/// One balance through time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Series)]
struct SeriesShape {
    whose: WhoseShape,
    key: FigureKey,
    /// The days on which it changes, in order; each holds until the next, the last until `known_on`.
    days: Vec<DayShape>,
    /// The claims that speak of it, by the day they speak of. The sum of all has those that count the whole mission, and
    /// those that tell of movements, whoever moved.
    points: Vec<Point>,
}

/// What stood at the end of a day on which that changes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeriesDay)]
struct DayShape {
    /// The day.
    #[schema(value_type = String, format = Date)]
    day: Date,
    /// How many; none: from that day on nothing asks for anybody there.
    stood: Option<BetweenShape>,
}

/// What one report says of a balance.
#[derive(Debug, Serialize, ToSchema)]
struct Point {
    /// The first day that it may speak of; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    first_day: Option<Date>,
    /// The last day that it may speak of.
    #[schema(value_type = String, format = Date)]
    day: Date,
    /// Whether it counts the balance or tells of a movement.
    tells: TellsShape,
    /// By which step, where it tells of a movement.
    #[schema(example = "deploy")]
    step: Option<String>,
    /// What it says, with its hedge.
    #[schema(example = "nearly 400")]
    words: String,
    /// The least it means.
    low: u64,
    /// The number it gives, if any.
    best: Option<u64>,
    /// The most it means; none: no ceiling.
    high: Option<u64>,
    /// How the reading took it.
    taken: TakenShape,
    /// What the reading has there: the balance, or the size of the movement; none where it was not weighed.
    reading: Option<u64>,
    /// Who says it, where they have a name.
    source: Option<String>,
    /// The claims that say it.
    claims: Vec<PointClaim>,
}

/// What a report tells of a balance.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Tells)]
enum TellsShape {
    /// How many stood there.
    Count,
    /// How many came.
    Came,
    /// How many left.
    Left,
}

/// A claim behind a point.
#[derive(Debug, Serialize, ToSchema)]
struct PointClaim {
    /// The claim.
    claim: String,
    /// The document that it quotes; none: entered by hand.
    document: Option<String>,
    /// The day of publication.
    #[schema(value_type = String, format = Date)]
    published: Date,
    /// The words that say it.
    quote: Option<String>,
}

/// What strength there is of one resource.
#[derive(Debug, Serialize, ToSchema)]
struct Choice {
    /// Of what.
    resource: String,
    /// In which stages, in their order.
    stages: Vec<String>,
    /// Whose.
    whose: Vec<WhoseShape>,
}

/// Strength through time
///
/// One stage of one resource on every day up to `known_on`, with its bounds, every claim on it as a point, and the ceilings.
#[utoipa::path(
    get, path = "/missions/{mission}/strength", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), StrengthQuery),
    responses(
        (status = 200, description = "The series", content((Strength = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn strength(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StrengthQuery { as_of, known_on, stage, resource, party, format } = StrengthQuery::of(pairs)?;
    let asked = desk.asked(who, &mission, as_of, known_on)?;
    let form = wants.form(format)?;
    let stage = stage.map_or_else(|| "deployed".to_owned(), |stage| stage.replace('-', " "));
    let resource = resource.unwrap_or_else(|| "people".to_owned());
    let resource: Resource = resource
        .parse()
        .map_err(|error: model::NotAResource| Problem::new(Code::BadQuery, format!("resource: {error}")))?;
    let party: BTreeSet<String> =
        if party.is_empty() { ["sum".to_owned()].into() } else { party.into_iter().collect() };
    let route = format!("strength {stage:?} {resource:?} {party:?}");
    desk.answer(&wants, asked, form, route, move |kept, asked| {
        let mut history = kept.history(asked);
        let choices = choices(&history);
        history.only(&resource, &stage, |whose| party.contains(&whose.to_string()));
        if form == Form::Csv {
            return Answer::csv(HISTORY_COLUMNS, history.cells());
        }
        let last = kept.picture(&Asked { as_of: asked.known_on, ..asked.clone() });
        let ledger = kept.ledger();
        Answer::json(&Strength {
            asked: asked.into(),
            resource: resource.to_string(),
            series: history.series.iter().map(|series| SeriesShape::of(ledger, series)).collect(),
            stage,
            ceilings: last.frame.ceilings.iter().rev().map(Into::into).collect(),
            choices,
        })
    })
    .await
}

impl StrengthQuery {
    /// A query may name several parties, so it is read pair by pair.
    fn of(pairs: Vec<(String, String)>) -> Result<Self, Problem> {
        let mut query = Self::default();
        for (name, value) in pairs {
            let refused = |why: String| Problem::new(Code::BadQuery, format!("{name}: {why}"));
            let day = |value: &str| value.parse::<Date>().map_err(|error| refused(error.to_string()));
            match name.as_str() {
                "as_of" => query.as_of = Some(day(&value)?),
                "known_on" => query.known_on = Some(day(&value)?),
                "stage" => query.stage = Some(value),
                "resource" => query.resource = Some(value),
                // A `+` between codes comes as a space where it was not written as `%2B`.
                "party" => query.party.push(value.replace(' ', "+")),
                "format" => {
                    query.format = Some(match value.as_str() {
                        "json" => Format::Json,
                        "csv" => Format::Csv,
                        _ => return Err(refused(format!("`{value}` is no form; write `json` or `csv`"))),
                    });
                }
                _ => {
                    return Err(Problem::new(Code::BadQuery, format!("unknown field `{name}`"))
                        .hint("known are as_of, known_on, stage, resource, party and format"));
                }
            }
        }
        Ok(query)
    }
}

fn choices(history: &History) -> Vec<Choice> {
    let of_resource = history.series.iter().map(|series| &series.resource).collect::<BTreeSet<_>>();
    let choice = |resource: &Resource| {
        let own = || history.series.iter().filter(move |series| series.resource == *resource);
        let told: BTreeSet<&str> = own().map(|series| series.stage.as_str()).collect();
        let stages = resource.kind().map(model::ResourceKind::stages).unwrap_or_default();
        let called =
            std::iter::once("promised in all".to_owned()).chain(stages.iter().map(ToString::to_string));
        let whose: BTreeSet<_> = own().map(|series| &series.whose).collect();
        Choice {
            resource: resource.to_string(),
            stages: called.filter(|stage| told.contains(stage.as_str())).collect(),
            whose: whose.into_iter().map(Into::into).collect(),
        }
    };
    of_resource.into_iter().map(choice).collect()
}

impl SeriesShape {
    fn of(ledger: &Ledger, series: &Series) -> Self {
        let day = |OnDay { day, stood }: &OnDay| DayShape { day: *day, stood: stood.map(Into::into) };
        Self {
            whose: (&series.whose).into(),
            key: FigureKey::of(&series.whose, &series.resource, &series.stage),
            days: series.days.iter().map(day).collect(),
            points: series.claims.iter().map(|saying| Point::of(ledger, saying)).collect(),
        }
    }
}

impl Point {
    fn of(ledger: &Ledger, saying: &Saying) -> Self {
        let (tells, step) = match saying.tells {
            Tells::Count => (TellsShape::Count, None),
            Tells::Came { step } => (TellsShape::Came, Some(step.to_string())),
            Tells::Left { step } => (TellsShape::Left, Some(step.to_string())),
        };
        let Side { words, low, best, high, claims } = &saying.said;
        Self {
            first_day: saying.first_day,
            day: saying.day,
            tells,
            step,
            words: words.clone(),
            low: *low,
            best: *best,
            high: *high,
            taken: saying.taken.into(),
            reading: saying.reading,
            source: saying.source.clone(),
            claims: claims.iter().filter_map(|id| PointClaim::of(ledger, *id)).collect(),
        }
    }
}

impl PointClaim {
    fn of(ledger: &Ledger, id: ClaimId) -> Option<Self> {
        let claim = &ledger.claim(id)?.claim;
        Some(Self {
            claim: id.to_string(),
            document: claim.quote().map(|quote| quote.document.to_string()),
            published: claim.published.day,
            quote: ledger.words(claim).map(crate::claim_table::one_line),
        })
    }
}
