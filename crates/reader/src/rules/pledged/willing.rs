//! Parties that offer, promise or want to take part, of how many people nothing is told.

use model::{Modality, Party, Quantity, Scope, Stage, Statement, Whose};

use crate::{
    Cue, Sense, VerbForm,
    clause::{Hangs, Head, Kind, Link, Role, Tie, Time},
    context::Context,
    draft::Draft,
};

use super::{GIVING, NAME};

/// "Freedonia and Ruritania intend to send people": each promises some.
pub(super) fn willing(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let takes_part = c.verb_is(Cue::TakePart);
    let gives = c.says(&[Sense::Send, Sense::Deploy, Sense::Join, Sense::Give]) || takes_part;
    // "Ruritania and Freedonia have made promises as well".
    let bare = c.does(&[Sense::Pledge])
        && c.report.is_about_force
        && !c.is_passive()
        && c.clause().antecedent.is_none_or(|at| c.clause().subject == Some(at))
        && c.objects().all(|at| c.phrase(at).is_event(Sense::Pledge))
        && c.linked(Link::To).next().is_none()
        && c.parse.clauses.iter().all(|clause| clause.on != Some(c.index));
    let about_force = gives && c.names_force() || bare;
    let Some(subject) = c.clause().subject.filter(|_| about_force) else { return };
    // "is reinforcing the mission with 200 soldiers".
    let with = c.linked(Link::With).find(|at| c.is_counted(*at) && c.is_force(*at) && !c.is_host(*at));
    if let (Some(at), [party]) = (with, &c.acting_states()[..]) {
        let scope = Scope { whose: Whose::Party(*party), ..c.scope(at) };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
        return;
    }
    some_of_each(c, subject, modality, out);
}

/// Some people of each state that acts; of nobody in particular where only their number is told: "ten countries".
pub(super) fn some_of_each(c: &Context<'_>, at: usize, modality: Modality, out: &mut Vec<Draft>) {
    let states = c.acting_states();
    let many = c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Countries(Some(_))));
    if states.is_empty() && many {
        some_of(c, Whose::Unstated, at, modality, out);
    }
    for party in states {
        some_of(c, Whose::Party(party), at, modality, out);
    }
}

/// "they are willing to help": an offer of parties.
pub(super) fn offers(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let willing = c.phrase_is(verb, Cue::Willing);
    let ready = c.phrase_is(verb, Cue::Prepared);
    let takes_part = c.phrase_is(verb, Cue::TakePart);
    let willing = willing || ready && (takes_part || c.any_is(c.tokens(), Cue::ContributeVerb));
    let helps = takes_part || c.any_is(c.tokens(), Cue::HelpVerb);
    let numbered = c
        .objects()
        .any(|at| c.is_counted(at) || c.phrase(at).group().is_some_and(|group| group.is_additional));
    let alone = !numbered && !has_other_object(c);
    let Some(subject) = c.clause().subject.filter(|_| willing && helps && alone) else {
        return false;
    };
    let states = c.acting_states();
    for party in &states {
        some_of(c, Whose::Party(*party), subject, Modality::Pledged, out);
    }
    !states.is_empty()
}

pub(super) fn some_of(c: &Context<'_>, whose: Whose, at: usize, modality: Modality, out: &mut Vec<Draft>) {
    let scope = Scope::people(whose);
    // What its subject counts are the states.
    let at = c.clause().verb.filter(|_| c.is_counted(at)).unwrap_or(at);
    out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
}

pub(super) fn has_other_object(c: &Context<'_>) -> bool {
    c.objects().any(|at| matches!(c.phrase(at).what, Kind::Kit(_) | Kind::Sum(_) | Kind::MoneyNoun))
        || c.clause().after.clone().any(|at| matches!(c.phrase(at).what, Kind::Sum(_)))
}

