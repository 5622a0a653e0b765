//! A figure as the screens show it, with the key that opens what is behind it.

use jiff::civil::Date;
use picture::{Between, Bound, Contributor, Figure};
use serde::Serialize;
use utoipa::ToSchema;

/// How many stood somewhere at the end of the day. `low <= best <= high` wherever they are given.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Figure)]
pub(crate) struct FigureShape {
    /// The least.
    low: u64,
    /// The least contradicted; none where no source gives a number.
    best: Option<u64>,
    /// The most; none: no claim gives a ceiling.
    high: Option<u64>,
    /// All of it in words.
    #[schema(example = "about 745 (733-761)")]
    words: String,
    /// How it was reached, in a few words.
    how: String,
    /// The last day that the claims behind it speak of.
    #[schema(value_type = Option<String>, format = Date)]
    since: Option<Date>,
    /// How many days before the day pictured that was.
    days_old: i32,
    /// What the movements told add up to by their own reports; none where none is told.
    by_movements: Option<u64>,
    /// How many claims are behind it.
    claims: usize,
    /// What of it hangs on one source.
    hangs_on: Vec<HangsOn>,
    /// What names it.
    key: FigureKey,
}

/// What of a figure hangs on one source.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HangsOn {
    /// Without the source it would be its least, its most, or nothing would be said of it.
    bound: BoundShape,
    /// What the source is called, if it has a name.
    source: Option<String>,
}

/// The ends of a figure.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Bound)]
pub(crate) enum BoundShape {
    /// Its least.
    Low,
    /// Its most.
    High,
    /// All of it.
    All,
}

/// What names a figure in a picture. It is opened at `figures/{whose}/{resource}/{stage}`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureKey {
    /// Whose, by code.
    #[schema(example = "KEN")]
    pub(crate) whose: String,
    /// Of what.
    #[schema(example = "people")]
    pub(crate) resource: String,
    /// In which stage; `promised` is what is still owed, `promised in all` the pledge total.
    #[schema(example = "deployed")]
    pub(crate) stage: String,
}

/// A number with its bounds.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Between)]
pub(crate) struct BetweenShape {
    /// The least.
    pub(crate) low: u64,
    /// The best estimate; none where no source gives a number.
    pub(crate) best: Option<u64>,
    /// The most; none: no ceiling.
    pub(crate) high: Option<u64>,
}

impl FigureShape {
    /// A figure of a line.
    pub(crate) fn of(whose: &Contributor, resource: &model::Resource, stage: &str, figure: &Figure) -> Self {
        let hangs_on = figure.hangings();
        let hangs_on =
            hangs_on.map(|(bound, _, on)| HangsOn { bound: bound.into(), source: on.source.clone() });
        Self {
            low: figure.low,
            best: figure.best,
            high: figure.high,
            words: figure.to_string(),
            how: figure.how(),
            since: figure.since,
            days_old: figure.days_old,
            by_movements: figure.by_movements,
            claims: figure.claims.len(),
            hangs_on: hangs_on.collect(),
            key: FigureKey::of(whose, resource, stage),
        }
    }
}

impl FigureKey {
    pub(crate) fn of(whose: &Contributor, resource: &model::Resource, stage: &str) -> Self {
        Self { whose: whose.to_string(), resource: resource.to_string(), stage: stage.to_owned() }
    }
}

impl From<Between> for BetweenShape {
    fn from(Between { low, best, high }: Between) -> Self {
        Self { low, best, high }
    }
}

impl From<Bound> for BoundShape {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::Low => Self::Low,
            Bound::High => Self::High,
            Bound::All => Self::All,
        }
    }
}
