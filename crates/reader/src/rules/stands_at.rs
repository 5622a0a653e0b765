//! How many people are there.
//!
//! **Reads** "N are in the country", "the mission has N", "bringing the number to N", "strength stands at N" and sums of what
//! has been sent as a count *deployed*; planned where it lies ahead.
//!
//! **Example.** "This lifts the strength of the mission to 590; just two are from Freedonia." Counts of 590 for the whole
//! mission and of two for Freedonia.
//!
//! **Refuses** a party's army as such ("Ruritania has 90,000 soldiers"), numbers of the host's own forces, and places outside
//! the mission's area.

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Link, Time},
    context::{Context, Where},
    draft::Draft,
};

mod parts;
mod providing;
mod reached;

use parts::{
    among_whole, forms, made_up_of, manned_by, nationals, part_of_mission, shares, strong, with_before,
    with_so_many,
};
use providing::providing;
use reached::{force_of, number_of, reaches, strength_of};

pub(super) const NAME: &str = "stands-at";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    force_of(c, out);
    to_stay(c, out);
    let Some(modality) = c
        .modality()
        .filter(|modality| matches!(modality, Modality::Fact | Modality::Planned | Modality::Denied))
    else {
        return;
    };
    strength_of(c, modality, out);
    if made_up_of(c, modality, out) || number_of(c, modality, out) {
        return;
    }
    if reaches(c, modality, out) || modality == Modality::Planned {
        return;
    }
    hosted(c, modality, out);
    providing(c, modality, out);
    shares(c, modality, out);
    now_there(c, modality, out);
    with_so_many(c, modality, out);
    with_before(c, modality, out);
    manned_by(c, modality, out);
    strong(c, modality, out);
    forms(c, modality, out);
    part_of_mission(c, modality, out);
    among_whole(c, modality, out);
    deployed_there(c, modality, out);
    led_with(c, modality, out);
    let scene = c.scene();
    // A mission whose host no lexicon knows is wherever no other state is.
    let in_area = |scene: &Where| match c.report.host {
        Some(host) => scene.party == Some(host),
        None => scene.party.is_none() && c.report.mission.is_some(),
    };
    let here = scene.as_ref().is_some_and(in_area)
        || c.any_is(c.reach(), Cue::HereOrThere)
        || c.does(&[Sense::Serve]);
    let place = scene.filter(|scene| c.is_mission_area(Some(scene)));
    // "N are in the country", "N serve there".
    let main =
        !matches!(c.clause().hangs, crate::clause::Hangs::Participle | crate::clause::Hangs::Infinitive)
            && !super::arrived::is_of_leavers(c);
    // "had been stationed there" until something happened; "has served there" is over.
    let served =
        c.does(&[Sense::Serve]) && !c.is_passive() && c.verb().is_some_and(|verb| verb.time == Time::Perfect);
    if main && !served && (c.only_is() || c.does(&[Sense::Serve, Sense::Remain])) {
        for at in c.subjects().into_iter().filter(|_| here) {
            if c.is_counted(at) && c.is_force(at) && !taken(out, at) {
                out.extend(c.count(NAME, at, Stage::Deployed, place.clone(), modality));
            }
        }
    }
    // "the mission has N", "Ruritania has N there".
    if main
        && c.does(&[Sense::Have])
        && (c.subject_is_mission() || here || c.names_mission() && !c.agents().is_empty())
    {
        for at in c.objects().filter(|at| c.is_counted(*at)) {
            if c.is_force(at)
                && !taken(out, at)
                && !super::ceiling::is_cap(c, at)
                && !c.phrase(at).group().is_some_and(|group| group.is_part && group.out_of.is_none())
            {
                out.extend(c.count(NAME, at, Stage::Deployed, place.clone(), modality));
            }
        }
        nationals(c, modality, out);
    } else if main && c.does(&[Sense::Have]) && !c.agents().is_empty() {
        // "the 400 whom Ruritania had there".
        let whom = c.clause().antecedent.filter(|at| {
            c.clause().subject != Some(*at) && c.is_counted(*at) && c.objects().next().is_none()
        });
        if let Some(at) = whom.filter(|at| !taken(out, *at)) {
            let place = c.scene().filter(in_area);
            let scope = Scope { whose: Whose::of(c.agents()), ..c.scope(at) };
            if place.is_some() {
                out.extend(c.count_of(NAME, at, scope, Stage::Deployed, place, modality));
            }
        }
        // "Ruritania has two on the ground", "has 3,000 in Freedonia and 400 in the mission's area".
        for at in c.objects().filter(|at| c.is_counted(*at)) {
            let place = c.scene_of(at);
            let there = place.as_ref().is_some_and(in_area) || place.is_none() && is_on_the_ground(c, at);
            if there && c.is_force(at) && !taken(out, at) {
                out.extend(c.count(NAME, at, Stage::Deployed, place, modality));
            }
        }
    }
    contributed(c, modality, place.as_ref(), out);
    has_in_hand(c, modality, out);
    // "six countries have sent 1,000 between them".
    if c.does(&[Sense::Send, Sense::Deploy]) && super::arrived::is_sum(c) {
        for at in c.patients().into_iter().filter(|at| c.is_counted(*at)) {
            if taken(out, at) {
                continue;
            }
            out.extend(c.count(NAME, at, Stage::Deployed, place.clone(), modality));
        }
    }
}

