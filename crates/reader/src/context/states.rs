//! The states that a phrase names and those that a clause lets act.

use model::Party;

use crate::{
    Sense,
    clause::{Hangs, Head, Kind, Mark, Role},
};

use super::Context;

impl Context<'_> {
    /// The states that a phrase names but the host.
    pub(crate) fn states_at(&self, at: usize) -> Vec<Party> {
        let actors = self.phrase(at).actors().iter().filter(|actor| actor.role == Role::Party);
        let states = actors.filter_map(|actor| actor.party).filter(|party| party.is_state());
        states.filter(|party| Some(*party) != self.report.host).collect()
    }

    /// The states that act: those its subject names; for "they" those of the clause it hangs on; for "the states that", "five
    /// countries:" those that the sentence lists.
    pub(crate) fn acting_states(&self) -> Vec<Party> {
        let Some(subject) = self.clause().subject else { return Vec::new() };
        let pronoun = self.phrase(subject).group().is_some_and(|group| group.head == Head::Pronoun);
        let countries =
            self.phrase(subject).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
        let outer = self.clause().on.map(|on| Context { index: on, ..*self });
        match outer {
            Some(outer) if pronoun => outer.clause().subject.map_or(Vec::new(), |at| self.states_at(at)),
            Some(outer) if countries && outer.only_is() && self.clause().antecedent == Some(subject) => {
                outer.clause().subject.map_or(Vec::new(), |at| self.states_at(at))
            }
            // "have declared themselves ready to take part".
            Some(outer)
                if self.clause().hangs == Hangs::Participle
                    && matches!(self.phrase(subject).what, Kind::Noun)
                    && outer.does(&[Sense::Say]) =>
            {
                outer.clause().subject.map_or(Vec::new(), |at| self.states_at(at))
            }
            // "are the three members to have offered people".
            Some(outer)
                if outer.only_is()
                    && outer.clause().after.contains(&subject)
                    && self.phrase(subject).group().is_some_and(|group| group.is_definite) =>
            {
                outer.clause().subject.map_or(Vec::new(), |at| self.states_at(at))
            }
            _ if countries => self.states_behind_stop(),
            _ => self.states_at(subject),
        }
    }

    /// "Ruritania, Freedonia and the Grand Duchy are the three members that": a number of the states named before it.
    pub(crate) fn counts_states(&self, at: usize) -> bool {
        self.parse.clauses.iter().enumerate().any(|(index, clause)| {
            let named = clause.subject.map_or(0, |subject| self.states_at(subject).len());
            Self { index, ..*self }.only_is()
                && clause.after.contains(&at)
                && named > 1
                && self.quantity(at).number() == u64::try_from(named).ok()
        })
    }

    /// "five countries have offered people: Ruritania, Freedonia": the states listed behind a colon.
    pub(crate) fn states_behind_stop(&self) -> Vec<Party> {
        let is_stop = |at: usize| {
            matches!(self.phrase(at).what, Kind::Mark(Mark::Stop))
                && self.sentence.word(self.phrase(at).tokens.start) == ":"
        };
        let verb = self.clause().verb.unwrap_or(0);
        let list = (verb + 1..self.parse.phrases.len()).find(|at| is_stop(*at)).map(|at| at + 1);
        list.filter(|at| *at < self.parse.phrases.len()).map_or(Vec::new(), |at| self.states_at(at))
    }
}
