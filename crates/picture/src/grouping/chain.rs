//! Chain: events told for days that touch, and at each place where one may end and the next begin, which it is.
//!
//! By their own reports: as few events as possible, each more of them only if it saves its reports more than
//! [`second`] asks for. The cheapest cut of a whole chain is found by going along it once (Bellman), for no event
//! reaches over more than a few days. What balances say of it comes later, in the fit.

use std::ops::Range;

use jiff::{ToSpan, civil::Date};

use super::{EVENT_DAYS, Group, Own, Ruled, Telling, is_like, own};
use crate::fit::{OF_ITS_OWN, whole_claim};

/// What stands between two groups of reports whose days touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// One tells of leaving and the next of coming, with a like number: one journey.
    Journey,
    /// One of them gives no number, and so does not tell one event from two.
    Quiet,
    /// They may be one event or two.
    Open,
}

/// Groups of reports in the order of their days, each touching the next.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    groups: Vec<Group>,
    /// Between each group and the next.
    links: Vec<Link>,
    /// Whether one event ends and another begins there.
    cuts: Vec<bool>,
    ruled: Ruled,
}

/// The two readings at a link: of these groups one event, or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Either {
    pub(crate) one: Range<usize>,
    pub(crate) left: Range<usize>,
    pub(crate) right: Range<usize>,
    /// Which of the two is taken as it stands.
    pub(crate) is_one: bool,
}

/// The chains of these groups.
pub(super) fn chains(mut groups: Vec<Group>, ruled: &Ruled) -> Vec<Chain> {
    groups.sort_by(|a, b| a.place().cmp(&b.place()));
    let mut chains: Vec<Chain> = Vec::new();
    for group in groups {
        let link = chains.last().and_then(|chain| link(chain.groups.last()?, &group, ruled));
        match (link, chains.last_mut()) {
            (Some(link), Some(chain)) => {
                chain.links.push(link);
                chain.groups.push(group);
            }
            _ => {
                chains.push(Chain {
                    groups: vec![group],
                    links: vec![],
                    cuts: vec![],
                    ruled: Ruled::default(),
                });
            }
        }
    }
    for chain in &mut chains {
        chain.ruled = ruled.within(chain.groups.iter().flat_map(|group| &group.tellings));
        chain.cut();
    }
    chains
}

/// `None`: two events, whatever else is known.
fn link(before: &Group, next: &Group, ruled: &Ruled) -> Option<Link> {
    let clash = before.ordinal.zip(next.ordinal).is_some_and(|(a, b)| a != b);
    // What is told for one day was told apart there already.
    let one_day = before.first == next.last;
    if clash
        || one_day
        || !reaches(before.last, 1, next.first)
        || ruled.apart(&before.tellings, &next.tellings)
    {
        return None;
    }
    let leaves = |group: &Group| group.tellings.iter().all(|telling| telling.leaves);
    let comes = |group: &Group| !group.tellings.iter().any(|telling| telling.leaves);
    Some(if !before.is_numbered() || !next.is_numbered() {
        Link::Quiet
    } else if leaves(before) && comes(next) && is_like(&before.tellings, &next.tellings) {
        Link::Journey
    } else {
        Link::Open
    })
}

fn reaches(from: Date, days: i32, to: Date) -> bool {
    from.checked_add(days.days()).is_ok_and(|reach| to <= reach)
}

impl Chain {
    /// The groups of each event.
    pub(crate) fn events(&self) -> Vec<Range<usize>> {
        let mut events = Vec::new();
        let mut from = 0;
        for (link, _) in self.cuts.iter().enumerate().filter(|(_, cut)| **cut) {
            events.push(from..link + 1);
            from = link + 1;
        }
        events.push(from..self.groups.len());
        events
    }

    /// The reports of some groups.
    pub(crate) fn tellings(&self, of: Range<usize>) -> impl Iterator<Item = &Telling> + Clone {
        self.groups[of].iter().flat_map(|group| &group.tellings)
    }

    /// What some groups cost as one event.
    pub(crate) fn own(&self, of: Range<usize>) -> Own {
        own(self.tellings(of))
    }

