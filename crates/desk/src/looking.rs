//! From where one looks: which mission, known on which day, entered by which moment, with whose eyes.

use std::{collections::BTreeSet, str::FromStr};

use jiff::{Timestamp, civil::Date};
use ledger::{Held, Ledger};
use model::{MissionCode, Statement};
use picture::{Asked, Viewer};

use crate::{Fault, World, mission};

/// What every reading of the ledger names.
#[derive(clap::Args, Debug)]
pub(crate) struct Looking {
    /// Which mission; may be left out where the ledger tells of the strength of one alone
    #[arg(long, value_name = "CODE")]
    mission: Option<MissionCode>,

    /// Leave out what was published after this day; today if not given
    #[arg(long, value_name = "DATE", value_parser = day)]
    known_on: Option<Date>,

    /// Leave out what was entered after this moment: a day, or such as 2024-11-08T12:00:00Z
    #[arg(long, value_name = "MOMENT")]
    entered_by: Option<Moment>,

    /// Whose eyes: `public`, `staff`, or a party's liaison such as `liaison:KEN`
    #[arg(long, value_name = "WHO", default_value = "staff", value_parser = viewer)]
    viewer: Viewer,
}

/// A moment, or the end of a day in the mission's area.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment(pub(crate) Timestamp);

impl Looking {
    /// The moment after which entries are left out.
    pub(crate) fn entered_by(&self) -> Option<Timestamp> {
        self.entered_by.map(|moment| moment.0)
    }

    /// The question to the ledger for one day.
    pub(crate) fn asked(&self, world: &World, ledger: &Ledger, as_of: Date) -> Result<Asked, Fault> {
        Ok(Asked {
            mission: self.mission_of(ledger)?,
            as_of,
            known_on: self.known_on.map_or_else(|| world.today(), Ok)?,
            viewer: self.viewer,
            rates: Vec::new(),
        })
    }

    /// What of it was typed, to be typed again with another command.
    pub(crate) fn typed(&self) -> String {
        let mission = self.mission.as_ref().map(|code| format!(" --mission {code}"));
        let known_on = self.known_on.map(|day| format!(" --known-on {day}"));
        let entered_by = self.entered_by.map(|moment| format!(" --entered-by {}", moment.0));
        let viewer = (self.viewer != Viewer::Staff).then(|| format!(" --viewer {}", self.viewer));
        [mission, known_on, entered_by, viewer].into_iter().flatten().collect()
    }

    /// Whether a list may show this claim.
    pub(crate) fn shows(&self, held: &Held) -> bool {
        self.mission.as_ref().is_none_or(|mission| held.claim.mission.as_ref() == Some(mission))
            && self.known_on.is_none_or(|day| held.claim.published.day <= day)
            && self.viewer.may_see(held.claim.marking)
    }

    /// The mission named, or the only one whose strength the ledger tells of.
    fn mission_of(&self, ledger: &Ledger) -> Result<MissionCode, Fault> {
        let of_mission = |held: &'_ Held| held.claim.mission.clone();
        let all: BTreeSet<_> = ledger.claims().filter_map(of_mission).collect();
        let tells_strength =
            |held: &&Held| matches!(held.claim.statement, Statement::Count(_) | Statement::Movement(_));
        let of_strength: BTreeSet<_> =
            ledger.claims().filter(tells_strength).filter_map(of_mission).collect();
        let codes = || all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let only = |codes: &BTreeSet<MissionCode>| codes.first().filter(|_| codes.len() == 1).cloned();
        match &self.mission {
            Some(mission) if !all.is_empty() && !all.contains(mission) => {
                Err(Fault::usage(format!("no claim in the ledger is of the mission `{mission}`"))
                    .hint(format!("it holds claims of {}", codes())))
            }
            Some(mission) => Ok(mission.clone()),
            None if all.is_empty() => Err(Fault::usage("no claim in the ledger is of a mission")
                .hint("enter reports with `muster enter FILE...`, or look at `muster claims`")),
            None => only(&of_strength).or_else(|| only(&all)).ok_or_else(|| {
                Fault::usage("the ledger holds claims of several missions")
                    .hint(format!("name one with `--mission`: {}", codes()))
            }),
        }
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let of_day = || words.parse().ok().and_then(end_of_day);
        let moment = words.parse::<Timestamp>().ok().or_else(of_day);
        moment.map(Self).ok_or_else(|| {
            "not a moment; write a day such as `2024-11-08` or a moment such as `2024-11-08T12:00:00Z`"
                .to_owned()
        })
    }
}

/// The last moment of a day in the mission's area; none at the end of all time.
pub(crate) fn end_of_day(day: Date) -> Option<Timestamp> {
    let morning = day.to_zoned(mission::area_clock()).ok()?;
    Some(morning.end_of_day().ok()?.timestamp())
}

/// A day as it is typed.
pub(crate) fn day(words: &str) -> Result<Date, String> {
    words.parse().map_err(|_| "not a day; write it as `2024-11-08`".to_owned())
}

fn viewer(words: &str) -> Result<Viewer, String> {
    match words {
        "public" => Ok(Viewer::Public),
        "staff" => Ok(Viewer::Staff),
        _ => match words.strip_prefix("liaison:") {
            Some(code) => {
                code.parse().map(Viewer::Liaison).map_err(|error: model::UnknownParty| error.to_string())
            }
            None => Err("not a viewer; write `public`, `staff` or `liaison:KEN`".to_owned()),
        },
    }
}
