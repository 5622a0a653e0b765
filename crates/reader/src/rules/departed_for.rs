//! People leave for the mission: they depart, fly out, set off for its area.
//!
//! **Reads** a group of people that leaves "for" or "to" the mission's area, "for" the mission, or its own country with no
//! other goal, as a movement *deploy*.
//!
//! **Example.** "Some 150 Ruritanian soldiers left for Freedonia on Monday" (where the mission is in Freedonia).
//!
//! **Refuses** a departure without a destination in the mission's area, one for a course, and what is to come without
//! a day.

use model::{Modality, Step};

use crate::{
    Sense,
    clause::Link,
    context::{Context, Where},
    draft::Draft,
};

use super::arrived::is_for_training;

pub(super) const NAME: &str = "departed-for";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if !c.does(&[Sense::Depart])
        || is_for_training(c)
        || c.verb().is_some_and(|verb| verb.led_by(&[Sense::Prepare]))
    {
        return;
    }
    let to = c.place(&[Link::For, Link::To]);
    let Some(modality) = c.modality() else { return };
    let from: Vec<Where> = c.objects().chain(c.linked(Link::From)).filter_map(|at| c.place_at(at)).collect();
    let leaves_home = |at: usize| to.is_none() && from.iter().any(|place| c.is_home(at, Some(place)));
    let for_mission = goes_to_mission(c, to.as_ref());
    match modality {
        Modality::Fact => {}
        Modality::Planned if c.date().is_some() => {}
        _ => return,
    }
    for at in c.patients() {
        let told = c.is_counted(at)
            || c.date().is_some()
            || c.phrase(at).group().is_some_and(|group| group.ordinal.is_some());
        if c.is_force(at) && told && (for_mission && !c.is_home(at, to.as_ref()) || leaves_home(at)) {
            out.extend(c.movement(NAME, at, Step::Deploy, to.clone(), modality));
        }
    }
}

/// Whether a destination is the mission's area, or the mission itself is one.
pub(super) fn goes_to_mission(c: &Context<'_>, to: Option<&Where>) -> bool {
    let mission = c.linked(Link::For).chain(c.linked(Link::To)).any(|at| c.is_mission(at));
    // A town in the mission's area is no destination of those who are there already.
    let area = |to: &Where| !matches!(c.phrase(to.phrase).what, crate::clause::Kind::Place(_));
    mission || to.is_some_and(|to| to.party.is_some() && to.party == c.report.host && area(to))
}