/// "wants to keep 1,500 men in the country", "Ruritania will stay": who is there and is not to leave.
fn to_stay(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(verb) = c.verb().filter(|verb| !verb.is_negated && !verb.is_unreal) else { return };
    let led = verb.led_by(&[Sense::Wish, Sense::Intend, Sense::Ready, Sense::Prepare, Sense::Pledge]);
    let ahead =
        matches!(c.modality(), Some(Modality::Planned | Modality::Pledged)) || led && c.modality().is_none();
    let present = matches!(verb.time, Time::Present | Time::Future);
    let states = c.acting_states();
    if !ahead || !present || !c.report.is_about_force || states.len() != 1 {
        return;
    }
    let keeps = c.does(&[Sense::Have]) && c.verb_is(Cue::KeepVerb);
    let area = c.scene().and_then(|place| place.party);
    let elsewhere = area.is_some() && area != c.report.host && c.report.host.is_some();
    let scope = Scope::people(Whose::of(states.into_iter().collect()));
    for at in c.objects().filter(|at| keeps && !elsewhere && c.phrase(*at).group().is_some()) {
        if !c.is_host(at) && !taken(out, at) && c.is_force(at) {
            let scope = Scope { resource: c.scope(at).resource, ..scope.clone() };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, Modality::Planned));
        }
    }
    let stays = c.does(&[Sense::Remain]) && c.objects().next().is_none() && !elsewhere;
    if let Some(at) = c.clause().subject.filter(|_| stays) {
        out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, Modality::Planned));
    }
}

/// "which contributed 1,198 of the mission's 2,210 troops".
fn contributed(c: &Context<'_>, modality: Modality, place: Option<&Where>, out: &mut Vec<Draft>) {
    if c.does(&[Sense::Give]) && !c.agents().is_empty() {
        for at in c.objects().filter(|at| c.is_counted(*at) && c.is_force(*at)) {
            if !taken(out, at) {
                let own = c.scope(at);
                let whose = match own.whose {
                    Whose::Party(party) => Whose::Party(party),
                    _ => Whose::of(c.agents()),
                };
                let scope = Scope { whose, ..own };
                // "has supplied a new company of 135": it came.
                let company = c
                    .phrase(at)
                    .group()
                    .is_some_and(|group| group.head == crate::clause::Head::Collective && !group.is_definite);
                let came = company && c.does(&[Sense::Deliver]);
                out.extend(if came {
                    c.movement_of(NAME, at, scope, model::Step::Deploy, None, place.cloned(), modality)
                } else {
                    c.count_of(NAME, at, scope, Stage::Deployed, place.cloned(), modality)
                });
            }
        }
    }
}