/// Ways to want, offer or announce that one takes part, which promise nothing surely: whether a clause told one.
pub(super) fn wants(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(subject) = c.clause().subject.filter(|_| c.report.is_about_force) else { return false };
    if c.verb().is_none_or(|verb| verb.is_negated || verb.is_unreal) {
        return false;
    }
    if c.clause().hangs == Hangs::Tied(Tie::If) {
        return false;
    }
    if c.clause().hangs == Hangs::Infinitive {
        let ready = ready_states(c);
        for party in &ready {
            some_of(c, Whose::Party(*party), subject, Modality::Pledged, out);
        }
        return !ready.is_empty();
    }
    if named_after(c, out) {
        return true;
    }
    // "wants to give $4 million", "$4 million that it wants to give".
    let sum = |at: usize| matches!(c.phrase(at).what, Kind::Kit(_) | Kind::Sum(_) | Kind::MoneyNoun);
    if !notifies(c) && c.clause().after.clone().chain(c.clause().antecedent).any(sum) {
        return false;
    }
    let told = wishes(c)
        || notifies(c)
        || is_open_to(c)
        || does_so(c)
        || renews(c)
        || makes_offers(c)
        || offers_listed(c)
        || would_help(c);
    let states = if told { c.acting_states() } else { with_help_of(c) };
    let counted = c.objects().find(|at| told && c.is_counted(*at) && c.is_force(*at) && !c.is_host(*at));
    // "might send 400", "is considering sending 20": a number that is only thought of is promised by nobody.
    let sure = c.verb().is_some_and(|verb| {
        let wishes = verb.led_by(&[Sense::Wish, Sense::Ready, Sense::Prepare, Sense::Intend]);
        wishes && verb.verbs.last().is_some_and(|verb| verb.form != VerbForm::Gerund)
    });
    // "of its intention to contribute up to 1,500": what hangs on it tells how many.
    let hung = c.parse.clauses.iter().any(|clause| {
        clause.hangs == Hangs::Infinitive
            && clause.after.clone().any(|at| c.is_counted(at))
            && clause.on == Some(c.index)
    });
    if counted.is_some() && !sure || hung {
        return false;
    }
    if let Some(at) = counted {
        let known = matches!(c.scope(at).whose, Whose::Party(_));
        out.extend(c.count(NAME, at, Stage::Promised, None, Modality::Pledged).filter(|_| known));
        return known;
    }
    for party in &states {
        some_of(c, Whose::Party(*party), subject, Modality::Pledged, out);
    }
    !states.is_empty()
}

/// "wants to join", "would be willing to send police if", "might provide people".
fn wishes(c: &Context<'_>) -> bool {
    let Some(verb) = c.verb() else { return false };
    let at = c.clause().verb.unwrap_or(0);
    let gives = c.does(GIVING) || c.phrase_is(at, Cue::TakePart);
    // A plain modality is told by the other ways to promise.
    let unsure = c.modality().is_none();
    let leads = verb.led_by(&[Sense::Wish, Sense::Intend, Sense::Ready, Sense::Prepare, Sense::Pledge])
        || verb.is_possible
        || c.phrase_is(at, Cue::Willing);
    let offers = verb.led_by(&[Sense::Pledge, Sense::Ready]) && c.phrase_is(at, Cue::TakePart);
    gives && (unsure && leads || offers) && (c.names_force() || c.phrase_is(at, Cue::TakePart))
}

/// "have notified the United Nations of contingents", "has told the Council of its intention".
fn notifies(c: &Context<'_>) -> bool {
    let body = c.objects().any(|at| {
        c.phrase(at).actors().iter().any(|actor| actor.party.is_some_and(|party| !party.is_state()))
    });
    let of = c.linked(Link::Of).any(|at| {
        let promise = [Sense::Intend, Sense::Wish, Sense::Pledge, Sense::Give];
        c.phrase(at).group().is_some()
            || matches!(c.phrase(at).what, Kind::MoneyNoun)
            || promise.iter().any(|sense| c.phrase(at).is_event(*sense))
    });
    c.does(&[Sense::Say]) && !c.is_passive() && body && of
}

/// "has declared an interest in it", "is open to a larger part in the force".
fn is_open_to(c: &Context<'_>) -> bool {
    let it =
        c.clause().after.clone().any(|at| c.phrase(at).actors().iter().any(|actor| actor.role == Role::It));
    let told = c.names_mission() || it && c.does(&[Sense::Say]) || c.any_is(c.tokens(), Cue::HelpWord);
    told && c.around().any(|at| c.phrase_is(at, Cue::Interest))
}

/// "renews its offer of police": the offer stands, whatever is done to it.
fn renews(c: &Context<'_>) -> bool {
    c.does(&[Sense::Extend, Sense::Confirm, Sense::Say])
        && c.objects().any(|at| {
            c.phrase(at).is_event(Sense::Pledge)
                && c.parse.phrases.get(at + 1).is_some_and(|next| {
                    next.link == Some(Link::Of) && next.group().is_some_and(|group| group.number.is_none())
                })
        })
}

/// "are among the states that have made offers".
fn makes_offers(c: &Context<'_>) -> bool {
    let makes = c.verb_is(Cue::FormVerb) && c.objects().any(|at| c.phrase(at).is_event(Sense::Pledge));
    !c.is_passive() && makes
}

