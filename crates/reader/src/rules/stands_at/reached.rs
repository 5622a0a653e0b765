//! What strength is brought to, stands at, or falls to.

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Head, Kind, Link, Small, Time},
    context::Context,
    draft::Draft,
};

use super::{NAME, taken};

/// "brings to 800 the number of foreign police there".
pub(super) fn number_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
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

/// "which takes the force to nearly 900", "the strength stands at 590".
pub(super) fn reaches(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let moves = c.does(&[Sense::Reach, Sense::Reduce]) && !c.moves_away() || c.verb_is(Cue::PutVerb);
    // "its strength has remained below 1,000".
    let remains = c.does(&[Sense::Remain])
        && (c.subject_is_mission()
            || c.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::StrengthNoun)));
    // "its strength was about 1,000".
    let sized = c.only_is()
        && modality == Modality::Fact
        && c.clause().subject.is_some_and(|at| {
            matches!(c.phrase(at).what, Kind::Noun)
                && c.phrase_is(at, Cue::StrengthNoun)
                && !c.phrase_is(at, Cue::OnPaper)
        });
    let stands = c.does(&[Sense::Stand]) || remains || sized;
    // "made up of 50 civilians" is a part of what was told.
    let is_part = stands && c.clause().hangs == crate::clause::Hangs::Participle;
    if !(moves || stands) || is_part || modality == Modality::Denied {
        return false;
    }
    by_so_many(c, modality, out);
    let total = c.clause().after.clone().find(|at| {
        let link = c.phrase(*at).link;
        c.is_counted(*at)
            && (moves && matches!(link, Some(Link::To | Link::In))
                || c.is_reach_plain(*at)
                || stands && matches!(link, None | Some(Link::In | Link::To)))
    });
    let Some(total) = total.filter(|total| !crate::rules::ceiling::has_taken(out, *total)) else {
        return false;
    };
    // Whose number it is: what is brought up to the total, or what stands at it.
    let measured: Vec<usize> = if stands || c.objects().all(|at| at == total) {
        c.clause().subject.into_iter().collect()
    } else {
        // "raised its offer from 1,000 to 2,000": what was there before measures nothing.
        c.clause().after.clone().filter(|at| *at < total && c.phrase(*at).link != Some(Link::From)).collect()
    };
    let is_strength = measured.iter().any(|at| {
        let phrase = c.phrase(*at);

        phrase.group().is_some() || c.is_mission(*at) || c.any_is(phrase.tokens.clone(), Cue::StrengthNoun)
    });
    let named = |at: &usize| c.phrase_is(*at, Cue::ForceNoun);
    // "the number of peacekeepers injured rose to 30".
    let hurt = c.clause().before.clone().chain(measured.iter().copied()).any(|at| {
        let phrase = c.phrase(at);
        let hurts = [Sense::Kill, Sense::Wound, Sense::Miss];
        phrase.verb().is_some_and(|verb| verb.says_any(&hurts))
            || hurts.iter().any(|sense| phrase.is_event(*sense))
    });
    // "the insurgents are thought to number 300".
    let foes = measured.iter().any(|at| c.phrase_is(*at, Cue::Fighters));
    if !is_strength || hurt || foes || c.is_host(total) {
        return false;
    }
    let mut scope = c.scope(total);
    let own = measured.iter().find_map(|at| whose_of(c, *at));
    // "Ruritania has increased its force to 4,000".
    let its = measured.iter().any(|at| c.sentence.is(c.phrase(*at).tokens.start, Cue::Its))
        && !c.subject_is_mission();
    let own = own.or_else(|| {
        let agents = c.agents();
        (its && !agents.is_empty()).then(|| Scope { whose: Whose::of(agents), ..c.scope(total) })
    });
    let of_mission = !its
        && measured.iter().any(|at| {
            (c.is_mission(*at) || named(at)) && matches!(c.phrase(*at).link, None | Some(Link::Of))
        });
    if of_mission && own.as_ref().is_none_or(|of| !matches!(of.whose, Whose::Party(_))) {
        if modality == Modality::Planned {
            shrank_from(c, out);
            return false;
        }
        let own = c.phrase(total).group().and_then(|group| group.service).unwrap_or(model::Service::Unstated);
        scope = Scope { whose: Whose::Mission, resource: model::Resource::People(own), units: scope.units };
    } else if own.is_none() && measured.iter().any(|at| is_grand_total(c, *at)) {
        scope.whose = Whose::Mission;
    } else if let Some(of) = own {
        scope = Scope { whose: of.whose, resource: of.resource, units: scope.units };
    }
    if taken(out, total) {
        return true;
    }
    let place = c.scene().filter(|place| c.is_mission_area(Some(place)));
    // "has risen from 416 to 575": what there was before.
    let from = c.linked(Link::From).find(|at| moves && c.is_counted(*at) && *at != total && !taken(out, *at));
    if let Some(from) = from.filter(|_| modality == Modality::Fact) {
        let before = c.count_of(NAME, from, scope.clone(), Stage::Deployed, None, modality);
        out.extend(before.map(undated));
    }
    out.extend(c.count_of(NAME, total, scope, Stage::Deployed, place, modality));
    additional_comes(c, modality, out);
    true
}

