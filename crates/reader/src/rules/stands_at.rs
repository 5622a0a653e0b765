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
    clause::{Head, Kind, Link, Time},
    context::{Context, Where},
    draft::Draft,
};

pub(super) const NAME: &str = "stands-at";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
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
    led_with(c, modality, out);
    let scene = c.scene();
    let in_area = |scene: &Where| scene.party.is_some() && scene.party == c.report.host;
    let here = scene.as_ref().is_some_and(in_area)
        || c.any_is(c.tokens(), Cue::HereOrThere)
        || c.does(&[Sense::Serve]);
    let place = scene.filter(|scene| c.is_mission_area(Some(scene)));
    // "N are in the country", "N serve there".
    let main =
        !matches!(c.clause().hangs, crate::clause::Hangs::Participle | crate::clause::Hangs::Infinitive);
    let served = c.does(&[Sense::Serve]) && c.verb().is_some_and(|verb| verb.time == Time::Perfect);
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
                && !super::equipment::is_of_kit(c, at)
            {
                out.extend(c.count(NAME, at, Stage::Deployed, place.clone(), modality));
            }
        }
    } else if main && c.does(&[Sense::Have]) && !c.agents().is_empty() {
        // "Ruritania has two on the ground", "has 3,000 in Freedonia and 400 in the mission's area".
        for at in c.objects().filter(|at| c.is_counted(*at)) {
            let place = c.scene_of(at);
            let there = place.as_ref().is_some_and(in_area) || place.is_none() && is_on_the_ground(c, at);
            if there && c.is_force(at) && !taken(out, at) {
                out.extend(c.count(NAME, at, Stage::Deployed, place, modality));
            }
        }
    }
    // "which contributed 1,198 of the mission's 2,210 troops".
    if c.does(&[Sense::Give]) && !c.agents().is_empty() {
        for at in c.objects().filter(|at| c.is_counted(*at) && c.is_force(*at)) {
            if !taken(out, at) {
                out.extend(c.count(NAME, at, Stage::Deployed, place.clone(), modality));
            }
        }
    }
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

/// "has two soldiers on the ground": what stands right behind the group says that they are there.
fn is_on_the_ground(c: &Context<'_>, at: usize) -> bool {
    let serves = |phrase: &crate::clause::Phrase| {
        phrase.is_event(Sense::Serve)
            || phrase.verb().is_some_and(|verb| !verb.is_finite && verb.does(&[Sense::Serve]))
    };
    c.parse.phrases.get(at + 1).is_some_and(serves)
}

/// "The mission is made up of 383 Ruritanians and eight others": each part for itself.
fn made_up_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb.filter(|_| c.subject_is_mission() && modality == Modality::Fact) else {
        return false;
    };
    if !c.any_is(c.phrase(verb).tokens.clone(), Cue::ComprisesVerb) {
        return false;
    }
    let parts: Vec<usize> =
        c.clause().after.clone().filter(|at| c.is_counted(*at) && !c.is_host(*at)).collect();
    if parts.len() < 2 {
        return false;
    }
    for at in parts {
        if taken(out, at) {
            continue;
        }
        let Some(group) = c.phrase(at).group() else { continue };
        let service = group.service.unwrap_or(model::Service::Unstated);
        let scope = Scope {
            whose: Whose::of(group.parties.clone()),
            resource: model::Resource::People(service),
            units: group.units.clone(),
        };
        out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
    }
    true
}

/// "brings to 800 the number of foreign police there".
fn number_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let Some(first) = c.clause().verb.filter(|_| c.does(&[Sense::Reach])).map(|verb| verb + 1) else {
        return false;
    };
    let number = c.parse.phrases.get(first).is_some()
        && c.is_counted(first)
        && c.phrase(first).group().is_some_and(|group| group.head == Head::Number)
        && c.parse
            .phrases
            .get(first + 1)
            .is_some_and(|noun| noun.link.is_none() && c.any_is(noun.tokens.clone(), Cue::TotalNoun));
    let Some(of) = c.parse.phrases.get(first + 2).filter(|of| number && of.link == Some(Link::Of)) else {
        return false;
    };
    if of.group().is_none() || c.is_host(first + 2) || taken(out, first) {
        return false;
    }
    let place = c.scene().filter(|place| c.is_mission_area(Some(place)));
    out.extend(c.count_of(NAME, first, c.scope(first + 2), Stage::Deployed, place, modality));
    true
}

