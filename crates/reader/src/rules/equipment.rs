//! Equipment is promised, sent, delivered, received, in use or lost.
//!
//! **Reads** pieces of equipment that somebody gives, sends, delivers or gets, as a movement *pledge*, *ship* or *deliver* of who
//! gives them or owns the planes that bring them; what the mission has or is in working order as a count *in service*; what burns,
//! breaks or is lost as a movement *break down*; and pieces that are counted as the force's, whatever is done with them. A number
//! alone goes on counting what was counted last.
//!
//! **Example.** "The Grand Duchy delivered 24 more armoured vehicles; a further ten are expected." 24 delivered, ten promised.
//!
//! **Refuses** equipment without a number that is only used or spoken of, carriers of people, and equipment for others than the force.

mod broken;
mod in_service;
mod told_of;
mod whose;

use std::{collections::BTreeSet, ops::Range};

use model::{Modality, Movement, MovementFields, Quantity, Resource, Scope, Span, Statement, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Kit, Link, Role},
    context::Context,
    draft::Draft,
};

use self::{
    broken::broken,
    in_service::in_service,
    told_of::told_of,
    whose::{giver, owner, promised_by},
};

pub(super) const NAME: &str = "equipment";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    in_service(c, out);
    broken(c, out);
    moved(c, out);
    told_of(c, out);
}

fn moved(c: &Context<'_>, out: &mut Vec<Draft>) {
    let brings = c.does(&[Sense::Reach]) && c.verb_is(Cue::BringVerb);
    let has_object = !c.is_passive() && c.has_kit_object();
    let flies = c.does(&[Sense::Depart, Sense::Arrive]) && has_object;
    let follows = c.verb_is(Cue::ComeVerb) && !c.does(&[Sense::Send, Sense::Give]);
    let ahead = matches!(c.modality(), Some(Modality::Planned | Modality::Pledged));
    // "Ruritania's three helicopters will be stationed there".
    let lent = ahead
        && c.clause().subject.is_some_and(|subject| owner(c, subject).is_some())
        && c.does(&[Sense::Serve, Sense::Return, Sense::Secure, Sense::Depart, Sense::Join]);
    // "A further 34 are expected."
    let expected = c.only_does(Sense::Intend) && c.is_passive();
    let step = if brings || flies || c.does(&[Sense::Deliver, Sense::Receive, Sense::Arrive, Sense::HandOver])
    {
        Step::Deliver
    } else if c.does(&[Sense::Send, Sense::Deploy]) {
        Step::Ship
    } else if c.does(&[Sense::Give]) {
        Step::Deliver
    } else if c.does(&[Sense::Pledge]) || follows && ahead || lent || expected {
        Step::Pledge
    } else {
        return;
    };
    let told = |modality: &Modality| *modality != Modality::Proposed;
    let Some(modality) = c.modality().filter(told) else { return };
    let (step, modality) = match (step, modality) {
        (Step::Pledge, Modality::Fact) if expected => (Step::Pledge, Modality::Planned),
        (Step::Pledge, Modality::Fact) => (Step::Pledge, Modality::Pledged),
        (_, Modality::Planned | Modality::Pledged) => (Step::Pledge, modality),
        (step, modality) => (step, modality),
    };
    let passive = c.is_passive();
    let acted_on = c.subjects().into_iter().any(|at| matches!(c.phrase(at).what, Kind::Kit(_)));
    // "has been given six boats by Ruritania": what is given stands behind.
    let arrives = c.does(&[Sense::Arrive]) && !has_object;
    let moved: Vec<usize> =
        if passive && acted_on || arrives || follows || lent { c.subjects() } else { c.objects().collect() };
    if goes_elsewhere(c) {
        return;
    }
    // "delivered 80 vehicles, including 35 with guns", "sent the last of 34 vehicles".
    let some =
        c.linked(Link::Of).filter(|at| moved.contains(&(at - 1)) && c.phrase_is(at - 1, Cue::ShareOfPeople));
    let parts: Vec<usize> = c.linked(Link::Including).chain(some).collect();
    for at in moved.into_iter().chain(parts) {
        let Kind::Kit(kit) = &c.phrase(at).what else { continue };
        // "a plane landed": it brings, and is not brought. "the trucks handed over by Ruritania": spoken of as given before.
        let presupposed = c.clause().hangs == Hangs::Participle && kit.number.is_none();
        if c.phrase_is(at, Cue::Carrier) && (kit.number.is_none() || arrives) || presupposed {
            continue;
        }
        // "equipment worth $9 million": the sum tells it.
        let worth = c.phrase(at).tokens.end;
        let whose = giver(c, at, kit, !modality.is_told());
        let somebody = whose != Whose::Unstated || kit.number.is_some();
        if !somebody || c.any_is(worth..worth + 1, Cue::WorthWord) {
            continue;
        }
        // "20 of the 80 promised were delivered": in the clause on the promise the 80 are meant.
        let of_whole = c.clause().hangs == Hangs::Participle && c.clause().subject == Some(at);
        let all_of_them = kit.out_of.clone();
        let number = if of_whole { all_of_them.clone().or(kit.counted()) } else { kit.counted() };
        let during = c.span();
        out.extend(movement(c, at, kit, Of { whose: whose.clone(), step, number, during }, modality));
        let promised = all_of_them.filter(|_| !of_whole && promised_by(c, at).is_none());
        if promised.is_some() {
            let of = Of { whose, step: Step::Pledge, number: promised, during: Span::Unstated };
            out.extend(movement(c, at, kit, of, Modality::Pledged));
        }
    }
}

