//! What happened, as it is grouped: the movements of each party by step, and the events they make as they stand.

use jiff::civil::Date;
use model::Step;

use super::{Days, Event, Holder};
use crate::grouping::{Aside, Chain, Loose, Telling, day_of};

/// The movements of one holder by one step.
#[derive(Clone, Debug)]
pub(crate) struct Moves {
    pub(crate) holder: Holder,
    pub(crate) step: Step,
    pub(super) chains: Vec<Chain>,
    /// Movements without a day that count, with the day they are taken to be of.
    pub(super) loose: Vec<(Date, Loose)>,
    /// Movements without a day that do not, and why.
    pub(crate) aside: Vec<(Loose, Aside)>,
}

/// One event with the reports that it is made of.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) event: Event,
    pub(crate) tellings: Vec<Telling>,
}

impl Moves {
    /// Some reports as one event.
    pub(super) fn event<'t>(&self, tellings: impl Iterator<Item = &'t Telling> + Clone) -> Option<Event> {
        let day = day_of(tellings.clone())?;
        let reports = tellings.map(|telling| telling.report).collect();
        Some(Event { holder: self.holder, step: self.step, days: Days::on(day), reports })
    }

    /// Every event as it is grouped now.
    pub(super) fn happened(&self) -> Vec<Happened> {
        let dated = self.chains.iter().flat_map(|chain| {
            chain.events().into_iter().filter_map(|event| {
                let tellings = chain.tellings(event);
                Some(Happened { event: self.event(tellings.clone())?, tellings: tellings.cloned().collect() })
            })
        });
        let loose = self.loose.iter().map(|(day, loose)| Happened {
            event: Event {
                holder: self.holder,
                step: self.step,
                days: Days::on(*day),
                reports: loose.tellings.iter().map(|telling| telling.report).collect(),
            },
            tellings: loose.tellings.clone(),
        });
        dated.chain(loose).collect()
    }
}
