//! History: every balance of a mission on each day on which it changes, with the claims as points, from one fit.

use std::fmt::Display;

use jiff::civil::Date;
use ledger::Ledger;
use model::{MissionCode, Resource, Step};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::{Asked, Contributor, Side, Taken, Viewer, fit::Memo, gather::gather, reading::through};

/// Series through all days up to the knowledge day. The field names are stable.
///
/// On each day it says what the picture of that day says, but for two things that one fit over all days cannot hold
/// at once. Pledge totals of later days bear on earlier ones here, and not in a picture (`docs/decisions/0005-fit.md`,
/// "Promises do not reach back"): `promised` and `promised in all` may differ. And a count of several days ("in July")
/// stands on one of them here, where a picture of any of these days takes it to hold on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct History {
    /// The mission's code.
    pub mission: MissionCode,
    /// The day known on, and the last day of every series.
    pub known_on: Date,
    /// Who looks.
    pub viewer: Viewer,
    /// By party, resource and stage, in the order of a picture's rows.
    pub series: Vec<Series>,
}

/// One balance through time, with the claims on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Series {
    /// Whose, as in a row of the picture: `KEN`, `others`, `mission`, `sum`.
    #[serde(rename = "party", serialize_with = "written")]
    #[schemars(with = "String")]
    pub whose: Contributor,
    /// Of what: `people`, `equipment/MRAPs`, `money/USD`.
    #[serde(serialize_with = "written")]
    #[schemars(with = "String")]
    pub resource: Resource,
    /// In which stage. `promised` is what is still owed, `promised in all` the pledge total.
    pub stage: String,
    /// The days on which it changes, in order; each holds until the next.
    pub days: Vec<OnDay>,
    /// The claims that speak of it, by the day they speak of. What is still owed is a difference of which no claim speaks,
    /// and a sum is told by the claims on its parts.
    pub claims: Vec<Saying>,
}

/// What stood at the end of a day on which that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OnDay {
    /// The day.
    pub day: Date,
    /// How many; none: from that day on nothing asks for anybody there.
    pub stood: Option<Between>,
}

/// How many stood somewhere. `low <= best <= high` wherever they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Between {
    /// The least that the claims allow, any one source left out.
    pub low: u64,
    /// The best estimate; none where no source gives a number.
    pub best: Option<u64>,
    /// The most that the claims allow, likewise; none: no ceiling.
    pub high: Option<u64>,
}

/// A claim as a point of a history: what one report says of a balance, and how the reading took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Saying {
    /// The first day that it may speak of; none: open.
    pub first_day: Option<Date>,
    /// The last day that it may speak of.
    pub day: Date,
    /// Whether it counts the balance or tells of a movement.
    pub tells: Tells,
    /// The number with its bounds, and the claims that say it.
    #[serde(flatten)]
    pub said: Side,
    /// Whether the reading outvotes it.
    pub taken: Taken,
    /// What the reading has there: the balance, or the size of the movement; none where it was not weighed.
    pub reading: Option<u64>,
    /// Who says it, where they have a name.
    pub source: Option<String>,
}

/// What a claim tells of a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tells {
    /// How many stood there.
    Count,
    /// How many came.
    Came {
        /// By which step.
        step: Step,
    },
    /// How many left.
    Left {
        /// By which step.
        step: Step,
    },
}

/// The names of the columns of [`History::cells`], in order.
pub const HISTORY_COLUMNS: [&str; 13] = [
    "mission", "party", "resource", "stage", "day", "kind", "low", "best", "high", "taken", "reading",
    "source", "claims",
];

/// The history that the ledger gives, as known on the day asked; the day to be pictured is not looked at.
#[must_use]
pub fn history(ledger: &Ledger, asked: &Asked) -> History {
    history_with(ledger, asked, &mut Memo::default())
}

/// The same; groups that the memo holds are not solved again.
pub(crate) fn history_with(ledger: &Ledger, asked: &Asked, memo: &mut Memo) -> History {
    let until = asked.known_on;
    let gathered = gather(ledger, &Asked { as_of: until, ..asked.clone() });
    History {
        mission: asked.mission.clone(),
        known_on: asked.known_on,
        viewer: asked.viewer,
        series: through(ledger, &gathered, until, memo),
    }
}

impl Series {
    /// What stood at the end of a day; none where nothing is told of it by then.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<Between> {
        self.days[..self.days.partition_point(|it| it.day <= day)].last()?.stood
    }
}

