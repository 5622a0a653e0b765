//! What becomes of people who leave, come, are sent or deployed.

use model::{Modality, Stage, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Group, Link, Time},
    context::Context,
};

use super::{Told, promised};

/// People who leave: for the mission, or for home.
pub(super) fn departs(
    c: &Context<'_>,
    at: usize,
    modality: Modality,
    moved: bool,
    elsewhere: bool,
) -> Option<Told> {
    let to = c.place(&[Link::To, Link::For]);
    let home = to.as_ref().is_some_and(|to| c.is_home(at, Some(to)));
    // "flew out of their capital".
    let from = c.place(&[Link::From, Link::Of]);
    let from_home = to.is_none() && from.as_ref().is_some_and(|from| c.is_home(at, Some(from)));
    let leaving = c.discourse.is_leaving;
    let from_host = c
        .objects()
        .chain(c.linked(Link::From))
        .any(|at| c.place_at(at).is_some_and(|place| place.party.is_some() && place.party == c.report.host));
    let known_goal = to.is_none() || crate::rules::departed_for::goes_to_mission(c, to.as_ref()) || home;
    let thing = c.objects().any(|object| object != at && c.place_at(object).is_none());
    if !moved || elsewhere && !home && to.is_some() || !known_goal || thing {
        return None;
    }
    // "4,000 soldiers have to leave by June": nobody says where to.
    let has_to = to.is_none() && !modality.is_told() && c.verb_is(Cue::DutyVerb);
    if home || from_host || has_to || leaving && to.is_none() {
        return Some(Told::Take(Step::Repatriate, modality));
    }
    let ahead = !modality.is_told();
    let dated = c.date().is_some();
    let known = c.scope(at).whose != Whose::Unstated;
    (known && (dated || to.is_some() || from_home))
        .then(|| if ahead && !dated { promised(c, at, modality) } else { Told::Take(Step::Deploy, modality) })
}

/// People who come, are sent or deployed.
pub(super) fn moves(
    c: &Context<'_>,
    at: usize,
    modality: Modality,
    moved: bool,
    elsewhere: bool,
    wished: bool,
) -> Option<Told> {
    let verb = c.verb()?;
    let bare = c.phrase(at).group().is_some_and(Group::is_bare);
    if !moved || elsewhere {
        return None;
    }
    let ahead = !modality.is_told();
    let stands = c.is_passive() && verb.time == Time::Present && c.date().is_none();
    // "Of the 2,500 planned only 430 have arrived": how many are there.
    let of_planned = verb.time == Time::Perfect
        && (0..at).any(|before| {
            c.is_counted(before)
                && c.phrase(before).link == Some(Link::Of)
                && c.parse.phrases.get(before + 1).is_some_and(|next| {
                    next.verb()
                        .is_some_and(|verb| verb.does(&[Sense::Intend, Sense::Pledge, Sense::Authorise]))
                })
        });
    if bare && !of_planned && c.scope(at).whose == Whose::Unstated {
        return None;
    }
    Some(if stands || of_planned {
        Told::In(Stage::Deployed, modality)
    } else if ahead && (c.date().is_none() || wished) {
        promised(c, at, modality)
    } else {
        Told::Take(Step::Deploy, modality)
    })
}