/// "These are Ruritania, Freedonia and the Grand Duchy", "Ruritania and Freedonia are on it too": behind a sentence on states that promise
/// people, each of those named did.
fn named_after(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let promised = c
        .discourse
        .last_claims
        .iter()
        .any(|claim| matches!(claim, Statement::Count(count) if count.stage == Stage::Promised));
    let fact = c.only_is() && c.modality() == Some(Modality::Fact);
    let Some(subject) = c.clause().subject.filter(|_| fact) else { return false };
    let pronoun = |at: usize| c.phrase(at).group().is_some_and(|group| group.head == Head::Pronoun);
    let listed = c
        .linked(Link::On)
        .chain(c.linked(Link::Including))
        .any(|at| pronoun(at) || c.phrase(at).actors().iter().any(|actor| actor.role == Role::It));
    let states = if pronoun(subject) && c.discourse.told_of_givers {
        c.objects().next().map_or(Vec::new(), |at| c.states_at(at))
    } else if listed && (promised || c.discourse.told_of_givers) {
        c.states_at(subject)
    } else {
        Vec::new()
    };
    for party in &states {
        some_of(c, Whose::Party(*party), subject, Modality::Pledged, out);
    }
    !states.is_empty()
}

/// "praised the readiness of Ruritania and Freedonia to send people": whose readiness an infinitive tells of.
fn ready_states(c: &Context<'_>) -> Vec<Party> {
    // "are the three members to have offered people".
    if c.does(&[Sense::Pledge]) && c.verb().is_some_and(|verb| verb.is_done) {
        return c.acting_states();
    }
    let Some(verb) =
        c.clause().verb.filter(|verb| *verb > 1 && (c.does(GIVING) || c.phrase_is(*verb, Cue::TakePart)))
    else {
        return Vec::new();
    };
    let readiness =
        [Sense::Ready, Sense::Pledge, Sense::Intend].iter().any(|sense| c.phrase(verb - 2).is_event(*sense));
    let of = readiness && c.phrase(verb - 1).link == Some(Link::Of) && c.has_people_object();
    if of { c.states_at(verb - 1) } else { Vec::new() }
}

/// "Four states have made offers: Ruritania, Freedonia": the offer of those listed behind.
fn offers_listed(c: &Context<'_>) -> bool {
    let countries = c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    let offers = c.does(&[Sense::Pledge, Sense::Intend])
        || c.objects().any(|at| c.phrase(at).is_event(Sense::Pledge) || c.phrase(at).is_event(Sense::Intend));
    countries && offers && !c.is_passive() && !c.states_behind_stop().is_empty()
}

/// "have indicated that they would help", "is to help fill the gap".
fn would_help(c: &Context<'_>) -> bool {
    let Some(verb) = c.verb() else { return false };
    let at = c.clause().verb.unwrap_or(0);
    let helps = c.phrase_is(at, Cue::HelpVerb) && !c.does(GIVING);
    let ahead = matches!(verb.time, Time::Modal | Time::Future);
    helps && ahead && c.objects().next().is_none()
}

/// "had done the same": what was told of those before them.
fn does_so(c: &Context<'_>) -> bool {
    let promised = c.discourse.last_claims.iter().any(|claim| {
        matches!(claim, Statement::Count(count)
            if count.stage == Stage::Promised && count.quantity == Quantity::SomeNumber)
    });
    promised && c.clause().verb.is_some() && c.any_is(c.reach(), Cue::Likewise)
}

/// "The force is to grow with the help of Ruritania and Freedonia", where it lies ahead.
fn with_help_of(c: &Context<'_>) -> Vec<Party> {
    let ahead = matches!(c.modality(), Some(Modality::Planned));
    let help = |at: &usize| {
        c.phrase(*at).link == Some(Link::With)
            && c.phrase_is(*at, Cue::HelpWord)
            && c.parse.phrases.get(*at + 1).is_some_and(|next| next.link == Some(Link::Of))
    };
    let Some(at) = c.clause().after.clone().find(help).filter(|_| ahead && c.subject_is_mission()) else {
        return Vec::new();
    };
    c.states_at(at + 1)
}

impl Context<'_> {
    /// Whether people stand anywhere behind the verb, or it speaks of the force in general: "willing to help".
    fn names_force(&self) -> bool {
        let verb = self.clause().verb.unwrap_or(0);
        self.parse.phrases.iter().enumerate().any(|(at, phrase)| at > verb && phrase.group().is_some())
            || self.any_is(self.tokens(), Cue::HelpWord)
            || self.names_mission()
    }
}
