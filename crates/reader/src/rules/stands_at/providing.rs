//! States that provide the people of the mission, of how many nothing is told.

use model::{Modality, Party, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

use super::NAME;

/// "Ruritania and Freedonia provide most of the soldiers", "Ruritania also has people in the country": each has some there.
pub(super) fn providing(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if modality != Modality::Fact || !c.report.is_about_force || c.is_passive() {
        return;
    }
    let Some(subject) = c.clause().subject else { return };
    let present = c.verb().is_some_and(|verb| verb.time == Time::Present && verb.is_finite);
    // "with Ruritania and Freedonia providing the most".
    let beside = c.clause().hangs == Hangs::Participle
        && c.phrase(subject).link == Some(Link::With)
        && c.verb().is_some_and(|verb| verb.time == Time::Open);
    let present = present || beside;
    if makes_up(c, subject, out) || contributors_are(c, subject, out) {
        return;
    }
    let gives = c.does(&[Sense::Give, Sense::Deliver]);
    let has = c.does(&[Sense::Have])
        && (c.any_is(c.reach(), Cue::HereOrThere)
            || c.linked(Link::In).any(|at| {
                let area = c.place_at(at).and_then(|place| place.party);
                area.is_some() && area == c.report.host
                    || matches!(c.phrase(at).what, Kind::Noun) && c.phrase_is(at, Cue::AreaNoun)
                    || c.is_mission(at)
            }));
    let people =
        c.clause().after.clone().find(|at| {
            matches!(c.phrase(*at).link, None | Some(Link::Of)) && c.phrase(*at).group().is_some()
        });
    let some = people.is_some_and(|at| {
        c.phrase(at)
            .group()
            .is_some_and(|group| group.number.is_none() && !group.is_none && group.parties.is_empty())
    });
    let states = c.states_at(subject);
    // "the largest contingent, with more than 2,000 soldiers": the number tells more.
    let counted = c.clause().after.clone().any(|at| {
        c.is_counted(at)
            && !(at > 0 && c.phrase(at).link == Some(Link::Of) && c.phrase(at - 1).group().is_some())
    });
    let some = (some || shares_of_whole(c)) && !(states.len() == 1 && counted);
    if !present || !(gives || has) || !some || c.objects().any(|at| matches!(c.phrase(at).what, Kind::Sum(_)))
    {
        return;
    }
    each(c, subject, states, out);
}

fn each(c: &Context<'_>, at: usize, states: Vec<Party>, out: &mut Vec<Draft>) {
    for party in states {
        let scope = Scope::people(Whose::Party(party));
        out.extend(c.count_of(NAME, at, scope, Stage::Deployed, None, Modality::Fact));
    }
}

/// "supplies nearly three quarters of them", "most of the force".
fn shares_of_whole(c: &Context<'_>) -> bool {
    c.clause().after.clone().any(|at| {
        let share = c.phrase_is(at, Cue::ShareOfWhole) || c.phrase_is(at, Cue::ShareOfPeople);
        share
            && c.parse.phrases.get(at + 1).is_some_and(|next| {
                next.link == Some(Link::Of) && (next.group().is_some() || c.is_mission(at + 1))
            })
    })
}

/// "Ruritania and Freedonia make up the rest of the force".
fn makes_up(c: &Context<'_>, subject: usize, out: &mut Vec<Draft>) -> bool {
    let states = c.states_at(subject);
    let forms = c.does(&[Sense::Stand]) && c.verb_is(Cue::FormVerb) && !states.is_empty();
    let whole = c.clause().after.clone().any(|at| c.is_mission(at) || c.phrase(at).group().is_some());
    let counted = c.clause().after.clone().any(|at| c.is_counted(at));
    let told = forms && whole && !counted;
    if told {
        each(c, subject, states, out);
    }
    told
}

/// "Its contributors are Ruritania and Freedonia", "Ruritania and Freedonia are the only countries with people on the ground".
fn contributors_are(c: &Context<'_>, subject: usize, out: &mut Vec<Draft>) -> bool {
    if !c.only_is() {
        return false;
    }
    let contributors = |at: usize| {
        c.phrase(at).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)))
            && c.phrase_is(at, Cue::ContributorNoun)
    };
    let Some(object) = c.objects().next() else { return false };
    let people = |at: &usize| c.phrase(*at).link == Some(Link::With) && c.phrase(*at).group().is_some();
    let there = |at: usize| super::is_on_the_ground(c, at) || c.any_is(c.reach(), Cue::HereOrThere);
    let with_people = c.linked(Link::With).any(|at| people(&at) && there(at)) && !c.is_counted(object);
    let behind = c.phrase(object).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)))
        || c.phrase(object).group().is_some_and(|group| group.is_definite && group.number.is_none());
    let states = if contributors(subject) {
        c.states_at(object)
    } else if contributors(object) || with_people && behind {
        c.states_at(subject)
    } else {
        return false;
    };
    if states.len() > 1 {
        each(c, subject, states, out);
        return true;
    }
    false
}
