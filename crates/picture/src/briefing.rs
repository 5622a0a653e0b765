//! The briefing: where the mission stands, in the few sentences that a person reads first.

use jiff::civil::Date;
use model::{Quantity, Resource, Service, Stage};

use crate::{ActLine, CeilingLine, Contributor, Frame, Line, MandateEnd, Picture, Unexplained, sentences};

impl MandateEnd {
    /// How many days are left at the end of a day until the last day that it can mean; less than none: so many have passed.
    #[must_use]
    pub fn days_left(&self, as_of: Date) -> i32 {
        days(as_of, self.latest)
    }
}

/// How many days one is before the other; less than none: after it.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    // Dates span some seven million days.
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(i32::MAX)
}

impl Frame {
    /// The ceiling in people that strength is held against: the latest in law, or else the latest planned.
    #[must_use]
    pub fn ceiling(&self) -> Option<&CeilingLine> {
        let people = |line: &&CeilingLine| matches!(line.resource, Resource::People(_)) && line.in_force;
        self.ceilings.iter().filter(people).max_by_key(|line| line.authorised)
    }

    /// The act that sets when the mandate ends.
    #[must_use]
    pub fn ending_act(&self) -> Option<&ActLine> {
        let end = self.mandate_end.as_ref()?;
        self.mandates.iter().rev().find(|act| act.claims.is_subset(&end.claims))
    }
}

impl Unexplained {
    /// Whether it is worth a word. That those who wait or have left had come there at some time needs no claim to say so;
    /// nor, where nobody tells of movements, that one count differs from the next.
    #[must_use]
    pub fn is_of_note(&self) -> bool {
        let waiting = matches!(self.stage, Stage::Promised | Stage::Training | Stage::Ready | Stage::Shipped);
        self.movements_told && !self.stated.is_empty() && !(waiting && self.amount > 0)
    }
}

impl Picture {
    /// The line of all people together.
    #[must_use]
    pub fn people(&self) -> Option<&Line> {
        let people = Resource::People(Service::Unstated);
        self.lines.iter().find(|line| line.whose == Contributor::Sum && line.resource == people)
    }

    /// How many people came or left without anybody telling of it, whichever way: those worth a word.
    #[must_use]
    pub fn unexplained_people(&self) -> u64 {
        let of_people = |gap: &&Unexplained| matches!(gap.resource, Resource::People(_)) && gap.is_of_note();
        self.unexplained.iter().filter(of_people).map(|gap| gap.amount.unsigned_abs()).sum()
    }

    /// Where the mission stands in a few sentences: strength against its ceiling and its promises, the mandate's clock, what
    /// is overdue and what no claim accounts for.
    #[must_use]
    pub fn briefing(&self) -> Vec<String> {
        let mut told: Vec<String> = self.against_ceiling().into_iter().collect();
        told.extend(self.strongest());
        told.extend(self.stated_beside());
        told.extend(self.most_owed());
        told.extend(self.clock());
        told.extend(self.overdue_in_words());
        let unexplained = self.unexplained_people();
        if unexplained > 0 {
            told.push(format!("{} who came or left are unexplained.", plain(unexplained)));
        }
        told
    }

    /// `About 1,004 (929-1,010) people are deployed, of 2,500 authorised and 3,178 or more promised.`
    fn against_ceiling(&self) -> Option<String> {
        let sum = self.people();
        let ceiling = self.frame.ceiling().map(|line| {
            let how = if line.authorised { "authorised" } else { "planned" };
            format!("{} {how}", line.quantity)
        });
        let promised =
            sum.and_then(|sum| sum.promised_in_all.as_ref()).map(|total| format!("{total} promised"));
        let of: Vec<_> = ceiling.into_iter().chain(promised).collect();
        let of = if of.is_empty() { String::new() } else { format!(", of {}", of.join(" and ")) };
        match sum.and_then(|sum| sum.stages.get(&Stage::Deployed)) {
            Some(deployed) => Some(sentences::sentence(&format!("{deployed} people are deployed{of}"))),
            None if sum.is_none() && of.is_empty() => None,
            None => Some(format!("Nobody is said to have deployed{of}.")),
        }
    }

    /// `The mandate ends in 216 days, on 2025-10-02 (resolution 2751).`
    fn clock(&self) -> Option<String> {
        let end = self.frame.mandate_end.as_ref()?;
        let by = self.frame.ending_act().and_then(|act| act.instrument.as_ref());
        let by = by.map(|by| format!(" ({by})")).unwrap_or_default();
        let on = if end.earliest == end.latest {
            format!("on {}", end.latest)
        } else {
            format!("between {} and {}", end.earliest, end.latest)
        };
        let counted = |days: i32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        Some(match end.days_left(self.asked.as_of) {
            0 => format!("The mandate ends with this day{by}."),
            left if left > 0 => format!("The mandate ends in {}, {on}{by}.", counted(left)),
            over => format!("The mandate ended {} before this day, {on}{by}.", counted(-over)),
        })
    }

    fn overdue_in_words(&self) -> Option<String> {
        match &self.overdue[..] {
            [] => None,
            [one] => Some(format!("1 promise is overdue: that of {}.", one.whose.name())),
            more => Some(format!("{} promises are overdue.", more.len())),
        }
    }
}

fn plain(n: u64) -> String {
    Quantity::Exactly(n).to_string()
}
