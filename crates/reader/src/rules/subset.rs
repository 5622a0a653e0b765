//! A part of a number just spoken of: "including 24 Ruritanians", "over 700 of whom are Ruritanians", "eighteen of the team".
//!
//! **Reads** a part as a claim of the same kind as the whole, with its own number and party or service.
//!
//! **Example.** "The mission has 590, counting six Freedonians." A count of 590 for the mission, one of six for Freedonia.
//!
//! **Refuses** a part whose whole became no claim, and a part that names neither party, unit nor service.

use model::{
    Count, CountFields, Modality, Movement, MovementFields, Resource, Scope, Service, Stage, Statement, Whose,
};

use crate::{
    clause::{Kind, Link, Mark},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "subset";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    // Once a sentence, when the last clause has been read.
    if c.index + 1 != c.parse.clauses.len() {
        return;
    }
    including(c, out);
    parts(c, out);
    out_of(c, out);
}

/// "..., including six Freedonians, 24 Ruritanians and the two from the Grand Duchy".
fn including(c: &Context<'_>, out: &mut Vec<Draft>) {
    let mut listing = false;
    for at in 0..c.parse.phrases.len() {
        let phrase = c.phrase(at);
        match &phrase.what {
            Kind::People(_) if phrase.link == Some(Link::Including) || listing && phrase.link.is_none() => {
                listing = true;
                let whole = out
                    .iter()
                    .rev()
                    .find(|draft| draft.phrase < at && draft.number.is_some() && draft.rule != NAME)
                    .cloned();
                if let Some(whole) =
                    whole.filter(|_| c.is_counted(at) && !out.iter().any(|draft| draft.phrase == at))
                {
                    out.extend(part_of(c, &whole.statement, whole.modality, at, None));
                }
            }
            Kind::And | Kind::Mark(Mark::Comma) => {}
            _ => listing = false,
        }
    }
}

/// "eighteen of the team belong to the army and three to the police", "over 700 of whom are Ruritanians".
fn parts(c: &Context<'_>, out: &mut Vec<Draft>) {
    let belongs = |at: usize| {
        c.parse.phrases.get(at).and_then(|phrase| phrase.verb()).is_some_and(|verb| verb.verbs.is_empty())
            || c.any_word(
                c.parse.phrases.get(at).map_or(0..0, |phrase| phrase.tokens.clone()),
                &["belong", "belongs", "come", "hail"],
            )
    };
    let mut whole: Option<(Statement, Modality)> = None;
    for at in 0..c.parse.phrases.len() {
        let Some(group) = c.phrase(at).group() else { continue };
        if !c.is_counted(at) || out.iter().any(|draft| draft.phrase == at) {
            continue;
        }
        if group.is_part {
            let here = out
                .iter()
                .rev()
                .find(|draft| draft.phrase < at && draft.number.is_some())
                .map(|draft| (draft.statement.clone(), draft.modality));
            whole = here.or_else(|| {
                c.discourse.last_claims.iter().rev().find(|statement| statement.quantity().is_some()).map(
                    |statement| {
                        let modality = c.discourse.last_modality.unwrap_or(Modality::Fact);
                        (statement.clone(), modality)
                    },
                )
            });
        } else if whole.is_none()
            || at.checked_sub(1).is_none_or(|before| !matches!(c.phrase(before).what, Kind::And))
        {
            continue;
        }
        let Some((statement, modality)) = whole.clone() else { continue };
        // What they are stands behind: "are Ruritanians", "belong to the army", or for the second "to the police".
        let mut behind = at + 1;
        if belongs(behind) {
            behind += 1;
        }
        let named = c.parse.phrases.get(behind).is_some();
        if named {
            out.extend(part_of(c, &statement, modality, at, Some(behind)));
        }
    }
}

/// A claim like that of the whole, for the part at this phrase; what it is of may be named by another phrase.
fn part_of(
    c: &Context<'_>,
    whole: &Statement,
    modality: Modality,
    at: usize,
    named_by: Option<usize>,
) -> Option<Draft> {
    let own = c.phrase(at).group()?;
    let mut parties = own.parties.clone();
    let mut units = own.units.clone();
    let mut service = own.service;
    if let Some(named) = named_by {
        match &c.phrase(named).what {
            Kind::People(group) => {
                parties.extend(group.parties.iter().copied());
                service = service.or(group.service);
            }
            Kind::Actors(actors) => {
                for actor in actors {
                    parties.extend(actor.party);
                    if actor.role == crate::clause::Role::Unit {
                        units.extend(actor.name.clone().map(model::UnitName));
                    }
                }
            }
            _ => {}
        }
    }
    if parties.is_empty() && units.is_empty() && service.is_none_or(|service| service == Service::Unstated) {
        return None;
    }
    let scope_of = |scope: &Scope| Scope {
        whose: if parties.is_empty() { scope.whose.clone() } else { Whose::of(parties.clone()) },
        resource: service.filter(|service| *service != Service::Unstated).map_or_else(
            || if parties.is_empty() { scope.resource.clone() } else { c.scope(at).resource },
            Resource::People,
        ),
        units: units.clone(),
    };
    let statement = match whole {
        Statement::Count(count) => {
            let fields: CountFields = count.clone().into();
            let scope = scope_of(&fields.scope);
            Statement::Count(Count::try_from(CountFields { scope, quantity: c.quantity(at), ..fields }).ok()?)
        }
        Statement::Movement(movement) => {
            let fields: MovementFields = movement.clone().into();
            let scope = scope_of(&fields.scope);
            Statement::Movement(
                Movement::try_from(MovementFields {
                    scope,
                    quantity: c.quantity(at),
                    ordinal: None,
                    ..fields
                })
                .ok()?,
            )
        }
        _ => return None,
    };
    Some(c.filled(Draft::new(NAME, statement, modality, at), at))
}

/// "10,500 of around 13,800 staff had left": the whole was there.
fn out_of(c: &Context<'_>, out: &mut Vec<Draft>) {
    let mut wholes = Vec::new();
    for draft in out.iter() {
        let Some(group) = c.phrase(draft.phrase).group() else { continue };
        let Some((quantity, tokens, planned)) = group.out_of.clone() else { continue };
        let scope = match &draft.statement {
            Statement::Movement(movement) => movement.scope.clone(),
            Statement::Count(count) => count.scope.clone(),
            _ => continue,
        };
        let statement = if planned && !matches!(scope.whose, Whose::Party(_)) {
            Statement::Ceiling(model::Ceiling {
                quantity,
                resource: scope.resource,
                instrument: None,
                in_force: model::Span::Unstated,
            })
        } else {
            let stage = if planned { Stage::Promised } else { Stage::Deployed };
            let fields = CountFields { scope, stage, quantity, as_of: model::Span::Unstated, place: None };
            let Ok(count) = Count::try_from(fields) else { continue };
            Statement::Count(count)
        };
        let modality = if planned { Modality::Planned } else { Modality::Fact };
        let mut whole =
            Draft::new(NAME, statement, modality, draft.phrase).slot("number", c.sentence.bytes(&tokens));
        whole.number = Some(tokens);
        wholes.push(whole);
    }
    out.extend(wholes);
}