/// "Ruritania's battalion has 780 men", "he has 583 people at his disposal".
fn has_in_hand(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(subject) = c.clause().subject.filter(|_| c.does(&[Sense::Have]) && modality == Modality::Fact)
    else {
        return;
    };
    let body = c.phrase(subject).group().is_some_and(|group| {
        group.head == crate::clause::Head::Collective && group.number.is_none() && !group.is_none
    });
    let led = c.any_is(c.reach(), Cue::AtDisposal);
    let whose = if led { Whose::Mission } else { c.scope(subject).whose };
    if !(body || led) || c.is_host(subject) || whose == Whose::Unstated {
        return;
    }
    for at in c.objects().take(1).filter(|at| c.is_counted(*at) && !c.is_host(*at)) {
        let people = c.phrase(at).group().is_some_and(|group| group.head == crate::clause::Head::People);
        if people && !taken(out, at) {
            let scope = Scope { whose: whose.clone(), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "has two soldiers on the ground": what stands right behind the group says that they are there.
fn is_on_the_ground(c: &Context<'_>, at: usize) -> bool {
    let serves = |phrase: &crate::clause::Phrase| {
        phrase.is_event(Sense::Serve)
            || phrase.verb().is_some_and(|verb| !verb.is_finite && verb.does(&[Sense::Serve]))
    };
    c.parse.phrases.get(at + 1).is_some_and(serves)
}

/// "The 700 Ruritanians now in the country are tired": those who are there, told of in passing.
fn now_there(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(at) = c.clause().subject.filter(|at| c.clause().before.contains(at) && c.is_counted(*at)) else {
        return;
    };
    let group = c.phrase(at).group();
    let definite = group.is_some_and(|group| group.is_definite || !group.parties.is_empty());
    let Some(place) = c.parse.phrases.get(at + 1).filter(|next| next.link == Some(Link::In)) else { return };
    let _ = place;
    let tokens = c.phrase(at).tokens.end..c.phrase(at + 1).tokens.start;
    let here = c.place_at(at + 1).is_some_and(|place| place.party.is_some() && place.party == c.report.host);
    let told = c.any_is(tokens, Cue::Current) && modality == Modality::Fact;
    if definite && here && told && c.is_force(at) && !c.only_is() && !taken(out, at) {
        let place = c.place_at(at + 1);
        out.extend(c.count(NAME, at, Stage::Deployed, place, modality));
    }
}

/// "The 700 officers deployed there say": those who are there, told of in passing.
fn deployed_there(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(at) = deployed_in_passing(c).filter(|_| modality == Modality::Fact) else { return };
    if c.is_counted(at) && c.is_force(at) && !taken(out, at) {
        let place = c.scene().filter(|place| c.is_mission_area(Some(place)));
        out.extend(c.count(NAME, at, Stage::Deployed, place, modality));
    }
}

/// The definite group that a participle without a day says is there.
pub(super) fn deployed_in_passing(c: &Context<'_>) -> Option<usize> {
    let participle = c.clause().hangs == crate::clause::Hangs::Participle
        && c.does(&[Sense::Deploy, Sense::Serve])
        && c.verb().is_some_and(|verb| !verb.is_passive && verb.verbs.len() == 1)
        && c.is_passive()
        && c.date().is_none();
    let at = c.clause().subject.filter(|_| participle)?;
    let definite = c.phrase(at).group().is_some_and(|group| group.is_definite && !group.is_additional);
    let here = c.scene().is_some_and(|place| place.party.is_some() && place.party == c.report.host)
        || c.any_is(c.reach(), Cue::HereOrThere);
    (definite && here).then_some(at)
}

/// "Ruritania hosts some 400 Freedonian police".
fn hosted(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let by_host =
        c.subject_actors().iter().any(|actor| actor.party.is_some() && actor.party == c.report.host);
    let hosts = c.verb_is(Cue::HostVerb);
    if !(by_host && hosts) || c.is_passive() {
        return;
    }
    for at in c.objects().filter(|at| c.is_counted(*at)) {
        let own = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
        if own && !c.is_host(at) && !taken(out, at) {
            out.extend(c.count(NAME, at, Stage::Deployed, None, modality));
        }
    }
}

/// "Ruritania leads the mission with 700 officers".
fn led_with(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let leads = c.verb_is(Cue::LeadVerb);
    // "General Example leads the team of 119".
    let by_one = c.subject_actors().iter().any(|actor| actor.role == crate::clause::Role::Person);
    for at in c.objects().filter(|at| leads && by_one && !c.is_passive() && c.is_counted(*at)) {
        let whole = c.phrase(at).group().is_some_and(|group| {
            group.head == crate::clause::Head::Collective && group.is_definite && group.parties.is_empty()
        });
        if whole && modality == Modality::Fact && !taken(out, at) {
            let scope = Scope { whose: Whose::Mission, ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
    if !leads || c.agents().is_empty() || !c.objects().any(|at| c.is_mission(at)) {
        return;
    }
    for at in c.linked(Link::With).filter(|at| c.is_counted(*at)) {
        if !c.is_host(at) && !taken(out, at) {
            let scope = Scope { whose: Whose::of(c.agents()), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

fn taken(out: &[Draft], at: usize) -> bool {
    out.iter().any(|draft| draft.phrase == at)
}
