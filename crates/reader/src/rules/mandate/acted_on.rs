//! What an act on a mandate acts on: a mission, its mandate, a deployment, the text that carries it.

use model::MandateAct;

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
};

use super::{body::asker, names_force};

/// Whether a phrase is a mission, its mandate, a deployment or a contribution.
pub(super) fn is_acted_on(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    let mission = phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)));
    let deployment =
        [Sense::Deploy, Sense::Send, Sense::Withdraw].iter().any(|sense| phrase.is_event(*sense));
    let text = matches!(phrase.what, Kind::Instrument(_));
    // "up to 900 soldiers are permitted": how many may be there now is no act.
    let permitted = c.is_counted(at) && c.verb().is_some_and(|verb| verb.time == Time::Present);
    let named = !permitted
        && matches!(phrase.what, Kind::Noun | Kind::Event(_) | Kind::People(_))
        && c.any_is(phrase.tokens.clone(), Cue::MandateNoun);
    // "The Council authorised it in December": the force that the report is about.
    let it = c.report.is_about_force && phrase.actors().iter().any(|actor| actor.role == Role::It);
    mission || deployment || text || named || it
}

/// Whether the clause acts on a mission, its mandate, a deployment or a contribution.
pub(super) fn applies(c: &Context<'_>, act: MandateAct) -> bool {
    let is_object = |at: usize| {
        let phrase = c.phrase(at);
        let countries = phrase.actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
        is_acted_on(c, at)
            || countries && act == MandateAct::Authorise
            || of_such(c, at)
            || carries(c, at)
            || act == MandateAct::Authorise
                && (is_counted_force(c, at) || asker(c).is_some() && names_force(c, at))
    };
    let passive = c.is_passive();
    if act == MandateAct::Authorise && !passive && lets_send(c) {
        return true;
    }
    // "asked for the mission to be converted": without an object of its own the infinitive is said of the noun before it.
    let infinitive = c.clause().hangs == Hangs::Infinitive && c.objects().next().is_none();
    if passive || infinitive {
        let subject = c.clause().subject.is_some_and(is_object);
        // "its mandate, which derives from a resolution, was extended".
        let resumed = passive && c.clause().antecedent.is_some_and(is_object);
        return subject || resumed || act == MandateAct::Convert && c.objects().any(is_object);
    }
    let object = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal());
    let direct = object.is_some_and(|at| {
        matches!(c.phrase(at).link, None | Some(Link::For | Link::Of | Link::To)) && is_object(at)
    }) || c.objects().any(is_object);
    let converted = act == MandateAct::Convert && c.any_is(c.tokens(), Cue::Peacekeeping);
    // A party that ends its own part ends no mandate; one that asks a body to end it asks for that.
    let of_state = c.subject_actors().iter().any(|actor| actor.party.is_some_and(model::Party::is_state));
    if act == MandateAct::End && !passive && of_state && asker(c).is_none() {
        return false;
    }
    // "the mission, which the Council approved": the noun before the relative is what it acts on.
    let relative = c.clause().antecedent.is_some_and(|at| {
        c.clause().hangs == Hangs::Relative && c.clause().subject != Some(at) && is_object(at)
    }) && c.objects().next().is_none();
    let expires =
        act == MandateAct::End && c.clause().subject.is_some_and(is_object) && c.objects().next().is_none();
    direct || converted || relative || expires
}

/// "approved sending 150 soldiers", "authorised Ruritania to send".
fn lets_send(c: &Context<'_>) -> bool {
    let next = c.clause().verb.map(|verb| verb + 1);
    c.parse.clauses.iter().any(|clause| {
        clause.on == Some(c.index)
            && matches!(clause.hangs, Hangs::Participle | Hangs::Infinitive)
            && clause.verb.is_some()
            && clause.verb == next
            && clause
                .verb
                .and_then(|at| c.phrase(at).verb())
                .is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy, Sense::Join]))
    })
}

/// "the extension of the mission", "a renewal of its mandate": an act on such a thing.
fn of_such(c: &Context<'_>, at: usize) -> bool {
    let acts = [Sense::Extend, Sense::End, Sense::Convert, Sense::Amend, Sense::Reduce, Sense::Close];
    let is_act = acts.iter().any(|sense| c.phrase(at).is_event(*sense));
    let next = at + 1;
    is_act && next < c.parse.phrases.len() && c.phrase(next).link == Some(Link::Of) && is_acted_on(c, next)
}

/// "a decree extending the mission", "an agreement that allows the deployment": a text, and behind it what it is about.
fn carries(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    let text =
        matches!(phrase.what, Kind::Noun | Kind::Event(_)) && c.any_is(phrase.tokens.clone(), Cue::TextOfAct);
    text && (at + 1..c.parse.phrases.len())
        .take_while(|next| !matches!(c.phrase(*next).what, Kind::Mark(_)))
        .any(|next| is_acted_on(c, next))
}

/// "authorised up to 5,500 personnel": people of no party.
fn is_counted_force(c: &Context<'_>, at: usize) -> bool {
    let body = c.subject_actors().iter().any(|actor| actor.party.is_some_and(|party| !party.is_state()));
    // "the Council, which authorised 3,000 troops, prolonged it": beside another act the number is a ceiling alone.
    body && c.verb().is_some_and(|verb| verb.time != Time::Present)
        && c.clause().hangs != Hangs::Relative
        && c.phrase(at).link.is_none()
        && c.is_counted(at)
        && !c.is_host(at)
}

impl Context<'_> {
    /// Whether a phrase is the mandate itself, or permission as a thing: "the mandate".
    pub(super) fn is_mandate_noun(&self, at: usize) -> bool {
        self.any_is(self.phrase(at).tokens.clone(), Cue::MandateNoun)
    }
}