impl History {
    /// Leaves the days from one to the other, both within. What stood before the first is told on it.
    pub fn between(&mut self, first: Option<Date>, last: Option<Date>) {
        let within =
            |day: Date| first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last);
        for series in &mut self.series {
            let stood = first.map(|day| OnDay { day, stood: series.on(day) }).filter(|it| it.stood.is_some());
            series.days.retain(|it| within(it.day));
            if let Some(stood) = stood.filter(|stood| series.days.first().is_none_or(|it| it.day > stood.day))
            {
                series.days.insert(0, stood);
            }
            series.claims.retain(|it| within(it.day));
        }
        self.series.retain(|series| !series.days.is_empty() || !series.claims.is_empty());
    }

    /// Leaves one resource and stage, of these contributors.
    ///
    /// The sum of all is told by the claims on its parts: here it gets those that count the whole mission and those that tell
    /// of movements, whoever moved.
    pub fn only(&mut self, resource: &Resource, stage: &str, of: impl Fn(&Contributor) -> bool) {
        self.series.retain(|series| series.resource == *resource && series.stage == stage);
        let tells_of_sum = |series: &Series, it: &Saying| {
            series.whose == Contributor::Mission
                || matches!(it.tells, Tells::Came { .. } | Tells::Left { .. })
        };
        let told = self
            .series
            .iter()
            .flat_map(|series| series.claims.iter().filter(move |it| tells_of_sum(series, it)).cloned());
        let mut told: Vec<Saying> = told.collect();
        told.sort_by(|a, b| (a.day, &a.said.claims).cmp(&(b.day, &b.said.claims)));
        if let Some(sum) = self.series.iter_mut().find(|series| series.whose == Contributor::Sum) {
            sum.claims = told;
        }
        self.series.retain(|series| of(&series.whose));
    }

    /// The lines of a CSV in the order of [`HISTORY_COLUMNS`]. `kind` is `stood` for what the reading has from that day
    /// on, `count` for a claim that counts it, `came` or `left` for one that tells of a movement.
    pub fn cells(&self) -> impl Iterator<Item = [String; 13]> {
        self.series.iter().flat_map(|series| {
            let stood = series.days.iter().map(|it| {
                let row = series.cells(self, it.day, "stood", it.stood, <[String; 4]>::default());
                (it.day, row)
            });
            let said = series.claims.iter().map(|it| {
                let Side { low, best, high, .. } = it.said;
                let between = Some(Between { low, best, high });
                (it.day, series.cells(self, it.day, it.tells.word(), between, it.cells()))
            });
            let mut cells: Vec<_> = stood.chain(said).collect();
            cells.sort_by_key(|(day, _)| *day);
            cells.into_iter().map(|(_, cells)| cells)
        })
    }
}

/// A number of a cell; empty where there is none.
pub(crate) fn cell(number: Option<u64>) -> String {
    number.map(|n| n.to_string()).unwrap_or_default()
}

impl Series {
    fn cells(
        &self,
        of: &History,
        day: Date,
        kind: &str,
        between: Option<Between>,
        [taken, reading, source, claims]: [String; 4],
    ) -> [String; 13] {
        [
            of.mission.to_string(),
            self.whose.to_string(),
            self.resource.to_string(),
            self.stage.clone(),
            day.to_string(),
            kind.to_owned(),
            cell(between.map(|it| it.low)),
            cell(between.and_then(|it| it.best)),
            cell(between.and_then(|it| it.high)),
            taken,
            reading,
            source,
            claims,
        ]
    }
}

impl Saying {
    /// The cells that only a claim has.
    fn cells(&self) -> [String; 4] {
        let claims: Vec<_> = self.said.claims.iter().map(ToString::to_string).collect();
        let source = self.source.clone().unwrap_or_default();
        [self.taken.word().to_owned(), cell(self.reading), source, claims.join(" ")]
    }
}

impl Tells {
    fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Came { .. } => "came",
            Self::Left { .. } => "left",
        }
    }
}

impl Taken {
    /// As a cell has it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Outvoted => "outvoted",
            Self::PartOnly => "part only",
            Self::NotWeighed => "not weighed",
        }
    }
}

/// As it is written in a row.
pub(crate) fn written<S: Serializer>(it: &impl Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(it)
}
