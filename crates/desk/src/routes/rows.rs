//! `GET /api/v1/missions/{mission}/rows`: the picture as flat rows, one figure each.

use axum::{extract::State, response::Response};
use picture::{COLUMNS, Row};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{DaysAndFormat, Wants},
        problem::Problem,
        taken::{Path, Query},
        who::Who,
    },
    shapes::{AskedShape, WhoseShape},
};

/// The picture of a day as flat rows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rows {
    asked: AskedShape,
    rows: Vec<RowShape>,
}

/// One figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Row)]
struct RowShape {
    whose: WhoseShape,
    /// Of what: `people`, a currency, a kind of equipment.
    #[schema(example = "people")]
    resource: String,
    /// In which stage; `promised in all` before the stages.
    #[schema(example = "deployed")]
    stage: String,
    /// The least.
    low: u64,
    /// The least contradicted; none where no source gives a number.
    best: Option<u64>,
    /// The most; none: no claim gives a ceiling.
    high: Option<u64>,
    /// The claims behind it.
    claims: Vec<String>,
}

/// The picture as flat rows
#[utoipa::path(
    get, path = "/missions/{mission}/rows", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), DaysAndFormat),
    responses(
        (status = 200, description = "One figure a row", content((Rows = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn rows(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<DaysAndFormat>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    let form = wants.form(query.format)?;
    desk.answer(&wants, asked, form, "rows".to_owned(), move |kept, asked| {
        let picture = kept.picture(asked);
        let rows = picture.rows();
        match form {
            Form::Csv => Answer::csv(COLUMNS, rows.iter().map(Row::cells)),
            Form::Json => {
                let figures = picture.lines.iter().flat_map(|line| line.figures().map(move |it| (line, it)));
                let rows = figures.map(|(line, (stage, figure))| RowShape {
                    whose: (&line.whose).into(),
                    resource: line.resource.to_string(),
                    stage,
                    low: figure.low,
                    best: figure.best,
                    high: figure.high,
                    claims: figure.claims.iter().map(ToString::to_string).collect(),
                });
                Answer::json(&Rows { asked: asked.into(), rows: rows.collect() })
            }
        }
    })
    .await
}