    /// The links at which both readings are to be tried.
    pub(crate) fn open(&self) -> impl Iterator<Item = usize> + '_ {
        self.links.iter().enumerate().filter(|(_, link)| **link == Link::Open).map(|(at, _)| at)
    }

    /// Both readings at a link, the others as they stand; `None` where only one is possible.
    pub(crate) fn either(&self, link: usize) -> Option<Either> {
        let from = self.cuts[..link].iter().rposition(|cut| *cut).map_or(0, |cut| cut + 1);
        let next = self.cuts[link + 1..].iter().position(|cut| *cut);
        let to = next.map_or(self.groups.len(), |cut| link + 1 + cut + 1);
        let either =
            Either { one: from..to, left: from..link + 1, right: link + 1..to, is_one: !self.cuts[link] };
        self.may_be_one(&either.one).then_some(either)
    }

    /// Takes the other reading at a link.
    pub(crate) fn turn(&mut self, link: usize) {
        self.cuts[link] = !self.cuts[link];
    }

    fn may_be_one(&self, groups: &Range<usize>) -> bool {
        let groups = &self.groups[groups.clone()];
        let Some((first, last)) = groups.first().zip(groups.last()) else { return false };
        let ordinals = groups.iter().filter_map(|group| group.ordinal);
        let one_contingent = ordinals.clone().min() == ordinals.max();
        one_contingent
            && reaches(first.last, EVENT_DAYS, last.first)
            && !(1..groups.len()).any(|at| {
                let before = groups[..at].iter().flat_map(|group| &group.tellings);
                self.ruled.apart(&groups[at].tellings, before)
            })
    }

    /// The cheapest cut by the reports alone, with as few events as possible.
    fn cut(&mut self) {
        // By number of groups: the cost, the events, and where the last of them begins.
        let mut best: Vec<(i128, usize, usize)> = vec![(0, 0, 0)];
        for to in 1..=self.groups.len() {
            let mut least: Option<(i128, usize, usize)> = None;
            for from in (0..to).rev() {
                if !self.may_be_one(&(from..to)) {
                    break;
                }
                if from > 0 && self.links[from - 1] == Link::Journey {
                    continue;
                }
                let (cost, events, _) = best[from];
                let cost = cost + self.own(from..to).all() + whole_claim(OF_ITS_OWN);
                let here = (cost, events + 1, from);
                if least.is_none_or(|least| (here.0, here.1) < (least.0, least.1)) {
                    least = Some(here);
                }
            }
            // A journey whose two halves may not be one event by its days or a ruling.
            best.push(least.unwrap_or((i128::MAX / 4, to, to - 1)));
        }
        self.cuts = vec![false; self.links.len()];
        let mut to = self.groups.len();
        while to > 0 {
            let from = best[to].2;
            if from > 0 {
                self.cuts[from - 1] = true;
            }
            to = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::{ClaimId, Digest, Quantity};

    use super::*;
    use crate::{
        amount::Amount,
        fit::{Report, Source},
    };

    fn telling(day: i8, number: Option<u64>, source: u32) -> Telling {
        let claim = ClaimId(Digest::of(&[day.unsigned_abs()]));
        let quantity = number.map_or(Quantity::SomeNumber, Quantity::Exactly);
        let on = date(2024, 6, day);
        Telling {
            report: Report::new(claim, Source(source), "C3".parse().unwrap(), quantity),
            ids: [claim].into(),
            amount: Amount::of(quantity),
            first: Some(on),
            last: on,
            ordinal: None,
            leaves: false,
            document: None,
        }
    }

    /// What a cut costs: its events' own reports, and what each event has to save.
    fn cost(chain: &Chain, cuts: &[bool]) -> Option<(i128, usize)> {
        let chain = Chain { cuts: cuts.to_vec(), ..chain.clone() };
        let events = chain.events();
        let each = events.iter().map(|event| chain.may_be_one(event).then(|| chain.own(event.clone()).all()));
        let own: i128 = each.sum::<Option<i128>>()?;
        let number = events.len();
        Some((own + whole_claim(OF_ITS_OWN) * i128::try_from(number).unwrap(), number))
    }

    #[test]
    fn a_chain_is_cut_as_trying_every_cut_would() {
        let told = [Some(75), Some(200), None];
        let all = told.len() * 2;
        for case in 0..all.pow(4) {
            let of = |at: u32| case / all.pow(at) % all;
            let groups = (0..4_u32).filter_map(|at| {
                let day = i8::try_from(at + 1).unwrap();
                Group::of(vec![telling(day, told[of(at) / 2], u32::try_from(of(at) % 2).unwrap())])
            });
            let chains = chains(groups.collect(), &Ruled::default());
            let [chain] = &chains[..] else { panic!("{} chains of days that touch", chains.len()) };
            let every = (0..8_u8).map(|cuts| [cuts & 1 > 0, cuts & 2 > 0, cuts & 4 > 0]);
            let least = every.filter_map(|cuts| cost(chain, &cuts)).min();
            assert_eq!(cost(chain, &chain.cuts), least, "case {case}: {:?}", chain.cuts);
        }
    }
}
