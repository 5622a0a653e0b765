//! How large the whole mission may be, or is planned to be.
//!
//! **Reads** a number of people as a ceiling where it is told of an authorised strength, where the mission "is to shrink to" it or "is to number", "should have", "set out to field" it, where a
//! body authorises it, where it was foreseen or permitted, or where it is "a force of up to" or "a planned" strength of the mission.
//!
//! **Example.** "The Council authorised 3,000 troops." Exactly 3,000 troops.
//!
//! **Refuses** what the mission has today (a strength), and a party's own share (a pledge).

use model::{Ceiling, Modality, Resource, Service, Span, Statement};

use crate::{
    Cue, Sense,
    clause::{Actor, Hangs, Kind, Link, Mark, Role, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "ceiling";

const SIZE: &[Sense] = &[Sense::Have, Sense::Stand, Sense::Reach, Sense::Send, Sense::Deploy, Sense::Intend];

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let may = c.verb().is_some_and(|verb| verb.is_possible && !verb.is_negated && !verb.is_unreal)
        && c.subject_is_mission();
    let modality = c.modality().or(may.then_some(Modality::Planned));
    let Some(modality) = modality.filter(|modality| *modality != Modality::Denied) else { return };
    let counted = |at: &usize| {
        c.phrase(*at).group().is_some_and(|group| group.parties.is_empty() && !group.is_part)
            && c.is_counted(*at)
            && !c.is_host(*at)
    };
    // The mission will have so many.
    let sized = c.does(SIZE) || c.only_is();
    let ahead = matches!(modality, Modality::Planned | Modality::Proposed | Modality::Pledged);
    if c.subject_is_mission() && sized && ahead {
        let first = c.clause().after.clone().filter(counted).find(|at| {
            matches!(c.phrase(*at).link, None | Some(Link::To | Link::Of | Link::Other))
                && !c.phrase(*at).group().is_some_and(|group| group.is_additional)
        });
        let own = |at: &usize| counted(at) && c.clause().after.contains(at);
        for at in first.into_iter().flat_map(|at| c.with_joined(at)).filter(own) {
            // "may have up to 5,000": it is allowed them now.
            push(c, at, if may || is_cap(c, at) { Modality::Fact } else { Modality::Planned }, out);
        }
    }
    foreseen(c, counted, out);
    // A body authorises so many.
    // A state's own parliament lets its people go: it sets no ceiling for the whole.
    let national = |actor: &Actor| {
        let council = c.any_is(actor.tokens.clone(), Cue::Council);
        actor.role == Role::Organ && !council && actor.party.is_none_or(model::Party::is_state)
    };
    let by_state = c.agents().iter().any(|party| party.is_state()) || c.subject_actors().iter().any(national);
    // "the number has passed 1,000": no body passes it.
    let acts = c.does(&[Sense::Authorise])
        || c.does(&[Sense::Adopt]) && (c.is_passive() || !c.subject_actors().is_empty());
    if acts && !by_state && !super::readiness::cleared(c) {
        let acted_on = if c.is_passive() { c.clause().before.clone() } else { 0..0 };
        for at in c.clause().after.clone().chain(acted_on).filter(counted) {
            let own = matches!(c.phrase(at).link, None | Some(Link::Of | Link::With | Link::Other));
            // "authorised 900 more": what is added to a ceiling is none.
            let adds = c.phrase(at).group().is_some_and(|group| group.is_additional);
            if own && !adds {
                push(c, at, if modality == Modality::Fact { Modality::Fact } else { Modality::Planned }, out);
            }
        }
    }
    // "short of the 2,500 personnel envisioned".
    let outer_mission =
        c.clause().on.and_then(|on| c.parse.clauses[on].subject).is_some_and(|at| c.is_mission(at));
    if c.clause().hangs == Hangs::Participle
        && c.does(&[Sense::Intend, Sense::Authorise, Sense::Pledge])
        && outer_mission
    {
        for at in c.clause().subject.into_iter().filter(|at| counted(at)) {
            if !matches!(c.scope(at).whose, model::Whose::Party(_)) {
                push(c, at, Modality::Planned, out);
            }
        }
    }
    // "raised the ceiling from 2,500 to 5,500".
    let moved = c.objects().any(|at| c.phrase_is(at, Cue::CeilingNoun));
    let moved = moved && c.does(&[Sense::Reach, Sense::Reduce, Sense::Amend]);
    if let Some(at) = c.linked(Link::To).find(counted).filter(|_| moved) {
        push(c, at, if modality == Modality::Fact { Modality::Fact } else { Modality::Planned }, out);
    }
    // "the ceiling falls to 11,500 troops".
    let of_ceiling = c.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::CeilingNoun));
    let falls = of_ceiling && (c.does(&[Sense::Reduce, Sense::Reach, Sense::Stand]) || c.only_is());
    if let Some(at) = c.clause().after.clone().find(counted).filter(|_| falls) {
        push(c, at, if modality == Modality::Fact { Modality::Fact } else { Modality::Planned }, out);
    }
    if c.index == 0 {
        planned_total(c, out);
    }
    limited(c, modality, counted, out);
    resized(c, ahead, counted, out);
    named_size(c, out);
    // "has a ceiling of 17,000 troops and 2,101 police", "began with a ceiling of 12,000".
    for at in c.clause().after.clone().filter(counted).filter(|at| is_cap(c, *at)) {
        let told = if modality == Modality::Fact { Modality::Fact } else { Modality::Planned };
        push(c, at, told, out);
    }
}

