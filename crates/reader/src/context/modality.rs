//! How surely a clause says what it says: by its verbs, what it hangs on, and its conditions.

use model::Modality;

use crate::{
    Cue, Sense, VerbForm,
    clause::{Clause, Hangs, Kind, Tie, Time, VerbGroup},
};

use super::Context;

/// How many clauses up an open verb looks for the one that tells.
const DEPTH: usize = 8;

impl Context<'_> {
    /// How surely the clause says what it says; `None` where it says it of no world: a condition.
    pub(crate) fn modality(&self) -> Option<Modality> {
        match self.modalities.get(self.index) {
            Some(known) => *known,
            None => self.modality_of(self.index, 0),
        }
    }

    fn modality_of(&self, index: usize, depth: usize) -> Option<Modality> {
        let clause = &self.parse.clauses[index];
        if matches!(clause.hangs, Hangs::Tied(Tie::If)) {
            return None;
        }
        let Some(verb) = clause.verb.and_then(|verb| self.phrase(verb).verb()) else {
            return Some(Modality::Fact);
        };
        let nobody = clause.subject.and_then(|at| self.phrase(at).group()).is_some_and(|group| group.is_none);
        let pledge = led(verb) == Some(Modality::Pledged) || verb.does(&[Sense::Pledge]);
        // "would send more if", "will not unless": nothing is told of this world; "will leave if" is still a plan.
        let ahead = verb.time == Time::Future || verb.led_by(&[Sense::Intend]);
        let open = self.has_condition(index) && (verb.is_negated || !ahead);
        if (verb.is_possible || open) && !pledge || verb.is_unreal {
            return None;
        }
        // "wishes that 400 would come": a wish, not a plan.
        let outer =
            clause.on.and_then(|on| self.parse.clauses[on].verb).and_then(|at| self.phrase(at).verb());
        let hangs = matches!(clause.hangs, Hangs::Said | Hangs::Relative);
        if hangs && outer.is_some_and(|outer| outer.does(&[Sense::Wish])) {
            return None;
        }
        match self.led_from_outside(clause) {
            Led::ByNothing => {}
            Led::ToNoWorld => return None,
            Led::As(modality) => return Some(modality),
        }
        if self.is_left_open(clause) {
            return None;
        }
        if self.is_untrue(clause) {
            return Some(Modality::Denied);
        }
        if verb.is_yet {
            return Some(Modality::Planned);
        }
        if verb.is_negated || nobody {
            return Some(Modality::Denied);
        }
        Some(led(verb).unwrap_or_else(|| self.by_time(clause, verb, index, depth)))
    }

    /// What the time of a verb tells where no verb before it tells more.
    fn by_time(&self, clause: &Clause, verb: &VerbGroup, index: usize, depth: usize) -> Modality {
        match verb.time {
            Time::Future | Time::Modal => Modality::Planned,
            Time::Present if is_on_its_way(verb) => Modality::Planned,
            Time::Present if !verb.is_finite && clause.on.is_some() && verb.is_passive => {
                // "will stay for three months and then be relieved".
                let outer = clause.on.filter(|on| *on != index && depth < DEPTH);
                outer.and_then(|on| self.modality_of(on, depth + 1)).unwrap_or(Modality::Fact)
            }
            Time::Open => {
                let outer = clause.on.filter(|on| *on != index && depth < DEPTH);
                let outer = outer.and_then(|on| self.modality_of(on, depth + 1)).unwrap_or(Modality::Fact);
                // "to retake the port": an aim; "bringing the total to 600": as the clause it hangs on.
                match (clause.hangs, outer) {
                    (Hangs::Infinitive, _) if self.is_asked(clause) => Modality::Proposed,
                    // "were the first to leave": they did.
                    (Hangs::Infinitive, outer) if self.is_first_to(clause) => outer,
                    // "claim to have killed ten".
                    (Hangs::Infinitive, Modality::Fact) if verb.is_done => Modality::Fact,
                    (Hangs::Infinitive, Modality::Fact | Modality::Reported) => Modality::Planned,
                    // "on the idea to transform it": an infinitive that hangs on no verb is an aim all the same.
                    (_, Modality::Fact) if clause.on.is_none() && self.is_infinitive(clause) => {
                        Modality::Planned
                    }
                    (_, outer) => outer,
                }
            }
            // "it will be discussed when leaders meet": the present lies ahead where the main clause does.
            Time::Present
                if matches!(clause.hangs, Hangs::Tied(_)) && self.lies_ahead(clause.on, index, depth) =>
            {
                Modality::Planned
            }
            _ if matches!(clause.hangs, Hangs::Tied(Tie::Before)) => Modality::Planned,
            _ => Modality::Fact,
        }
    }

    /// What a noun or a verb right before an open verb makes of it: "its promise to send", "approved sending".
    fn led_from_outside(&self, clause: &Clause) -> Led {
        let open = |at: &usize| {
            self.phrase(*at).verb().is_some_and(|verb| verb.time == Time::Open && !verb.is_negated)
        };
        let Some(at) = clause.verb.filter(open) else { return Led::ByNothing };
        let Some(before) = at.checked_sub(1) else { return Led::ByNothing };
        let outer = clause.on.and_then(|on| self.parse.clauses[on].verb);
        let first = self.phrase(at).verb().and_then(|verb| verb.verbs.first());
        let gerund = first.is_some_and(|verb| verb.form == VerbForm::Gerund);
        if let Some(verb) = self.phrase(before).verb().filter(|_| outer == Some(before) && gerund) {
            return if verb.does(&[Sense::Authorise, Sense::Wish, Sense::Discuss]) {
                Led::ToNoWorld
            } else if verb.does(&[Sense::Propose, Sense::Urge]) {
                Led::As(Modality::Proposed)
            } else if verb.does(&[Sense::Refuse, Sense::Deny]) {
                Led::As(Modality::Denied)
            } else {
                Led::ByNothing
            };
        }
        let Kind::Event(senses) = &self.phrase(before).what else { return Led::ByNothing };
        let leads = |sense| senses.contains(&sense);
        if leads(Sense::Pledge) {
            Led::As(Modality::Pledged)
        } else if leads(Sense::Propose) || leads(Sense::Urge) {
            Led::As(Modality::Proposed)
        } else if leads(Sense::Refuse) {
            Led::As(Modality::Denied)
        } else if leads(Sense::Wish) {
            Led::ToNoWorld
        } else {
            Led::ByNothing
        }
    }

    fn lies_ahead(&self, on: Option<usize>, index: usize, depth: usize) -> bool {
        let outer = on.filter(|on| *on != index && depth < DEPTH);
        outer.and_then(|on| self.modality_of(on, depth + 1)) == Some(Modality::Planned)
    }

    fn is_infinitive(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|verb| self.sentence.is(self.phrase(verb).tokens.start, Cue::InfinitiveMark))
    }

    /// "the first to leave", "the only country to send".
    fn is_first_to(&self, clause: &Clause) -> bool {
        let outer =
            clause.on.and_then(|on| self.parse.clauses[on].verb).and_then(|at| self.phrase(at).verb());
        let is = outer.is_some_and(|verb| verb.verbs.is_empty());
        let verb = clause.verb.map_or(0, |verb| self.phrase(verb).tokens.start);
        is && self.any_is(verb.saturating_sub(2)..verb, Cue::FirstTo)
    }

    /// "urged it to withdraw": somebody only asks for what the infinitive tells.
    fn is_asked(&self, clause: &Clause) -> bool {
        let outer =
            clause.on.and_then(|on| self.parse.clauses[on].verb).and_then(|at| self.phrase(at).verb());
        outer.is_some_and(|verb| verb.does(&[Sense::Urge, Sense::Propose]))
    }

    /// "neither confirmed nor denied that": what is said there is left open.
    fn is_left_open(&self, clause: &Clause) -> bool {
        let outer =
            clause.on.and_then(|on| self.parse.clauses[on].verb).and_then(|at| self.phrase(at).verb());
        let saying = [Sense::Say, Sense::Confirm, Sense::Believe, Sense::Deny];
        clause.hangs == Hangs::Said && outer.is_some_and(|verb| verb.is_negated && verb.does(&saying))
    }

    /// "It is not true that".
    fn is_untrue(&self, clause: &Clause) -> bool {
        let Some(outer) = clause.on.map(|on| &self.parse.clauses[on]) else { return false };
        let negated = outer.verb.and_then(|at| self.phrase(at).verb()).is_some_and(|verb| verb.is_negated);
        let says = |at: usize| self.any_is(self.phrase(at).tokens.clone(), Cue::True);
        matches!(clause.hangs, Hangs::Said | Hangs::Relative) && negated && outer.after.clone().any(says)
    }

    /// Whether a condition hangs on this clause.
    fn has_condition(&self, index: usize) -> bool {
        self.parse.clauses.iter().enumerate().any(|(at, other)| {
            matches!(other.hangs, Hangs::Tied(Tie::If)) && (other.on == Some(index) || at + 1 == index)
        })
    }
}

