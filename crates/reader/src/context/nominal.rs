//! What nouns made from verbs tell: "the arrival of 217 officers", "the withdrawal of 2,000 troops began".

use model::Modality;

use crate::{Cue, Sense, clause::Link};

use super::Context;

impl Context<'_> {
    /// The groups that a noun of one of these senses is of, in this clause, each with how surely it is told.
    ///
    /// A beginning, an end or a report of it tells it; a delay or an approval does not. An arrival that is spoken of has
    /// happened: `presupposed` says that the noun alone tells it.
    pub(crate) fn nominals(&self, senses: &[Sense], presupposed: bool) -> Vec<(usize, Modality)> {
        let named = |at: usize| senses.iter().any(|sense| self.phrase(at).is_event(*sense));
        if !self.around().any(named) {
            return Vec::new();
        }
        let clause = self.clause();
        let Some(verb_at) = clause.verb else { return Vec::new() };
        let Some(modality) = self.modality().filter(|modality| *modality != Modality::Denied) else {
            return Vec::new();
        };
        let goes_on = [Sense::Begin, Sense::Continue, Sense::Complete, Sense::End];
        let runs = self.does(&goes_on) || self.any_is(self.phrase(verb_at).tokens.clone(), Cue::HappenVerb);
        let under_way = self.only_is()
            && clause.after.clone().any(|at| self.any_is(self.phrase(at).tokens.clone(), Cue::UnderWay));
        let stopped = self.says(&[
            Sense::Delay,
            Sense::Freeze,
            Sense::Authorise,
            Sense::Propose,
            Sense::Refuse,
            Sense::Discuss,
            Sense::Urge,
            Sense::Wish,
            Sense::Criticise,
            Sense::Deny,
        ]);
        if stopped {
            return Vec::new();
        }
        let mut told = Vec::new();
        for at in self.around() {
            let noun = self.phrase(at);
            if !named(at) {
                continue;
            }
            let Some(of) = self.parse.phrases.get(at + 1).filter(|of| of.link == Some(Link::Of)) else {
                continue;
            };
            if of.group().is_none() && !self.is_mission(at + 1) {
                continue;
            }
            let is_subject = clause.subject == Some(at);
            let ahead = noun.link == Some(Link::For)
                || self.any_is(noun.tokens.start.saturating_sub(2)..noun.tokens.start, Cue::AheadOf);
            let announced =
                !is_subject && noun.link.is_none() && self.does(&[Sense::Say, Sense::Intend, Sense::Decide]);
            let modality = if announced {
                Modality::Planned
            } else if runs || under_way {
                modality
            } else if presupposed && !ahead && modality == Modality::Fact {
                Modality::Fact
            } else {
                continue;
            };
            told.extend(self.with_joined(at + 1).into_iter().map(|at| (at, modality)));
        }
        told
    }

    /// A group and those joined to it: "by 24 soldiers and two police".
    pub(crate) fn with_joined(&self, first: usize) -> Vec<usize> {
        use crate::clause::{Kind, Mark};
        let mut joined = vec![first];
        for at in first + 1..self.parse.phrases.len() {
            let phrase = self.phrase(at);
            match &phrase.what {
                Kind::People(_) if phrase.link.is_none() => joined.push(at),
                Kind::And | Kind::Mark(Mark::Comma) => {}
                _ => break,
            }
        }
        joined
    }

    /// "airlifted out", "pulled its soldiers out", "brought them home": the verb moves people away.
    pub(crate) fn moves_away(&self) -> bool {
        let Some(verb) = self.clause().verb else { return false };
        let moving = self.any_is(self.phrase(verb).tokens.clone(), Cue::TakesAway);
        moving
            && self.clause().after.clone().any(|at| {
                self.any_is(self.phrase(at).tokens.clone(), Cue::Away) && self.phrase(at).group().is_none()
            })
    }
}