/// "2,500 had been foreseen", "until now 17,000 soldiers were permitted", "it was designed for 2,500": how many there were to be.
fn foreseen(c: &Context<'_>, counted: impl Fn(&usize) -> bool, out: &mut Vec<Draft>) {
    let lone = c.verb().is_some_and(|verb| {
        verb.is_passive
            && verb.is_finite
            && verb.verbs.len() == 1
            && matches!(verb.time, Time::Past | Time::Perfect | Time::Present)
    });
    if !lone || !c.report.is_about_force || c.linked(Link::By).next().is_some() {
        return;
    }
    let fact = c.does(&[Sense::Authorise]);
    let modality = if fact { Modality::Fact } else { Modality::Planned };
    if c.does(&[Sense::Intend]) && c.subject_is_mission() {
        // "was planned with 5,000 soldiers", "is planned at 2,500".
        let sized =
            |at: &usize| matches!(c.phrase(*at).link, Some(Link::For | Link::With | Link::In)) && counted(at);
        let meant = c.clause().after.clone().find(sized);
        if let Some(at) = meant {
            push(c, at, modality, out);
        }
    }
    let bare = |at: &usize| {
        counted(at)
            && c.phrase(*at).group().is_some_and(|group| {
                !group.is_its && !group.is_additional && group.units.is_empty() && group.ordinal.is_none()
            })
    };
    let goes = c.place(&[Link::To, Link::In]).is_some() || c.date().is_some();
    let whole =
        c.clause().subject.filter(bare).filter(|_| c.does(&[Sense::Intend, Sense::Authorise]) && !goes);
    if let Some(at) = whole {
        push(c, at, modality, out);
    }
}

/// "Of the 2,500 people planned only 430 have come": a whole that is still to be reached.
fn planned_total(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in 0..c.parse.phrases.len().saturating_sub(1) {
        let definite = c.phrase(at).group().is_some_and(|group| {
            group.is_definite && group.parties.is_empty() && !group.is_part && !group.is_its
        });
        let participle = c.phrase(at + 1).verb().is_some_and(|verb| {
            verb.does(&[Sense::Intend, Sense::Authorise])
                && verb.verbs.len() == 1
                && !verb.is_passive
                && matches!(verb.time, Time::Past)
                && verb.verbs.iter().all(|verb| verb.form.may_be_participle())
        });
        let behind = c.parse.phrases.get(at + 2).is_none_or(|next| !next.is_nominal() || next.link.is_some());
        let own = matches!(c.scope(at).whose, model::Whose::Party(_));
        if definite
            && participle
            && behind
            && c.is_counted(at)
            && !c.is_host(at)
            && !own
            && c.report.is_about_force
        {
            push(c, at, Modality::Planned, out);
        }
    }
}

/// Whether a noun tells how many there may be: "the troop ceiling", "its authorised strength".
fn is_limit(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    let tokens = phrase.tokens.clone();
    matches!(phrase.what, Kind::Noun | Kind::Event(_))
        && (c.any_is(tokens.clone(), Cue::CeilingLimit)
            || c.any_is(tokens.clone(), Cue::OnPaper) && c.any_is(tokens, Cue::StrengthNoun))
}

