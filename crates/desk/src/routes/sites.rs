//! `GET /api/v1/missions/{mission}/sites`: the sites, who holds them since when, and where they lie.

use axum::{extract::State, response::Response};
use jiff::civil::Date;
use picture::{Contributor, SiteEvent, SiteLine};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    mission::Position,
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{DaysAndFormat, Wants},
        problem::Problem,
        taken::{Path, Query},
        who::Who,
    },
    shapes::{AskedShape, WhoseShape, claims::ids},
};

/// The sites of a mission.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Sites {
    asked: AskedShape,
    /// By name.
    sites: Vec<SiteShape>,
}

/// One site.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Site)]
struct SiteShape {
    /// Its name, as told.
    #[schema(example = "National Palace")]
    site: String,
    /// What became of it last.
    #[schema(example = "retaken")]
    status: String,
    /// Who did that or holds it.
    holder: WhoseShape,
    /// Since when, as EDTF has it.
    #[schema(example = "2024-07-17")]
    since: String,
    /// All that is told of it, in order.
    history: Vec<SiteEventShape>,
    /// Where it lies, where the mission's table of places knows it.
    position: Option<PositionShape>,
}

/// What became of a site once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SiteEvent)]
struct SiteEventShape {
    /// What became of it.
    status: String,
    /// Who did it or holds it.
    holder: WhoseShape,
    /// When, as EDTF has it.
    when: String,
    /// The first day that can mean; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    first_day: Option<Date>,
    /// The last day that can mean; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    last_day: Option<Date>,
    /// The claims that tell of it.
    claims: Vec<String>,
}

/// A place on the map.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Position)]
struct PositionShape {
    /// North of the equator, in degrees.
    latitude: f64,
    /// East of Greenwich, in degrees.
    longitude: f64,
    /// How far off that may be, in kilometres.
    within_km: f64,
    /// Where it is from.
    source: String,
}

/// The names of the columns of the table.
const COLUMNS: [&str; 10] = [
    "site",
    "status",
    "holder",
    "since",
    "latitude",
    "longitude",
    "within_km",
    "place_source",
    "times_told",
    "claims",
];

/// The sites, who holds them, since when and where
#[utoipa::path(
    get, path = "/missions/{mission}/sites", tag = "missions",
    params(("mission" = String, Path, description = "The mission's code", example = "MSS"), DaysAndFormat),
    responses(
        (status = 200, description = "One site a row", content((Sites = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn sites(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(mission): Path<String>,
    Query(query): Query<DaysAndFormat>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &mission, query.as_of, query.known_on)?;
    let form = wants.form(query.format)?;
    desk.answer(&wants, asked, form, "sites".to_owned(), move |kept, asked| {
        let picture = kept.picture(asked);
        let positions = crate::mission::positions(&asked.mission);
        let placed = |line: &SiteLine| {
            let name = line.site.to_string();
            positions.iter().find(|position| position.is_of(&name)).cloned()
        };
        let sites = picture.frame.sites.iter().filter_map(|line| SiteShape::of(line, placed(line)));
        if form == Form::Csv {
            return Answer::csv(COLUMNS, sites.map(|site| site.cells()));
        }
        Answer::json(&Sites { asked: asked.into(), sites: sites.collect() })
    })
    .await
}

impl SiteShape {
    /// A site of which something is told.
    fn of(line: &SiteLine, position: Option<Position>) -> Option<Self> {
        let last = line.history.last()?;
        Some(Self {
            site: line.site.to_string(),
            status: line.status.to_string(),
            holder: (&Contributor::from(&last.holder)).into(),
            since: last.when.to_string(),
            history: line.history.iter().map(Into::into).collect(),
            position: position.map(|it| PositionShape {
                latitude: it.latitude,
                longitude: it.longitude,
                within_km: it.within_km,
                source: it.source,
            }),
        })
    }

    fn cells(&self) -> [String; 10] {
        let place = self.position.as_ref();
        let degrees =
            |it: fn(&PositionShape) -> f64| place.map(|place| it(place).to_string()).unwrap_or_default();
        let claims: Vec<_> = self.history.iter().flat_map(|event| event.claims.iter().cloned()).collect();
        [
            self.site.clone(),
            self.status.clone(),
            self.holder.code.clone(),
            self.since.clone(),
            degrees(|place| place.latitude),
            degrees(|place| place.longitude),
            degrees(|place| place.within_km),
            place.map(|place| place.source.clone()).unwrap_or_default(),
            self.history.len().to_string(),
            claims.join(" "),
        ]
    }
}

impl From<&SiteEvent> for SiteEventShape {
    fn from(event: &SiteEvent) -> Self {
        Self {
            status: event.status.to_string(),
            holder: (&Contributor::from(&event.holder)).into(),
            when: event.when.to_string(),
            first_day: event.when.earliest(),
            last_day: event.when.latest(),
            claims: ids(&event.claims),
        }
    }
}
