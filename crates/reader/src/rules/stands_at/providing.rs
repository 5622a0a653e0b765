//! States that provide the people of the mission, of how many nothing is told.

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Time},
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
    let some = some && !(states.len() == 1 && counted);
    if !present || !(gives || has) || !some || c.objects().any(|at| matches!(c.phrase(at).what, Kind::Sum(_)))
    {
        return;
    }
    for party in states {
        let scope = Scope::people(Whose::Party(party));
        out.extend(c.count_of(NAME, subject, scope, Stage::Deployed, None, Modality::Fact));
    }
}
