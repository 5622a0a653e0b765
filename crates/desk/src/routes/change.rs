//! `GET /api/v1/missions/{mission}/change`: what differs between two pictures, and which entries did it.

use axum::{extract::State, response::Response};
use jiff::{ToSpan, civil::Date};
use picture::{Asked, CHANGE_COLUMNS, ChangedRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{Format, Wants},
        problem::Problem,
        taken::{Path, Query},
        who::Who,
    },
    shapes::{AskedShape, ChangedShape, DecisionShape, DisputeShape, EntryShape, EventShape},
};

/// A picture is compared with that of so many days before, where the question does not say.
const BEFORE: i32 = 7;

/// Which two pictures are compared.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChangeQuery {
    /// The day of the first picture; a week before the second's if not given.
    #[param(value_type = Option<String>, format = Date)]
    from_as_of: Option<Date>,
    /// The first picture's last day of publication; a week before the second's if not given.
    #[param(value_type = Option<String>, format = Date)]
    from_known_on: Option<Date>,
    /// The day of the second picture; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    as_of: Option<Date>,
    /// The second picture's last day of publication; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    known_on: Option<Date>,
    /// The form, for links that cannot set an `Accept` header.
    format: Option<Format>,
}

/// What differs between two pictures of one mission.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Change {
    /// What the second picture was asked.
    asked: AskedShape,
    /// What the first was asked.
    from: AskedShape,
    /// The figures that differ, in the order of a picture's rows.
    figures: Vec<ChangedShape>,
    /// Disputes that the second picture has and the first has not.
    opened: Vec<DisputeShape>,
    /// Disputes that the first has and the second has not.
    closed: Vec<DisputeShape>,
    /// Movements that the second picture counts and the first does not.
    came: Vec<EventShape>,
    /// Movements that the first counts and the second does not, or counts otherwise.
    went: Vec<EventShape>,
    /// Claims that one picture rests on and the other could not, and claims that speak of the days between.
    entries: Vec<EntryShape>,
    /// Decisions that one could know and the other not.
    decisions: Vec<DecisionShape>,
}

/// What differs between two pictures, and which entries did it
#[utoipa::path(
    get, path = "/missions/{mission}/change", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), ChangeQuery),
    responses(
        (status = 200, description = "What differs; as a table the figures", content((Change = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn change(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<ChangeQuery>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    let form = wants.form(query.format)?;
    let before = |named: Option<Date>, day: Date| named.unwrap_or_else(|| day.saturating_sub(BEFORE.days()));
    let from = Asked {
        as_of: before(query.from_as_of, asked.as_of),
        known_on: before(query.from_known_on, asked.known_on),
        ..asked.clone()
    };
    let route = format!("change {} {}", from.as_of, from.known_on);
    desk.answer(&wants, asked, form, route, move |kept, asked| {
        let change = kept.change(&from, asked);
        if form == Form::Csv {
            return Answer::csv(CHANGE_COLUMNS, change.rows.iter().map(ChangedRow::cells));
        }
        let (then, now) = (kept.picture(&from), kept.picture(asked));
        let ledger = kept.ledger();
        Answer::json(&Change {
            asked: (&change.after).into(),
            from: (&change.before).into(),
            figures: change.rows.iter().map(Into::into).collect(),
            opened: change.opened.iter().map(|it| DisputeShape::of(ledger, &now, it)).collect(),
            closed: change.closed.iter().map(|it| DisputeShape::of(ledger, &then, it)).collect(),
            came: change.came.iter().map(Into::into).collect(),
            went: change.went.iter().map(Into::into).collect(),
            entries: change.entries.iter().map(|it| EntryShape::of(ledger, it)).collect(),
            decisions: change.decisions.iter().map(Into::into).collect(),
        })
    })
    .await
}
