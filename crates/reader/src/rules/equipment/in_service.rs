//! What the mission has and what of it works.

use std::{collections::BTreeSet, ops::Range};

use model::{Count, CountFields, Modality, Quantity, Resource, Scope, Stage, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Kit},
    context::Context,
    draft::Draft,
};

use super::{NAME, whose::owner};

/// "The mission has 60 vehicles", "..., which now has 60".
pub(super) fn in_service(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.modality() != Some(Modality::Fact) {
        return;
    }
    let subject = c.clause().subject;
    let has = c.does(&[Sense::Have]) && c.subject_is_mission();
    // "Eighteen vehicles were in working order".
    let works = c.only_is() && c.clause().after.clone().any(|at| c.phrase_is(at, Cue::InOrder));
    let counted: Vec<usize> =
        if has { c.objects().collect() } else { subject.filter(|_| works).into_iter().collect() };
    for at in counted {
        let Kind::Kit(kit) = &c.phrase(at).what else { continue };
        let whose = owner(c, at).map_or(Whose::Mission, Whose::Party);
        let of = kit.out_of.as_ref().filter(|_| kit.number.is_some());
        out.extend(count(c, at, kit, whose.clone(), kit.number.as_ref()));
        out.extend(of.and_then(|whole| count(c, at, kit, whose, Some(whole))));
    }
}

/// So many pieces that are there; none where they have no number.
pub(super) fn count(
    c: &Context<'_>,
    at: usize,
    kit: &Kit,
    whose: Whose,
    number: Option<&(Quantity, Range<usize>)>,
) -> Option<Draft> {
    let (quantity, tokens) = number.filter(|(quantity, _)| quantity.number().is_some())?;
    let scope = Scope { whose, resource: Resource::Equipment(kit.kind.clone()), units: BTreeSet::new() };
    let fields =
        CountFields { scope, stage: Stage::InService, quantity: *quantity, as_of: c.as_of(), place: None };
    let statement = Statement::Count(Count::try_from(fields).ok()?);
    let mut draft = Draft::new(NAME, statement, Modality::Fact, at);
    draft.number = Some(tokens.clone());
    Some(
        draft
            .slot("number", c.sentence.bytes(tokens))
            .slot("what", c.bytes(at))
            .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb))),
    )
}