/// "the authorised strength is 13,000 soldiers and 1,500 police", "lowered the ceiling to 9,000", "the mandate provides for a
/// maximum of 500".
fn limited(c: &Context<'_>, modality: Modality, counted: impl Fn(&usize) -> bool, out: &mut Vec<Draft>) {
    let told = if modality == Modality::Fact { Modality::Fact } else { Modality::Planned };
    let moves =
        c.does(&[Sense::Reduce, Sense::Reach, Sense::Amend, Sense::Remain, Sense::Have, Sense::Stand]);
    let subject = c.clause().subject;
    // "are unchanged at 9,000": a participle of no sense says how it is.
    let stays = c.is_passive() && c.does(&[Sense::Other]);
    let of_limit = subject.is_some_and(|at| is_limit(c, at)) && (moves || stays || c.only_is());
    let acts_on_it = moves && c.objects().next().is_some_and(|at| is_limit(c, at));
    let by_text = subject.is_some_and(|at| {
        let phrase = c.phrase(at);
        let text = c.any_is(phrase.tokens.clone(), Cue::TextOfAct) || phrase.is_event(Sense::Authorise);
        let plan = matches!(phrase.what, Kind::Noun | Kind::Event(_)) && c.phrase_is(at, Cue::PlanNoun);
        text || plan && c.does(&[Sense::Say]) || matches!(phrase.what, Kind::Instrument(_))
    });
    // "the plan speaks of 2,500".
    let names = by_text && c.does(&[Sense::Say]) && subject.is_some_and(|at| c.phrase(at).owner.is_none());
    let by_text = by_text && (names || c.does(&[Sense::Give, Sense::Intend, Sense::Have, Sense::Authorise]));
    let linked = |at: &usize| match c.phrase(*at).link {
        None => of_limit || by_text,
        Some(Link::To | Link::In) => of_limit || acts_on_it,
        Some(Link::From) => of_limit,
        Some(Link::For) => by_text,
        Some(Link::Of) => by_text && !matches!(c.phrase(at - 1).what, Kind::Event(_)),
        _ => false,
    };
    let mut joined = false;
    for at in c.clause().after.clone() {
        let takes = counted(&at) && (linked(&at) || joined && c.phrase(at).link.is_none());
        let mine = !matches!(c.scope(at).whose, model::Whose::Party(_));
        let texts = by_text && c.phrase(at).link == Some(Link::For) || joined || names && mine;
        if takes && (of_limit || acts_on_it || upto(c, at) || texts) {
            push(c, at, told, out);
            joined = true;
        } else if !matches!(c.phrase(at).what, Kind::And | Kind::Mark(Mark::Comma)) {
            joined = false;
        }
    }
}

/// "the force is to shrink from 7,000 men to 500", "so many people are supposed to serve in it".
fn resized(c: &Context<'_>, ahead: bool, counted: impl Fn(&usize) -> bool, out: &mut Vec<Draft>) {
    let numbers = c.clause().subject.is_some_and(|at| {
        c.phrase_is(at, Cue::StrengthNoun)
            && c.parse.phrases.get(at + 1).is_some_and(|next| {
                next.link == Some(Link::Of) && c.any_is(next.tokens.clone(), Cue::Peacekeeper)
            })
    });
    if ahead && (c.subject_is_mission() || numbers) && c.does(&[Sense::Reduce, Sense::Reach]) {
        let behind = c.clause().verb.map(|verb| verb + 1);
        let to = c.clause().after.clone().filter(counted).find(|at| {
            c.phrase(*at).link == Some(Link::To)
                || behind == Some(*at)
                    && c.clause().verb.is_some_and(|verb| {
                        let tokens = &c.phrase(verb).tokens;
                        c.sentence.is(tokens.end.saturating_sub(1), Cue::InfinitiveMark)
                    })
        });
        if let Some(at) = to {
            push(c, at, Modality::Planned, out);
        }
        return;
    }
    let serves = c.does(&[Sense::Serve]) && c.verb().is_some_and(|verb| verb.led_by(&[Sense::Intend]));
    let inside = c
        .linked(Link::In)
        .any(|at| c.is_mission(at) || c.phrase(at).actors().iter().any(|actor| actor.role == Role::It));
    if serves
        && inside
        && let Some(at) = c.clause().subject.filter(counted)
    {
        push(c, at, Modality::Planned, out);
    }
}

