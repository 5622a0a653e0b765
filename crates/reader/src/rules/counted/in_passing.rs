//! How many there are, told in passing: as a share set off by commas, or of those of whom something else is told.

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Head, Kind, Link, Mark, Role},
    context::Context,
    draft::Draft,
};

use super::NAME;

/// Who does or suffers these is not merely there.
const NOT_MERELY_THERE: &[Sense] = &[
    Sense::Train,
    Sense::Undergo,
    Sense::Ready,
    Sense::Prepare,
    Sense::Pledge,
    Sense::Intend,
    Sense::Authorise,
    Sense::Arrive,
    Sense::Depart,
    Sense::Send,
    Sense::Return,
    Sense::Withdraw,
    Sense::Rotate,
    Sense::Kill,
    Sense::Wound,
    Sense::Miss,
];

/// "Ruritania, with 90 soldiers the largest contributor, wants", "Freedonia leads with some 900, followed by Ruritania with 600".
pub(super) fn share_with(c: &Context<'_>, at: usize) -> Option<Draft> {
    let group = c.phrase(at).group().filter(|group| group.parties.is_empty() && !group.is_definite)?;
    if c.phrase(at).link != Some(Link::With) || group.is_planned {
        return None;
    }
    let before = at.checked_sub(1)?;
    let leads = c.phrase_is(before, Cue::LeadVerb) || c.phrase_is(before, Cue::TakePart);
    let giver = if matches!(c.phrase(before).what, Kind::Mark(Mark::Comma)) {
        before.checked_sub(1)?
    } else if leads && c.phrase(before).verb().is_some() {
        c.parse.clauses.iter().find(|clause| clause.verb == Some(before)).and_then(|clause| clause.subject)?
    } else {
        before
    };
    // "Ruritania provides the largest contingent, with 2,100 soldiers".
    let contingent = c
        .phrase(giver)
        .group()
        .is_some_and(|group| group.head == Head::Collective && group.is_definite && group.number.is_none());
    let giver = if contingent {
        let told = c.parse.clauses.iter().find(|clause| clause.after.contains(&giver));
        told.and_then(|clause| clause.subject)?
    } else {
        giver
    };
    let [actor] = c.phrase(giver).actors() else { return None };
    let party = actor
        .party
        .filter(|party| actor.role == Role::Party && party.is_state() && Some(*party) != c.report.host)?;
    let scope = Scope { whose: Whose::Party(party), ..c.scope(at) };
    c.count_of(NAME, at, scope, Stage::Deployed, None, Modality::Fact)
}

/// "Its 300 officers cannot be everywhere", "the first loss among the 90 Ruritanians": how many there are, whatever is told of them.
pub(super) fn presupposed(c: &Context<'_>, at: usize) -> Option<Draft> {
    let group = c.phrase(at).group()?;
    let whole = group.is_definite && !group.is_part && !group.is_additional && !group.is_planned;
    let serving = matches!(group.head, Head::People | Head::Nationals | Head::Number)
        && group.ordinal.is_none()
        && !(group.head == Head::Number && group.parties.is_empty() && !group.is_its);
    // "the first 90" are of those who come.
    let first = c.mentions.iter().any(|mention| {
        matches!(mention.what, crate::What::Ordinal(_)) && c.phrase(at).tokens.contains(&mention.tokens.start)
    });
    let known = c.scope(at).whose != Whose::Unstated;
    let elsewhere = !c.is_mission_area(c.scene_of(at).as_ref());
    let says = |senses: &[Sense]| {
        c.parse.phrases.iter().any(|phrase| {
            phrase.verb().is_some_and(|verb| verb.says_any(senses))
                || senses.iter().any(|sense| phrase.is_event(*sense))
        })
    };
    // What is trained, hurt, promised or moved is told of so.
    let told_so = says(NOT_MERELY_THERE);
    let new = c.discourse.is_new_number(c.quantity(at));
    (whole && !first && serving && known && new && !elsewhere && !told_so)
        .then(|| c.count_of(NAME, at, c.scope(at), Stage::Deployed, None, Modality::Fact))
        .flatten()
}
