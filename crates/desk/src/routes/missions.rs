//! `GET /api/v1/missions`: the missions of which the asker may see claims.

use axum::extract::State;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    mission,
    server::{Desk, all::Told, answer::Answer, looking::Wants, problem::Problem, who::Who},
};

/// A mission that claims are of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Mission {
    /// Its code.
    #[schema(example = "MSS")]
    code: String,
    /// Its name, where a pack of it gives one.
    #[schema(example = "Multinational Security Support mission in Haiti")]
    name: Option<String>,
    /// How many claims are of it.
    claims: u64,
    /// The first day on which a claim was published.
    #[schema(value_type = String, format = Date)]
    first_published: Date,
    /// The last such day.
    #[schema(value_type = String, format = Date)]
    last_published: Date,
}

/// All missions that may be seen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Missions {
    missions: Vec<Mission>,
    /// Today, in the missions' area: what `as_of` and `known_on` are where they are not named.
    #[schema(value_type = String, format = Date)]
    today: Date,
}

/// The missions that the ledger tells of
///
/// Only those of which the asker may see a claim, the one with most claims first.
#[utoipa::path(
    get, path = "/missions", tag = "missions",
    responses((status = 200, body = Missions)),
)]
pub(crate) async fn missions(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
) -> Result<axum::response::Response, Problem> {
    let mut missions: Vec<_> = desk.shelf.all().missions(who.viewer).map(Mission::of).collect();
    missions.sort_by_key(|mission| std::cmp::Reverse(mission.claims));
    Ok(wants.given(&Answer::json(&Missions { missions, today: desk.today() })?))
}

impl Mission {
    fn of(told: Told<'_>) -> Self {
        Self {
            code: told.mission.to_string(),
            name: mission::name(told.mission),
            claims: told.claims,
            first_published: told.first,
            last_published: told.last,
        }
    }
}
