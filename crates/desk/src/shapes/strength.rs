//! A line of the strength book: one contributor's stages in one resource, and how much of its promise was kept.

use picture::{Line, Share};
use serde::Serialize;
use utoipa::ToSchema;

use super::{FigureShape, WhoseShape};

/// One contributor and one resource, through all stages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Strength)]
pub(crate) struct StrengthShape {
    whose: WhoseShape,
    /// Of what: `people`, a currency, a kind of equipment.
    #[schema(example = "people")]
    resource: String,
    /// Everything promised, whatever has become of it.
    promised_in_all: Option<FigureShape>,
    /// What stands in each stage that claims speak of, in the stages' order; `promised` is what is still owed.
    stages: Vec<FigureShape>,
    /// How much of the promise was kept; none where no number was promised.
    kept: Option<ShareShape>,
}

/// How much of a promise was kept, in per cent. More than was promised is more than 100.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Share)]
pub(crate) struct ShareShape {
    /// The least, rounded down.
    low: u64,
    /// The best; none where no source gives the number that came.
    best: Option<u64>,
    /// The most, rounded up; none: what came has no ceiling.
    high: Option<u64>,
    /// In words.
    #[schema(example = "74 % (73-76 %)")]
    words: String,
}

impl From<&Line> for StrengthShape {
    fn from(line: &Line) -> Self {
        let figure = |stage: &str, figure| FigureShape::of(&line.whose, &line.resource, stage, figure);
        Self {
            whose: (&line.whose).into(),
            resource: line.resource.to_string(),
            promised_in_all: line.promised_in_all.as_ref().map(|it| figure("promised in all", it)),
            stages: line.stages.iter().map(|(stage, it)| figure(&stage.to_string(), it)).collect(),
            kept: line.kept().map(Into::into),
        }
    }
}

impl From<Share> for ShareShape {
    fn from(share: Share) -> Self {
        Self { low: share.low, best: share.best, high: share.high, words: share.to_string() }
    }
}
