//! What a mission is made up of, and who is how much of it.

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Head, Kind, Link},
    context::Context,
    draft::Draft,
};

use super::{NAME, taken};

/// "The mission is made up of 383 Ruritanians and eight others": each part for itself.
pub(super) fn made_up_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb.filter(|_| c.subject_is_mission() && modality == Modality::Fact) else {
        return false;
    };
    // "..., made up of 5,500 soldiers": parts of what was told before.
    let inserted = c.clause().hangs == crate::clause::Hangs::Participle;
    if inserted || !c.phrase_is(verb, Cue::ComprisesVerb) {
        return false;
    }
    let part = |at: usize| c.phrase(at).group().is_some_and(|group| group.is_part);
    let parts: Vec<usize> =
        c.clause().after.clone().filter(|at| c.is_counted(*at) && !c.is_host(*at) && !part(*at)).collect();
    // "The mission is composed of 900 people": all there are.
    if let [whole] = parts[..]
        && c.phrase(whole).link == Some(Link::Of)
        && !taken(out, whole)
    {
        let own = c.phrase(whole).group().filter(|group| group.parties.len() == 1);
        let whose = own.map_or(Whose::Mission, |group| Whose::of(group.parties.clone()));
        let scope = Scope { whose, ..c.scope(whole) };
        out.extend(c.count_of(NAME, whole, scope, Stage::Deployed, None, modality));
        return true;
    }
    // "is made up of soldiers from Ruritania and Freedonia": some of each.
    let uncounted = c.clause().after.clone().find(|at| {
        c.phrase(*at).group().is_some_and(|group| group.number.is_none() && !group.parties.is_empty())
    });
    if let Some(at) = uncounted.filter(|_| parts.is_empty()) {
        for party in c.phrase(at).group().into_iter().flat_map(|group| group.parties.iter().copied()) {
            let scope = Scope::people(Whose::Party(party));
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
        return true;
    }
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

/// "Of the mission's 1,000 people 700 are Ruritanian", "700 of the 1,000 come from Ruritania": the whole and its part.
pub(super) fn shares(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let is = c.only_is() || c.verb_is(Cue::BelongVerb);
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

/// "The mission, with 13,500 peacekeepers, is one of the largest."
pub(super) fn with_so_many(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if modality != Modality::Fact {
        return;
    }
    for at in c.around().filter(|at| *at >= 2 && c.is_counted(*at) && c.phrase(*at).link == Some(Link::With))
    {
        let inserted = matches!(c.phrase(at - 1).what, Kind::Mark(crate::clause::Mark::Comma));
        // "Ruritania, with 870 soldiers, is among its biggest contributors".
        let giver = crate::discourse::contributors(c.phrase(at - 2), c.report);
        let contributes =
            !giver.is_empty() && c.clause().after.clone().any(|at| c.phrase_is(at, Cue::Countries));
        let own =
            if c.is_mission(at - 2) { Some(Whose::Mission) } else { contributes.then(|| Whose::of(giver)) };
        if let Some(whose) = own.filter(|_| inserted && !c.is_host(at) && !taken(out, at)) {
            let scope = Scope { whose, ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "With about 1,000 troops Ruritania is its biggest contributor."
pub(super) fn with_before(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let contributes = c.only_is() && c.clause().after.clone().any(|at| c.phrase_is(at, Cue::ContributorNoun));
    let with = c.around().find(|at| c.phrase(*at).link == Some(Link::With) && c.is_counted(*at));
    let agents = c.agents();
    let Some(at) =
        with.filter(|at| contributes && modality == Modality::Fact && !agents.is_empty() && !taken(out, *at))
    else {
        return;
    };
    let scope = Scope { whose: Whose::of(agents), ..c.scope(at) };
    out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
}

/// "Ruritania is represented by 43 officers", "the mission is staffed by 900 people".
pub(super) fn manned_by(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let manned = c.is_passive() && c.verb_is(Cue::MannedVerb);
    let Some(subject) = c.clause().subject.filter(|_| manned && modality == Modality::Fact) else { return };
    let parties = crate::discourse::contributors(c.phrase(subject), c.report);
    let whose = if c.is_mission(subject) { Whose::Mission } else { Whose::of(parties) };
    for at in c.linked(Link::By).filter(|at| c.is_counted(*at) && whose != Whose::Unstated) {
        if !c.is_host(at) && !taken(out, at) {
            let scope = Scope { whose: whose.clone(), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, modality));
        }
    }
}

/// "The mission is 1,000 strong", "the 1,000-strong mission".
pub(super) fn strong(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
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
        // "Ruritania's contingent was 140 strong".
        let body = c.clause().subject.filter(|subject| {
            c.only_is()
                && c.clause().after.contains(&at)
                && c.phrase(*subject).group().is_some_and(|group| group.head == Head::Collective)
                && !c.is_host(*subject)
        });
        let own = c.is_mission(at)
            || c.only_is() && c.subject_is_mission() && c.clause().after.contains(&at)
            || body.is_some();
        if !own || c.phrase(at).group().is_some_and(|group| group.head == Head::Collective) || taken(out, at)
        {
            continue;
        }
        let scope = Scope {
            whose: body.map_or(Whose::Mission, |at| c.scope(at).whose),
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
pub(super) fn forms(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let makes_up = c.verb_is(Cue::FormVerb) && c.does(&[Sense::Stand]) && !c.is_passive();
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
pub(super) fn nationals(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
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
pub(super) fn part_of_mission(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let part = c.clause().after.clone().find(|at| c.phrase_is(*at, Cue::ShareNoun));
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
pub(super) fn among_whole(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
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