/// Whether a number is told as a ceiling, or joined to one that is.
pub(super) fn is_cap(c: &Context<'_>, at: usize) -> bool {
    let told = |at: usize| {
        c.phrase(at)
            .group()
            .and_then(|group| group.number.as_ref())
            .is_some_and(|(_, tokens)| c.any_is(tokens.clone(), Cue::CappedAt))
    };
    let joined = at >= 2 && matches!(c.phrase(at - 1).what, Kind::And) && told(at - 2);
    told(at) || joined
}

/// "an authorised ceiling of 2,500", "a force of up to 1,000", "a planned strength of 3,000".
fn named_size(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in c
        .around()
        .filter(|at| c.is_counted(*at) && matches!(c.phrase(*at).link, Some(Link::Of | Link::In | Link::To)))
    {
        let Some(before) = at.checked_sub(1) else { continue };
        let phrase = c.phrase(before);
        let named = is_limit(c, before);
        let planned_size = named && !is_in_force(c, before);
        let mission = phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)));
        let group_of_mission = c.phrase(at).group().is_some_and(|group| group.parties.is_empty());
        // "would like a force of 5,000".
        let body =
            matches!(phrase.what, Kind::Noun) && c.any_is(phrase.tokens.clone(), Cue::ForceNoun) || mission;
        let sought = c.does(&[
            Sense::Authorise,
            Sense::Adopt,
            Sense::Propose,
            Sense::Intend,
            Sense::Wish,
            Sense::Urge,
            Sense::Establish,
            Sense::Decide,
        ]) || upto(c, at)
            || c.verb()
                .is_some_and(|verb| verb.verbs.is_empty() && verb.time == Time::Modal && !verb.is_negated);
        if body
            && sought
            && group_of_mission
            && c.phrase(at).link == Some(Link::Of)
            && c.report.is_about_force
        {
            let fact = c.does(&[Sense::Authorise, Sense::Adopt, Sense::Establish])
                && c.modality() == Some(Modality::Fact);
            push(c, at, if fact { Modality::Fact } else { Modality::Planned }, out);
        }
        // "less than half of the planned 2,500".
        let share =
            matches!(phrase.what, Kind::Percent) || c.any_is(phrase.tokens.clone(), Cue::ShareOfWhole);
        let planned = c.phrase(at).group().is_some_and(|group| group.is_planned);
        if share && planned && group_of_mission && !matches!(c.scope(at).whose, model::Whose::Party(_)) {
            push(c, at, Modality::Planned, out);
        }
        if (named || mission && c.does(&[Sense::Authorise, Sense::Adopt, Sense::Propose, Sense::Intend]))
            && group_of_mission
        {
            let strength = c.phrase_is(before, Cue::StrengthWord);
            let own = planned_size && !strength && matches!(c.scope(at).whose, model::Whose::Party(_));
            let told = if planned_size { Modality::Planned } else { Modality::Fact };
            if own {
                continue;
            }
            for at in c.with_joined(at).into_iter().filter(|at| c.is_counted(*at)) {
                push(c, at, told, out);
            }
        }
    }
}

/// Whether a limit is one that holds: "the authorised strength", not "the planned strength".
fn is_in_force(c: &Context<'_>, at: usize) -> bool {
    let tokens = c.phrase(at).tokens.clone();
    !c.any_is(tokens.clone(), Cue::StillExpected) && !c.any_is(tokens, Cue::PlanNoun)
}

/// "up to 5,000".
fn upto(c: &Context<'_>, at: usize) -> bool {
    let number = c.phrase(at).group().and_then(|group| group.number.as_ref());
    number.is_some_and(|(quantity, _)| matches!(quantity, model::Quantity::UpTo(_)))
}

fn push(c: &Context<'_>, at: usize, modality: Modality, out: &mut Vec<Draft>) {
    let taken = out.iter().any(|draft| draft.phrase == at && draft.rule == NAME);
    if taken {
        return;
    }
    let service = c.scope(at).resource;
    let resource = match service {
        Resource::People(service) => Resource::People(service),
        _ => Resource::People(Service::Unstated),
    };
    let instrument = c.instrument(c.around());
    let in_force = if modality == Modality::Fact { c.span() } else { Span::Unstated };
    let ceiling = Ceiling { quantity: c.quantity(at), resource, instrument, in_force };
    out.push(c.filled(Draft::new(NAME, Statement::Ceiling(ceiling), modality, at), at));
}

/// Whether a ceiling has been read from this phrase.
pub(super) fn has_taken(out: &[Draft], at: usize) -> bool {
    out.iter().any(|draft| draft.phrase == at && draft.rule == NAME)
}