/// "The total now approaches 900": of all there are, whoever was told of last.
fn is_grand_total(c: &Context<'_>, at: usize) -> bool {
    c.clause().subject == Some(at)
        && matches!(c.phrase(at).what, Kind::Noun)
        && c.phrase_is(at, Cue::TotalItself)
        && c.parse.phrases.get(at + 1).is_none_or(|next| next.link.is_none())
}

/// "Ruritania has increased its contingent by 2,000 soldiers": so many came.
fn by_so_many(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let agents = c.agents();
    let own = c.objects().any(|at| {
        let its = c.sentence.is(c.phrase(at).tokens.start, Cue::Its);
        its && (c.phrase(at).group().is_some() || c.phrase_is(at, Cue::StrengthNoun))
    });
    let grows = c.does(&[Sense::Reach]) && own && !agents.is_empty() && modality == Modality::Fact;
    for at in c.linked(Link::By).filter(|at| grows && c.is_counted(*at) && !c.is_host(*at)) {
        if !taken(out, at) {
            let scope = Scope { whose: Whose::of(agents.clone()), ..c.scope(at) };
            out.extend(c.movement_of(NAME, at, scope, model::Step::Deploy, None, None, modality));
        }
    }
}

/// What held before the day of the clause held on no day that is told.
fn undated(mut draft: Draft) -> Draft {
    if let model::Statement::Count(count) = &draft.statement
        && let Ok(count) = model::Count::try_from(model::CountFields {
            as_of: model::Span::Unstated,
            ..count.clone().into()
        })
    {
        draft.statement = model::Statement::Count(count);
    }
    draft
}

/// "is to shrink from 7,000 men to 500": what there was before.
pub(super) fn shrank_from(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(from) = c.linked(Link::From).find(|at| c.is_counted(*at) && !c.is_host(*at)) else { return };
    let moves = c.does(&[Sense::Reduce, Sense::Reach]) && c.linked(Link::To).any(|at| c.is_counted(at));
    let of_ceiling = c.around().any(|at| c.phrase_is(at, Cue::CeilingNoun));
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
pub(super) fn additional_comes(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(subject) = c.clause().subject else { return };
    let more = c.phrase(subject).group().is_some_and(|group| group.is_additional || group.is_definite);
    if modality == Modality::Planned && more && c.is_counted(subject) && !taken(out, subject) {
        out.extend(c.movement(NAME, subject, model::Step::Deploy, None, modality));
    }
}

/// The scope that a measured noun tells: "that country's contingent", "officers".
pub(super) fn whose_of(c: &Context<'_>, at: usize) -> Option<Scope> {
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
pub(super) fn strength_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
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

/// "The force of under 10,000 watches the border", "his task force of 900 has not given up a post": how many it is, whatever it does.
pub(super) fn force_of(c: &Context<'_>, out: &mut Vec<Draft>) {
    let sought = [Sense::Authorise, Sense::Adopt, Sense::Intend, Sense::Propose, Sense::Establish];
    let told = c.verb().is_some_and(|verb| matches!(verb.time, Time::Present | Time::Past | Time::Perfect));
    let Some(subject) = c.clause().subject.filter(|_| told && !c.says(&sought) && c.report.is_about_force)
    else {
        return;
    };
    let phrase = c.phrase(subject);
    let noun = matches!(phrase.what, Kind::Noun) && c.phrase_is(subject, Cue::ForceNoun);
    let known = c.sentence.small(phrase.tokens.start) == Small::Definite;
    if !known || !(noun || c.is_mission(subject)) || c.phrase_is(subject, Cue::OnPaper) {
        return;
    }
    let behind = Some(subject + 1).filter(|at| {
        c.clause().before.contains(at) && c.phrase(*at).link == Some(Link::Of) && phrase.group().is_none()
    });
    let at = if c.is_force_group(subject) { Some(subject) } else { behind };
    if let Some(at) = at.filter(|at| c.is_counted(*at) && !c.is_host(*at) && !taken(out, *at)) {
        let scope = Scope { whose: Whose::Mission, ..c.scope(at) };
        out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, Modality::Fact));
    }
}

impl Context<'_> {
    /// "has reached 744": the number is the object itself.
    fn is_reach_plain(&self, at: usize) -> bool {
        self.phrase(at).link.is_none() && self.verb_is(Cue::ReachTo)
    }
}
