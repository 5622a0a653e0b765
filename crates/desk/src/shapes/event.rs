//! A movement as its reports tell it, and counts as stated.

use jiff::civil::Date;
use picture::{Event, Line, Noted, StatedCount, Taken, Use};
use serde::Serialize;
use utoipa::ToSchema;

use super::{WhoseShape, claims::ids};

/// One movement, as its reports tell it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub(crate) struct EventShape {
    whose: WhoseShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// Which step.
    #[schema(example = "deploy")]
    step: String,
    /// The first day it can have happened; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    first_day: Option<Date>,
    /// The last day it can have happened.
    #[schema(value_type = String, format = Date)]
    last_day: Date,
    /// Which of the party's contingents, if a report says so.
    pub(crate) ordinal: Option<u16>,
    /// The least that any report allows.
    low: u64,
    /// The number taken; none where no report gives one.
    best: Option<u64>,
    /// The most that any report allows; none: no ceiling.
    high: Option<u64>,
    /// What the picture did with it.
    #[serde(rename = "use")]
    use_: UseShape,
    /// Why it was not added, where it was not and there is more to say.
    why: Option<String>,
    /// The claims that tell of it.
    claims: Vec<String>,
}

/// What a picture did with a movement.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Use)]
enum UseShape {
    /// It moves the balances.
    Counted,
    /// It gives no day, and a later count holds it.
    BeforeCount,
    /// It may tell of the same as others, and so was not added.
    MayBeSame,
    /// It may have come on top of the last count or not: it widens the bounds alone.
    Possible,
    /// A report puts it by the day asked for, but it is taken to have come after.
    Later,
}

/// A count as stated, whether the reading rests on it or not.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StatedCount)]
pub(crate) struct StatedCountShape {
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// In which stage; `promised` is the pledge total.
    #[schema(example = "ready")]
    stage: String,
    /// The day it speaks of.
    #[schema(value_type = String, format = Date)]
    day: Date,
    /// How the reading took it.
    taken: TakenShape,
    /// What it says, with its hedge.
    words: String,
    /// The least it means.
    low: u64,
    /// The number it gives, if any.
    best: Option<u64>,
    /// The most it means; none: no ceiling.
    high: Option<u64>,
    /// The claims that say it.
    claims: Vec<String>,
}

/// How a reading took a report.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Taken)]
pub(crate) enum TakenShape {
    /// It stands.
    Stands,
    /// The reading leaves it.
    Outvoted,
    /// It counts named units only, and others count the whole.
    PartOnly,
    /// Nothing was weighed with it: it may repeat others.
    NotWeighed,
}

/// What is planned, pledged for a day, proposed or denied: it moves nothing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Plan)]
pub(crate) struct PlanShape {
    /// The claim.
    claim: String,
    /// How surely it is said.
    #[schema(example = "planned")]
    modality: String,
    /// When it is said to hold, as EDTF has it.
    when: String,
    /// Whether that time had passed on the day asked for.
    lapsed: bool,
    /// What it says, in one line.
    words: String,
}

impl From<&Event> for EventShape {
    fn from(event: &Event) -> Self {
        let (use_, why) = match &event.use_ {
            Use::Counted => (UseShape::Counted, None),
            Use::BeforeCount => (UseShape::BeforeCount, None),
            Use::MayBeSame { words, .. } => (UseShape::MayBeSame, Some(words.clone())),
            Use::Possible => (UseShape::Possible, None),
            Use::Later => (UseShape::Later, None),
        };
        Self {
            whose: (&event.whose).into(),
            resource: event.resource.to_string(),
            step: event.step.to_string(),
            first_day: event.first_day,
            last_day: event.last_day,
            ordinal: event.ordinal.map(|ordinal| ordinal.0.get()),
            low: event.low,
            best: event.best,
            high: event.high,
            use_,
            why,
            claims: ids(&event.reports),
        }
    }
}

impl StatedCountShape {
    /// A count of a line.
    pub(crate) fn of(line: &Line, count: &StatedCount) -> Self {
        let side = &count.side;
        Self {
            resource: line.resource.to_string(),
            stage: count.stage.to_string(),
            day: count.day,
            taken: count.taken.into(),
            words: side.words.clone(),
            low: side.low,
            best: side.best,
            high: side.high,
            claims: ids(&side.claims),
        }
    }
}

impl From<Taken> for TakenShape {
    fn from(taken: Taken) -> Self {
        match taken {
            Taken::Stands => Self::Stands,
            Taken::Outvoted => Self::Outvoted,
            Taken::PartOnly => Self::PartOnly,
            Taken::NotWeighed => Self::NotWeighed,
        }
    }
}

impl From<&Noted> for PlanShape {
    fn from(noted: &Noted) -> Self {
        Self {
            claim: noted.claim.to_string(),
            modality: noted.modality.to_string(),
            when: noted.when.to_string(),
            lapsed: noted.lapsed,
            words: noted.words.clone(),
        }
    }
}
