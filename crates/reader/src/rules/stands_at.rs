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
    shares(c, modality, out);
    now_there(c, modality, out);
    with_so_many(c, modality, out);
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
    // "which contributed 1,198 of the mission's 2,210 troops".
    if c.does(&[Sense::Give]) && !c.agents().is_empty() {
        for at in c.objects().filter(|at| c.is_counted(*at) && c.is_force(*at)) {
            if !taken(out, at) {
                let scope = Scope { whose: Whose::of(c.agents()), ..c.scope(at) };
                out.extend(c.count_of(NAME, at, scope, Stage::Deployed, place.clone(), modality));
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

/// "Of the mission's 1,000 people 700 are Ruritanian", "700 of the 1,000 come from Ruritania": the whole and its part.
fn shares(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let is = c.only_is()
        || c.clause().verb.is_some_and(|verb| c.any_is(c.phrase(verb).tokens.clone(), Cue::BelongVerb));
    let Some(part) = c.clause().subject.filter(|at| is && modality == Modality::Fact && c.is_counted(*at))
    else {
        return;
    };
    let parties: std::collections::BTreeSet<_> = c
        .clause()
        .after
        .clone()
        .take(2)
        .flat_map(|at| {
            let named = crate::discourse::contributors(c.phrase(at), c.report);
            if matches!(c.phrase(at).what, Kind::Noun | Kind::People(_) | Kind::Actors(_)) {
                named
            } else {
                [].into()
            }
        })
        .collect();
    let Some(group) = c.phrase(part).group() else { return };
    let before = c.clause().before.clone().find(|at| {
        *at < part
            && c.phrase(*at).link == Some(Link::Of)
            && c.is_counted(*at)
            && c.phrase(*at).group().is_some_and(|group| group.is_definite)
    });
    if parties.len() != 1 || before.is_none() && group.out_of.is_none() || taken(out, part) {
        return;
    }
    if let Some(whole) = before.filter(|at| c.is_mission(*at) && !taken(out, *at)) {
        out.extend(c.count(NAME, whole, Stage::Deployed, None, modality));
    }
    let scope = Scope { whose: Whose::of(parties), ..c.scope(part) };
    out.extend(c.count_of(NAME, part, scope, Stage::Deployed, None, modality));
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

/// "The mission, with 13,500 peacekeepers, is one of the largest."
fn with_so_many(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if modality != Modality::Fact {
        return;
    }
    for at in c.around().filter(|at| *at >= 2 && c.is_counted(*at) && c.phrase(*at).link == Some(Link::With))
    {
        let inserted = matches!(c.phrase(at - 1).what, Kind::Mark(crate::clause::Mark::Comma));
        // "Ruritania, with 870 soldiers, is among its biggest contributors".
        let giver = crate::discourse::contributors(c.phrase(at - 2), c.report);
        let contributes = !giver.is_empty()
            && c.clause().after.clone().any(|at| c.any_is(c.phrase(at).tokens.clone(), Cue::Countries));
        let own =
            if c.is_mission(at - 2) { Some(Whose::Mission) } else { contributes.then(|| Whose::of(giver)) };
        if let Some(whose) = own.filter(|_| inserted && !c.is_host(at) && !taken(out, at)) {
            let scope = Scope { whose, ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "The mission is 1,000 strong", "the 1,000-strong mission".
fn strong(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if modality != Modality::Fact {
        return;
    }
    for mention in c.mentions {
        let crate::What::Number(quantity) = &mention.what else { continue };
        if quantity.number().is_none()
            || !c.sentence.is(mention.tokens.end, Cue::Strong)
                && !c.sentence.is(mention.tokens.end + 1, Cue::Strong)
        {
            continue;
        }
        let Some(at) = c.around().find(|at| c.phrase(*at).tokens.contains(&mention.tokens.start)) else {
            continue;
        };
        let own = c.is_mission(at) || c.only_is() && c.subject_is_mission() && c.clause().after.contains(&at);
        if !own || c.phrase(at).group().is_some_and(|group| group.head == Head::Collective) || taken(out, at)
        {
            continue;
        }
        let scope = Scope {
            whose: Whose::Mission,
            resource: model::Resource::People(model::Service::Unstated),
            units: std::collections::BTreeSet::new(),
        };
        let fields = model::CountFields {
            scope,
            stage: Stage::Deployed,
            quantity: *quantity,
            as_of: model::Span::Unstated,
            place: None,
        };
        let Ok(count) = model::Count::try_from(fields) else { continue };
        let mut draft = Draft::new(NAME, model::Statement::Count(count), modality, at);
        draft.number = Some(mention.tokens.clone());
        out.push(draft.slot("number", c.sentence.bytes(&mention.tokens)));
    }
}

/// "About 1,000 police and soldiers make up the mission."
fn forms(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let makes_up = c.clause().verb.is_some_and(|verb| c.any_is(c.phrase(verb).tokens.clone(), Cue::FormVerb))
        && c.does(&[Sense::Stand])
        && !c.is_passive();
    if !makes_up || modality != Modality::Fact || !c.objects().any(|at| c.is_mission(at)) {
        return;
    }
    for at in c.subjects() {
        if c.is_counted(at) && !c.is_host(at) && !taken(out, at) {
            let own = c.phrase(at).group().map(|group| group.parties.clone()).unwrap_or_default();
            let whose = if own.is_empty() { Whose::Mission } else { Whose::of(own) };
            let scope = Scope { whose, ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "It also includes Ruritanians and Freedonians": some of each.
fn nationals(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if !c.subject_is_mission() || modality != Modality::Fact {
        return;
    }
    for at in c.objects() {
        let uncounted = c.phrase(at).group().is_some_and(|group| {
            group.head == Head::Nationals && group.number.is_none() && !group.parties.is_empty()
        });
        if uncounted && !c.is_host(at) && !taken(out, at) {
            let own = c.phrase(at).group().map(|group| group.parties.clone()).unwrap_or_default();
            let scope = Scope { whose: Whose::of(own), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "About 1,100 Ruritanians were still part of the mission."
fn part_of_mission(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let part = c.clause().after.clone().find(|at| c.any_is(c.phrase(*at).tokens.clone(), Cue::ShareNoun));
    let Some(part) = part.filter(|_| c.only_is()) else { return };
    if !(part + 1..c.clause().after.end).any(|at| c.phrase(at).link == Some(Link::Of) && c.is_mission(at)) {
        return;
    }
    for at in c.subjects().into_iter().filter(|at| c.is_counted(*at) && c.is_force(*at)) {
        if !taken(out, at) {
            out.extend(c.count(NAME, at, Stage::Deployed, None, modality));
        }
    }
}

/// "There are 870 Ruritanians among the 10,000 peacekeepers": the whole.
fn among_whole(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if !c.only_is() || modality != Modality::Fact {
        return;
    }
    for at in c.linked(Link::Including).filter(|at| c.is_counted(*at)) {
        let whole = c.phrase(at).group().is_some_and(|group| group.is_definite && group.parties.is_empty());
        if whole && c.subjects().iter().any(|at| c.is_counted(*at)) && !c.is_host(at) && !taken(out, at) {
            let scope = Scope { whose: Whose::Mission, ..c.scope(at) };
            let place = c.scene_of(at).filter(|place| c.is_mission_area(Some(place)));
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, place, modality));
        }
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
    let moves = c.does(&[Sense::Reach, Sense::Reduce]) && !c.moves_away() || c.puts();
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
    // "the number of peacekeepers injured rose to 30".
    let hurt = c.clause().before.clone().chain(measured.iter().copied()).any(|at| {
        let phrase = c.phrase(at);
        let hurts = [Sense::Kill, Sense::Wound, Sense::Miss];
        phrase.verb().is_some_and(|verb| verb.says_any(&hurts))
            || hurts.iter().any(|sense| phrase.is_event(*sense))
    });
    if !is_strength || hurt || c.is_host(total) {
        return false;
    }
    let mut scope = c.scope(total);
    let own = measured.iter().find_map(|at| whose_of(c, *at));
    let of_mission = measured
        .iter()
        .any(|at| (c.is_mission(*at) || named(at)) && matches!(c.phrase(*at).link, None | Some(Link::Of)));
    if of_mission && own.as_ref().is_none_or(|of| !matches!(of.whose, Whose::Party(_))) {
        if modality == Modality::Planned {
            shrank_from(c, out);
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

/// "is to shrink from 7,000 men to 500": what there was before.
fn shrank_from(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(from) = c.linked(Link::From).find(|at| c.is_counted(*at) && !c.is_host(*at)) else { return };
    let moves = c.does(&[Sense::Reduce, Sense::Reach]) && c.linked(Link::To).any(|at| c.is_counted(at));
    let of_ceiling = c.around().any(|at| c.any_is(c.phrase(at).tokens.clone(), Cue::CeilingNoun));
    if moves && !of_ceiling && c.subject_is_mission() && !taken(out, from) {
        let own = c.phrase(from).group().and_then(|group| group.service).unwrap_or(model::Service::Unstated);
        let scope = Scope {
            whose: Whose::Mission,
            resource: model::Resource::People(own),
            units: std::collections::BTreeSet::new(),
        };
        let draft = c.count_of(NAME, from, scope, Stage::Deployed, None, Modality::Fact);
        out.extend(draft);
    }
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
