//! A figure: a number with its bounds, the claims behind it, and what its bounds hang on.

use std::{collections::BTreeSet, fmt, sync::Arc};

use jiff::civil::Date;
use model::{Bounds, ClaimId, Quantity};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// How many stood somewhere at the end of the day.
///
/// `low <= best <= high` wherever they are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// The least, by what hedges leave open and with any one source left out.
    pub low: u64,
    /// The least contradicted; `None` where no source gives a number ("some officers").
    pub best: Option<u64>,
    /// The most, likewise; `None`: no claim gives a ceiling.
    pub high: Option<u64>,
    /// The quantity as a source words it, where the figure says just what one count does.
    pub stated: Option<Quantity>,
    /// What it rests on.
    pub basis: Basis,
    /// The last day that the claims behind it speak of.
    pub since: Option<Date>,
    /// How many days before the day pictured that was: an old figure may be stale.
    pub days_old: i32,
    /// Every claim of days up to this one that it was weighed from, those that it leaves as well. A claim on the whole
    /// mission bears on each of its parties.
    pub claims: BTreeSet<ClaimId>,
    /// What the movements told add up to by their own reports, for what stands in the field or has left it; `None`
    /// where none is told.
    pub by_movements: Option<u64>,
    /// Without whom it would be `low`, where hedges alone do not open it so far.
    pub low_hangs_on: Option<HangsOn>,
    /// Without whom it would be `high`, likewise.
    pub high_hangs_on: Option<HangsOn>,
    /// Without whom nothing would be said of it. The bounds do not tell of that.
    pub rests_on: Option<HangsOn>,
}

/// One source that a figure hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HangsOn {
    /// What it is called: a speaker, a publisher or an address.
    pub source: Option<String>,
    /// Its claims on this resource: as many figures hang on one source, they share them.
    #[serde(serialize_with = "shared")]
    #[schemars(with = "BTreeSet<ClaimId>")]
    pub claims: Arc<BTreeSet<ClaimId>>,
}

fn shared<S: Serializer>(claims: &Arc<BTreeSet<ClaimId>>, to: S) -> Result<S::Ok, S::Error> {
    claims.as_ref().serialize(to)
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Stated counts.
    Count,
    /// Movements alone, added up.
    Movements,
    /// Counts and movements, held against each other.
    CountAndMovements,
    /// All figures of one kind added up.
    Sum,
    /// A pledge total less what has moved on.
    Difference,
}

impl Figure {
    /// The bounds alone.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds { low: self.low, high: self.high }
    }

    /// How it was reached, in a few words.
    #[must_use]
    pub fn how(&self) -> String {
        crate::sentences::how(self)
    }
}

impl fmt::Display for Figure {
    /// `600`, `nearly 400 (360-399)`, `about 746 (744-751)`, `at least 1,900`, `some`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&crate::sentences::figure_words(self))
    }
}