/// "Ruritania hosts some 400 Freedonian police".
fn hosted(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let by_host =
        c.subject_actors().iter().any(|actor| actor.party.is_some() && actor.party == c.report.host);
    let hosts = c.clause().verb.is_some_and(|verb| c.any_is(c.phrase(verb).tokens.clone(), Cue::HostVerb));
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
    let leads = c.clause().verb.is_some_and(|verb| c.any_is(c.phrase(verb).tokens.clone(), Cue::LeadVerb));
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

/// "which takes the force to nearly 900", "the strength stands at 590".
fn reaches(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let moves = c.does(&[Sense::Reach]) || c.puts();
    let stands = c.does(&[Sense::Stand]);
    // "made up of 50 civilians" is a part of what was told.
    let is_part = stands && c.clause().hangs == crate::clause::Hangs::Participle;
    if !(moves || stands) || is_part || modality == Modality::Denied {
        return false;
    }
    let total = c.clause().after.clone().find(|at| {
        let link = c.phrase(*at).link;
        c.is_counted(*at)
            && (moves && matches!(link, Some(Link::To | Link::In))
                || c.is_reach_plain(*at)
                || stands && matches!(link, None | Some(Link::In | Link::To)))
    });
    let Some(total) = total.filter(|total| !super::ceiling::has_taken(out, *total)) else { return false };
    // Whose number it is: what is brought up to the total, or what stands at it.
    let measured: Vec<usize> = if stands || c.objects().all(|at| at == total) {
        c.clause().subject.into_iter().collect()
    } else {
        c.clause().after.clone().filter(|at| *at < total).collect()
    };
    let is_strength = measured.iter().any(|at| {
        let phrase = c.phrase(*at);

        phrase.group().is_some() || c.is_mission(*at) || c.any_is(phrase.tokens.clone(), Cue::StrengthNoun)
    });
    let named = |at: &usize| c.any_is(c.phrase(*at).tokens.clone(), Cue::ForceNoun);
    if !is_strength || c.is_host(total) {
        return false;
    }
    let mut scope = c.scope(total);
    let own = measured.iter().find_map(|at| whose_of(c, *at));
    let of_mission = measured
        .iter()
        .any(|at| (c.is_mission(*at) || named(at)) && matches!(c.phrase(*at).link, None | Some(Link::Of)));
    if of_mission && own.as_ref().is_none_or(|of| !matches!(of.whose, Whose::Party(_))) {
        if modality == Modality::Planned {
            return false;
        }
        let own = c.phrase(total).group().and_then(|group| group.service).unwrap_or(model::Service::Unstated);
        scope = Scope { whose: Whose::Mission, resource: model::Resource::People(own), units: scope.units };
    } else if let Some(of) = own {
        scope = Scope { whose: of.whose, resource: of.resource, units: scope.units };
    }
    if taken(out, total) {
        return true;
    }
    let place = c.scene().filter(|place| c.is_mission_area(Some(place)));
    out.extend(c.count_of(NAME, total, scope, Stage::Deployed, place, modality));
    additional_comes(c, modality, out);
    true
}

/// "another 90 will take the force to 300": the 90 come.
fn additional_comes(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(subject) = c.clause().subject else { return };
    let more = c.phrase(subject).group().is_some_and(|group| group.is_additional || group.is_definite);
    if modality == Modality::Planned && more && c.is_counted(subject) && !taken(out, subject) {
        out.extend(c.movement(NAME, subject, model::Step::Deploy, None, modality));
    }
}

/// The scope that a measured noun tells: "that country's contingent", "officers".
fn whose_of(c: &Context<'_>, at: usize) -> Option<Scope> {
    let phrase = c.phrase(at);
    if phrase.group().is_some() {
        let scope = c.scope(at);
        return (scope.whose != Whose::Unstated).then_some(scope);
    }
    if let Some(party) = phrase.owner {
        return Some(Scope {
            whose: Whose::Party(party),
            resource: model::Resource::People(model::Service::Unstated),
            units: std::collections::BTreeSet::default(),
        });
    }
    None
}

/// "kept up a strength of about 15,000".
fn strength_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if modality != Modality::Fact {
        return;
    }
    for at in c.around().filter(|at| c.is_counted(*at) && c.phrase(*at).link == Some(Link::Of)) {
        let Some(before) = at.checked_sub(1) else { continue };
        let phrase = c.phrase(before);
        let strength =
            matches!(phrase.what, Kind::Noun) && c.any_is(phrase.tokens.clone(), Cue::StrengthWord);
        let planned = c.any_is(phrase.tokens.clone(), Cue::OnPaper);
        if strength && !planned && (c.subject_is_mission() || c.names_mission()) && !taken(out, at) {
            let scope = Scope { whose: Whose::Mission, ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

impl Context<'_> {
    /// "This puts the strength at 590."
    fn puts(&self) -> bool {
        self.clause().verb.is_some_and(|verb| {
            let tokens = self.phrase(verb).tokens.clone();
            self.any_is(tokens, Cue::PutVerb)
        })
    }

    /// "has reached 744": the number is the object itself.
    fn is_reach_plain(&self, at: usize) -> bool {
        self.phrase(at).link.is_none()
            && self.clause().verb.is_some_and(|verb| {
                let tokens = self.phrase(verb).tokens.clone();
                self.any_is(tokens, Cue::ReachTo)
            })
    }
}
