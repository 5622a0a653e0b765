//! Equipment is promised, sent, delivered, received.
//!
//! **Reads** pieces of equipment that somebody gives, sends, delivers or gets, as a movement *pledge*, *ship* or *deliver* of who
//! gives them or owns the planes that bring them; what the mission has or is in working order as a count *in service*.
//!
//! **Example.** "The Grand Duchy delivered 24 more armoured vehicles." 24 delivered.
//!
//! **Refuses** equipment that is only used, hit or spoken of, and equipment for others than the force.

use std::collections::BTreeSet;

use model::{
    Count, CountFields, Modality, Movement, MovementFields, Party, Quantity, Resource, Scope, Stage,
    Statement, Step, Whose,
};

use crate::{
    Cue, Sense, What,
    clause::{Kind, Kit, Link, Role},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "equipment";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    in_service(c, out);
    let brings = c.does(&[Sense::Reach]) && c.verb_is(Cue::BringVerb);
    let flies = c.does(&[Sense::Depart]) && !c.is_passive() && c.has_kit_object();
    let follows = c.verb_is(Cue::ComeVerb);
    let ahead = matches!(c.modality(), Some(Modality::Planned | Modality::Pledged));
    // "Ruritania's three helicopters will be stationed there".
    let lent = ahead
        && c.clause().subject.is_some_and(|subject| owner(c, subject).is_some())
        && c.does(&[Sense::Serve, Sense::Return, Sense::Secure, Sense::Depart, Sense::Join]);
    let step = if brings || flies || c.does(&[Sense::Deliver, Sense::Receive, Sense::Arrive, Sense::HandOver])
    {
        Step::Deliver
    } else if c.does(&[Sense::Send, Sense::Deploy]) {
        Step::Ship
    } else if c.does(&[Sense::Give]) {
        Step::Deliver
    } else if c.does(&[Sense::Pledge]) || follows && ahead || lent {
        Step::Pledge
    } else {
        return;
    };
    let told = |modality: &Modality| *modality != Modality::Proposed;
    let Some(modality) = c.modality().filter(told) else { return };
    let (step, modality) = match (step, modality) {
        (Step::Pledge, Modality::Fact) => (Step::Pledge, Modality::Pledged),
        (_, Modality::Planned | Modality::Pledged) => (Step::Pledge, modality),
        (step, modality) => (step, modality),
    };
    let passive = c.is_passive();
    let acted_on = c.subjects().into_iter().any(|at| matches!(c.phrase(at).what, Kind::Kit(_)));
    // "has been given six boats by Ruritania": what is given stands behind.
    let moved: Vec<usize> = if passive && acted_on || c.does(&[Sense::Arrive]) || follows || lent {
        c.subjects()
    } else {
        c.objects().collect()
    };
    // What goes to the host's own police or to a hospital does not go to the force.
    let elsewhere = c.linked(Link::To).chain(c.linked(Link::For)).any(|at| {
        let of_host = c.phrase(at).actors().iter().any(|actor| {
            matches!(actor.role, Role::Organ | Role::Unit)
                && actor.party.is_some()
                && actor.party == c.report.host
        });
        of_host
            || matches!(c.phrase(at).what, Kind::Site(_))
            || c.phrase(at).group().is_some() && c.is_host(at)
    });
    if elsewhere {
        return;
    }
    // "delivered 80 vehicles, including 35 with guns".
    let parts: Vec<usize> = c.linked(Link::Including).collect();
    for at in moved.into_iter().chain(parts) {
        let Kind::Kit(kit) = &c.phrase(at).what else { continue };
        // "a plane landed": it brings, and is not brought.
        if kit.number.is_none() && c.phrase_is(at, Cue::Carrier) {
            continue;
        }
        // "equipment worth $9 million": the sum tells it.
        let worth = c.phrase(at).tokens.end;
        let whose = giver(c);
        let somebody = whose != Whose::Unstated || kit.number.is_some();
        if !somebody || c.any_is(worth..worth + 1, Cue::WorthWord) {
            continue;
        }
        let quantity = kit.number.as_ref().map_or(Quantity::SomeNumber, |(quantity, _)| *quantity);
        let scope = Scope { whose, resource: Resource::Equipment(kit.kind.clone()), units: BTreeSet::new() };
        let to = c.scene().map(|to| to.place);
        let fields =
            MovementFields { scope, step, quantity, during: c.span(), from: None, to, ordinal: None };
        let Ok(movement) = Movement::try_from(fields) else { continue };
        let mut draft = Draft::new(NAME, Statement::Movement(movement), modality, at);
        draft.number = kit
            .number
            .as_ref()
            .filter(|(quantity, _)| quantity.number().is_some())
            .map(|(_, tokens)| tokens.clone());
        let number_at = draft.number.as_ref().and_then(|tokens| c.sentence.bytes(tokens));
        out.push(
            draft
                .slot("number", number_at)
                .slot("what", c.bytes(at))
                .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb)))
                .slot("date", c.date().and_then(|(_, at)| c.bytes(at))),
        );
    }
}