/// What a movement of equipment tells of it.
struct Of {
    whose: Whose,
    step: Step,
    number: Option<(Quantity, Range<usize>)>,
    during: Span,
}

fn movement(c: &Context<'_>, at: usize, kit: &Kit, of: Of, modality: Modality) -> Option<Draft> {
    let quantity = of.number.as_ref().map_or(Quantity::SomeNumber, |(quantity, _)| *quantity);
    let scope =
        Scope { whose: of.whose, resource: Resource::Equipment(kit.kind.clone()), units: BTreeSet::new() };
    let to = c.scene().map(|to| to.place).filter(|_| of.step != Step::BreakDown);
    let fields =
        MovementFields { scope, step: of.step, quantity, during: of.during, from: None, to, ordinal: None };
    let movement = Movement::try_from(fields).ok()?;
    let mut draft = Draft::new(NAME, Statement::Movement(movement), modality, at);
    draft.number = of.number.filter(|(quantity, _)| quantity.number().is_some()).map(|(_, tokens)| tokens);
    let number_at = draft.number.as_ref().and_then(|tokens| c.sentence.bytes(tokens));
    Some(
        draft
            .slot("number", number_at)
            .slot("what", c.bytes(at))
            .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb)))
            .slot("date", c.date().and_then(|(_, at)| c.bytes(at))),
    )
}

/// Whether it goes to the host's own police or to a hospital, and not to the force.
fn goes_elsewhere(c: &Context<'_>) -> bool {
    c.linked(Link::To).chain(c.linked(Link::For)).any(|at| {
        let of_host = c.phrase(at).actors().iter().any(|actor| {
            matches!(actor.role, Role::Organ | Role::Unit)
                && actor.party.is_some()
                && actor.party == c.report.host
        });
        // "brought to the airport": where the force gets it.
        let site = matches!(c.phrase(at).what, Kind::Site(_)) && !c.phrase_is(at, Cue::HubNoun);
        of_host || site || c.phrase(at).group().is_some() && c.is_host(at)
    })
}

impl Context<'_> {
    fn has_kit_object(&self) -> bool {
        self.objects().any(|at| matches!(self.phrase(at).what, Kind::Kit(_)))
    }

    /// Whether its one verb can say this.
    fn only_does(&self, sense: Sense) -> bool {
        self.verb().is_some_and(|verb| verb.verbs.len() == 1) && self.does(&[sense])
    }
}