/// What stands before an open verb makes of what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Led {
    /// Nothing leads it.
    ByNothing,
    /// It is only thought of: told of no world.
    ToNoWorld,
    /// This.
    As(Modality),
}

/// What a verb before the last makes of it: "agreed to send", "refused to send".
fn led(verb: &VerbGroup) -> Option<Modality> {
    const BY: &[(&[Sense], Modality)] = &[
        (&[Sense::Refuse, Sense::Deny], Modality::Denied),
        (&[Sense::Pledge], Modality::Pledged),
        (&[Sense::Propose, Sense::Urge], Modality::Proposed),
        (
            &[
                Sense::Intend,
                Sense::Prepare,
                Sense::Ready,
                Sense::Decide,
                Sense::Depart,
                Sense::Authorise,
                Sense::Adopt,
            ],
            Modality::Planned,
        ),
    ];
    BY.iter().find(|(senses, _)| verb.led_by(senses)).map(|(_, modality)| *modality)
}

/// "is sending 2,000 more", "are bringing them home": on its way, not there.
fn is_on_its_way(verb: &VerbGroup) -> bool {
    let moving =
        [Sense::Send, Sense::Deploy, Sense::Join, Sense::Give, Sense::Arrive, Sense::Return, Sense::Withdraw];
    verb.verbs.last().is_some_and(|verb| verb.form == VerbForm::Gerund) && verb.does(&moving)
}
