//! When and where what a clause tells of happens.

use std::ops::Range;

use model::{Modality, Name, Party, Place, Span};

use crate::{
    Cue, DateMention, Edge, Sense,
    clause::{Hangs, Kind, Link, Role, Tie, Time},
};

use super::{Context, Where};

impl Context<'_> {
    /// The date of the clause: its own, else that of the clause it depends on.
    pub(crate) fn date(&self) -> Option<(DateMention, usize)> {
        let own = |index: usize| self.own_date(index);
        let clause = self.clause();
        // "Two were killed and three wounded on Tuesday": a day at the end is of both.
        let shared = || {
            let next = self.parse.clauses.get(self.index + 1)?;
            let same = |at: usize| {
                self.parse.clauses[at].verb.and_then(|verb| self.phrase(verb).verb()).map(|verb| verb.time)
            };
            let own_subject = next.subject.is_some_and(|subject| next.before.contains(&subject));
            let joined = next.hangs == Hangs::Joined && next.on == Some(self.index) && own_subject;
            (joined && same(self.index) == Some(Time::Past) && same(self.index + 1) == Some(Time::Past))
                .then(|| own(self.index + 1))
                .flatten()
                .filter(|(date, _)| date.span != Span::Unstated)
        };
        own(self.index)
            .filter(|(date, _)| date.span != Span::Unstated)
            .or_else(shared)
            .or_else(|| {
                let mut on = clause.on?;
                // "became the second to have troops there when 20 landed": the day is of the main clause.
                while matches!(clause.hangs, Hangs::Tied(Tie::When)) && own(on).is_none() {
                    let outer = &self.parse.clauses[on];
                    let open = matches!(outer.hangs, Hangs::Infinitive | Hangs::Participle);
                    let Some(up) = outer.on.filter(|up| open && *up < on) else { break };
                    on = up;
                }
                // "landed in June, bringing the current number to 400": current is today, not June.
                let is_current = self.any_is(self.tokens(), Cue::Current);
                (!is_current
                    && matches!(clause.hangs, Hangs::Tied(Tie::When) | Hangs::Participle | Hangs::Said))
                .then(|| own(on))
                .flatten()
                .filter(|(date, _)| date.span != Span::Unstated)
                .filter(|_| {
                    clause.hangs != Hangs::Said
                        || self.verb().is_some_and(|verb| matches!(verb.time, Time::Perfect | Time::Present))
                })
            })
            .or_else(|| self.date_beside())
    }

    /// The date that stands in a clause, whatever it hangs on.
    fn own_date(&self, index: usize) -> Option<(DateMention, usize)> {
        let clause = &self.parse.clauses[index];
        // What stands before an infinitive belongs to the verb it hangs on.
        let before = if clause.hangs == Hangs::Infinitive { 0..0 } else { clause.before.clone() };
        clause.after.clone().chain(before).find_map(|at| {
            if let Kind::Date(date) = self.phrase(at).what { Some((self.turned(date), at)) } else { None }
        })
    }

    /// The date of what happened with it: "attacked a patrol on Friday and killed one", "were hurt when they were attacked on Friday".
    fn date_beside(&self) -> Option<(DateMention, usize)> {
        let clause = self.clause();
        let verb = |index: usize| self.parse.clauses[index].verb.and_then(|verb| self.phrase(verb).verb());
        if !verb(self.index).is_some_and(|verb| verb.time == Time::Past && !verb.is_negated) {
            return None;
        }
        // "hit" is present and past.
        let told = |index: usize| {
            verb(index)
                .is_some_and(|verb| matches!(verb.time, Time::Past | Time::Present) && !verb.is_negated)
        };
        let goes_on =
            clause.hangs == Hangs::Joined && !clause.subject.is_some_and(|at| clause.before.contains(&at));
        let before = clause.on.filter(|on| goes_on && told(*on));
        let when = || {
            self.parse.clauses.iter().enumerate().find_map(|(index, other)| {
                let tied = other.on == Some(self.index) && other.hangs == Hangs::Tied(Tie::When);
                (tied && told(index)).then_some(index)
            })
        };
        before
            .into_iter()
            .chain(when())
            .find_map(|index| self.own_date(index))
            .filter(|(date, _)| date.span != Span::Unstated && date.edge == Edge::Within)
    }

    /// The day on which somebody said what the clause tells: ", the minister announced on June 26".
    pub(crate) fn day_said(&self) -> Span {
        let says = |index: &usize| {
            let verb = self.parse.clauses[*index].verb.and_then(|verb| self.phrase(verb).verb());
            *index != self.index
                && verb.is_some_and(|verb| verb.does(&[Sense::Say]) && verb.time == Time::Past)
        };
        let said = (0..self.parse.clauses.len()).filter(says).find_map(|index| {
            let outer = Context { index, ..*self };
            outer.own_date(index)
        });
        said.filter(|(date, _)| date.edge == Edge::Within).map_or(Span::Unstated, |(date, _)| date.bounded())
    }

    /// Whether the sentence tells of the mission: it names it, its area, or its people.
    pub(crate) fn is_local(&self) -> bool {
        (0..self.parse.phrases.len()).any(|at| {
            self.is_mission(at)
                || self
                    .place_at(at)
                    .is_some_and(|place| place.party.is_some() && place.party == self.report.host)
        })
    }

    /// The day of what happened before: "is missing after gunmen attacked on Tuesday".
    pub(crate) fn day_after(&self) -> Span {
        let after = self.parse.clauses.iter().filter(|clause| {
            clause.on == Some(self.index) && matches!(clause.hangs, Hangs::Tied(Tie::After))
        });
        let mut phrases = after.flat_map(|clause| clause.after.clone());
        let date = phrases
            .find_map(|at| if let Kind::Date(date) = self.phrase(at).what { Some(date) } else { None });
        date.map_or(Span::Unstated, |date| date.turns.map_or(date.span, |turns| turns.behind))
    }

    /// The date on the side that the verb tells: "in May" lies ahead of "will leave" and behind "left".
    fn turned(&self, mut date: DateMention) -> DateMention {
        let Some(turns) = date.turns else { return date };
        let ahead = self.modality().is_some_and(|modality| {
            matches!(modality, Modality::Planned | Modality::Pledged | Modality::Proposed)
        });
        let past = self.verb().is_some_and(|verb| matches!(verb.time, Time::Past | Time::Perfect));
        // "from July 1 the ceiling falls": what begins later is told in the present.
        let begins = date.edge == Edge::Since && self.verb().is_some_and(|verb| verb.time == Time::Present);
        if ahead || begins {
            date.span = turns.ahead;
        } else if past {
            date.span = turns.behind;
        }
        date
    }

    /// The date that stands with one of several groups of a clause: the first behind it and before the next number.
    pub(crate) fn date_of(&self, at: usize) -> Option<DateMention> {
        let dates = |range: Range<usize>| {
            range.filter_map(|at| {
                if let Kind::Date(date) = self.phrase(at).what { Some(self.turned(date)) } else { None }
            })
        };
        let after = self.clause().after.clone();
        if !after.contains(&at) || dates(after.clone()).count() < 2 {
            return self.date().map(|(date, _)| date);
        }
        let next = (at + 1..after.end).find(|at| self.is_counted(*at)).unwrap_or(after.end);
        dates(at + 1..next).next().or_else(|| self.date().map(|(date, _)| date))
    }

    /// The date of the sentence, where it names one alone.
    pub(crate) fn only_date(&self) -> Option<DateMention> {
        let mut dates = self.parse.phrases.iter().filter_map(|phrase| {
            if let Kind::Date(date) = phrase.what { Some(self.turned(date)) } else { None }
        });
        let first = dates.next()?;
        dates.next().is_none().then_some(first)
    }

    /// The days of the clause.
    pub(crate) fn span(&self) -> Span {
        self.date().map_or(Span::Unstated, |(date, _)| date.bounded())
    }

    /// The days on which a figure held: "since January" holds now, so it is no such day.
    pub(crate) fn as_of(&self) -> Span {
        self.date().filter(|(date, _)| date.edge != Edge::Since).map_or(Span::Unstated, |(date, _)| date.span)
    }

    /// Where its people go to, with these prepositions.
    pub(crate) fn place(&self, links: &[Link]) -> Option<Where> {
        self.clause().after.clone().chain(self.clause().before.clone()).find_map(|at| {
            let phrase = self.phrase(at);
            phrase.link.filter(|link| links.contains(link))?;
            self.place_at(at)
        })
    }

    /// Where one of several counted groups is: "3,000 in Ruritania and 400 in Freedonia"; the first place behind it and before
    /// the next number, else that of the clause.
    pub(crate) fn scene_of(&self, at: usize) -> Option<Where> {
        let after = self.clause().after.clone();
        if !after.contains(&at) {
            return self.scene();
        }
        let next = (at + 1..after.end).find(|at| self.is_counted(*at)).unwrap_or(after.end);
        let own = (at + 1..next).find_map(|at| {
            self.phrase(at).link.filter(|link| matches!(link, Link::In | Link::To | Link::On))?;
            self.place_at(at)
        });
        own.or_else(|| self.scene())
    }

    /// The place that a phrase is.
    pub(crate) fn place_at(&self, at: usize) -> Option<Where> {
        let phrase = self.phrase(at);
        let words = self.words(at);
        let (name, party) = match &phrase.what {
            Kind::Place(place) => (place.name.as_str(), place.party),
            Kind::Actors(actors) => {
                let [actor] = &actors[..] else { return None };
                (actor.role == Role::Party && actor.party.is_some_and(Party::is_state)).then_some(())?;
                (words, actor.party)
            }
            // "in the country", "in the Haitian capital": the host, by the name that the text has for it.
            Kind::Noun => {
                self.any_is(phrase.tokens.clone(), Cue::AreaNoun).then_some(())?;
                let party = phrase.owner.or(self.report.host)?;
                (party.name(), Some(party))
            }
            _ => return None,
        };
        let name = name.strip_prefix("the ").unwrap_or(name);
        Some(Where { place: Place(Name::new(name).ok()?), party, phrase: at })
    }

    /// Where things happen: "in", "at", "to", "into".
    pub(crate) fn scene(&self) -> Option<Where> {
        self.place(&[Link::In, Link::To, Link::On])
    }

    /// Whether a place can be where the mission is: it is not known to be elsewhere.
    pub(crate) fn is_mission_area(&self, place: Option<&Where>) -> bool {
        match (place.and_then(|place| place.party), self.report.host) {
            (Some(party), Some(host)) => party == host,
            _ => true,
        }
    }

    /// Whether a place is one of the group's own countries: they go home.
    pub(crate) fn is_home(&self, at: usize, place: Option<&Where>) -> bool {
        let Some(party) = place.and_then(|place| place.party) else { return false };
        self.scope(at).whose.parties().any(|own| own == party)
    }
}
