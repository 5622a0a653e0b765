//! Equipment that burns, crashes, is hit or is lost.

use model::{Modality, Step, Whose};

use crate::{Cue, Sense, clause::Kind, context::Context, draft::Draft};

use super::{Of, movement, whose::owner};

/// "Two vehicles of the mission were burnt", "a drone crashed", "lost a boat": it is of no use any more.
pub(super) fn broken(c: &Context<'_>, out: &mut Vec<Draft>) {
    let told = c.modality().filter(|modality| modality.is_told() && *modality != Modality::Denied);
    let Some(modality) = told.filter(|_| c.report.is_about_force && c.verb_is(Cue::BreaksDown)) else {
        return;
    };
    let struck = c.is_passive() || c.objects().next().is_none();
    let things: Vec<usize> = if struck { c.subjects() } else { c.objects().collect() };
    for at in things {
        let Kind::Kit(kit) = &c.phrase(at).what else { continue };
        // "three planes were hit": anybody's.
        if c.phrase_is(at, Cue::Carrier) && owner(c, at).is_none() {
            continue;
        }
        let whose = owner(c, at).map_or(Whose::Unstated, Whose::Party);
        let of = Of { whose, step: Step::BreakDown, number: kit.counted(), during: c.span() };
        if of.number.is_some() && !c.does(&[Sense::Kill, Sense::Deliver]) {
            out.extend(movement(c, at, kit, of, modality));
        }
    }
}
