//! An act that a clause tells of: which, in what way, and how surely.

use model::{MandateAct, Modality, Party};

use crate::{Sense, clause::Time, context::Context, draft::Draft};

use super::{
    acted_on::applies,
    asked, assented,
    barred::barred,
    body::{asker, decider},
    by_verb, decided,
    lasting::{decided_behind, lasting},
    noun_act, of_a_body, of_object,
    signed::signed,
    wanted::{becomes, unwanted, wanted, wish},
};

/// An act that a clause tells of.
pub(super) struct Found {
    pub(super) act: MandateAct,
    pub(super) how: How,
}

/// In what way a clause tells of an act.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Somebody does it.
    Done,
    /// It is refused or forbidden.
    Barred,
    /// It is only asked for.
    Asked,
    /// It is what this party wishes or proposes.
    Wished(Party),
    /// It is what could become of the mission.
    Thought,
    /// It is an agreement between states.
    Signed,
}

pub(super) fn act_of(c: &Context<'_>, out: &[Draft]) -> Option<Found> {
    let found = |how| move |act| Found { act, how };
    let barred = barred(c).or_else(|| unwanted(c)).map(found(How::Barred));
    barred
        .or_else(|| becomes(c).map(found(How::Thought)))
        .or_else(|| signed(c).map(found(How::Signed)))
        .or_else(|| {
            let act = by_verb(c).filter(|act| applies(c, *act))?;
            Some(Found { act: of_object(c).unwrap_or(act), how: How::Done })
        })
        .or_else(|| asked(c).or_else(|| wanted(c)).map(found(How::Asked)))
        .or_else(|| noun_act(c).or_else(|| decided(c)).or_else(|| of_a_body(c, out)).map(found(How::Done)))
        .or_else(|| lasting(c).or_else(|| assented(c)).map(found(How::Done)))
        .or_else(|| wish(c).map(|(act, party)| Found { act, how: How::Wished(party) }))
}

/// How surely the act is told of.
pub(super) fn surely(c: &Context<'_>, found: &Found) -> Option<Modality> {
    let verb = c.verb()?;
    let is_wish = match found.how {
        How::Wished(_) => true,
        // "is about to be signed": what binds nobody yet.
        How::Signed if c.modality() != Some(Modality::Fact) => return None,
        // "would not object if it became": what somebody has nothing against.
        How::Thought => !verb.is_negated && c.modality().is_none_or(|modality| modality == Modality::Denied),
        _ => false,
    };
    if is_wish {
        return Some(Modality::Proposed);
    }
    // "may stay until October, the Council decided": what a body decides is sure.
    let modality = c.modality().or_else(|| decided_behind(c).map(|_| Modality::Planned))?;
    let modality = match modality {
        _ if found.how == How::Barred && modality == Modality::Fact => Modality::Denied,
        _ if found.how == How::Asked && modality == Modality::Fact => Modality::Proposed,
        Modality::Fact | Modality::Planned if asker(c).is_some() => Modality::Proposed,
        Modality::Planned if found.act == MandateAct::Convert => Modality::Proposed,
        Modality::Planned if decided_behind(c).is_some() => Modality::Fact,
        // "voted to extend", "has decided to end": the decision is the act.
        Modality::Planned | Modality::Pledged
            if decider(c).is_some()
                || verb.led_by(&[Sense::Decide, Sense::Adopt]) && verb.time != Time::Future =>
        {
            Modality::Fact
        }
        other => other,
    };
    Some(modality)
}