/// "which now has 60", said behind a type of equipment: the number counts more of it.
pub(super) fn is_of_kit(c: &Context<'_>, at: usize) -> bool {
    let bare = c
        .phrase(at)
        .group()
        .is_some_and(|group| group.is_bare() && !group.is_part && group.parties.is_empty());
    bare && kit_before(c, at).is_some()
}

/// The equipment that a number without a noun counts: the last counted noun before it in the sentence.
fn kit_before<'c>(c: &Context<'c>, at: usize) -> Option<&'c Kit> {
    let counted = (0..at).rev().find(|at| matches!(c.phrase(*at).what, Kind::Kit(_)) || c.is_counted(*at))?;
    if let Kind::Kit(kit) = &c.phrase(counted).what { Some(kit) } else { None }
}

/// "The mission has 60 vehicles", "..., which now has 60".
fn in_service(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.modality() != Some(Modality::Fact) {
        return;
    }
    let subject = c.clause().subject;
    let has = c.does(&[Sense::Have]) && c.subject_is_mission();
    // "Eighteen vehicles were in working order".
    let works = c.only_is() && c.clause().after.clone().any(|at| c.phrase_is(at, Cue::InOrder));
    let counted: Vec<usize> =
        if has { c.objects().collect() } else { subject.filter(|_| works).into_iter().collect() };
    for at in counted {
        let (kind, number) = match &c.phrase(at).what {
            Kind::Kit(kit) => (&kit.kind, kit.number.as_ref()),
            Kind::People(group) if is_of_kit(c, at) => match kit_before(c, at) {
                Some(kit) => (&kit.kind, group.number.as_ref()),
                None => continue,
            },
            _ => continue,
        };
        let Some((quantity, tokens)) = number.filter(|(quantity, _)| quantity.number().is_some()) else {
            continue;
        };
        let scope = Scope {
            whose: owner(c, at).map_or(Whose::Mission, Whose::Party),
            resource: Resource::Equipment(kind.clone()),
            units: BTreeSet::new(),
        };
        let fields = CountFields {
            scope,
            stage: Stage::InService,
            quantity: *quantity,
            as_of: c.as_of(),
            place: None,
        };
        let Ok(count) = Count::try_from(fields) else { continue };
        let mut draft = Draft::new(NAME, Statement::Count(count), Modality::Fact, at);
        draft.number = Some(tokens.clone());
        out.push(
            draft
                .slot("number", c.sentence.bytes(tokens))
                .slot("what", c.bytes(at))
                .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb))),
        );
    }
}

impl Context<'_> {
    fn has_kit_object(&self) -> bool {
        self.objects().any(|at| matches!(self.phrase(at).what, Kind::Kit(_)))
    }
}

/// "two Ruritanian planes", "helicopters of the Ruritanian Air Force": whose equipment it is by its own words.
fn owner(c: &Context<'_>, at: usize) -> Option<Party> {
    if !matches!(c.phrase(at).what, Kind::Kit(_)) {
        return None;
    }
    let tokens = c.phrase(at).tokens.clone();
    let named = c.mentions.iter().find_map(|mention| match &mention.what {
        What::Party(named) if tokens.contains(&mention.tokens.start) => Some(named.party),
        _ => None,
    });
    let next = c.parse.phrases.get(at + 1).filter(|next| next.link == Some(Link::Of));
    let of = || next.and_then(|next| next.actors().iter().find_map(|actor| actor.party));
    named.or_else(of).or(c.phrase(at).owner).filter(|party| party.is_state() && Some(*party) != c.report.host)
}

/// Who gives it: who acts, or whose own the planes are that bring it; where nobody is named, the party whose spokesman tells it.
fn giver(c: &Context<'_>) -> Whose {
    let agents = c.agents();
    if !agents.is_empty() && !c.does(&[Sense::Receive]) {
        return Whose::of(agents);
    }
    let from = c.linked(Link::From).map(|at| crate::discourse::contributors(c.phrase(at), c.report));
    if let Some(parties) = from.into_iter().find(|parties| !parties.is_empty()) {
        return Whose::of(parties);
    }
    if let Some(own) = c.clause().subject.and_then(|subject| owner(c, subject)) {
        return Whose::Party(own);
    }
    if c.subject_is_mission() {
        return Whose::Mission;
    }
    let verb = c.clause().verb.unwrap_or(0);
    c.voices
        .at(verb)
        .and_then(|voice| voice.speaker.party)
        .filter(|party| party.is_state() && Some(*party) != c.report.host)
        .map_or(Whose::Unstated, Whose::Party)
}
