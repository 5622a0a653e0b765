//! A part of a number just spoken of: "including 24 Ruritanians", "over 700 of whom are Ruritanians", "eighteen of the team".
//!
//! **Reads** a part as a claim of the same kind as the whole, with its own number and party or service.
//!
//! **Example.** "The mission has 590, counting six Freedonians." A count of 590 for the mission, one of six for Freedonia.
//!
//! **Refuses** a part whose whole became no claim, and a part that names neither party, unit nor service.

use model::{
    Count, CountFields, Modality, Movement, MovementFields, Resource, Scope, Service, Stage, Statement, Step,
    Whose,
};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Mark, OutOf, Phrase, Time},
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
    among(c, out);
    parts(c, out);
    out_of(c, out);
}

/// "..., including six Freedonians, 24 Ruritanians and the two from the Grand Duchy".
fn including(c: &Context<'_>, out: &mut Vec<Draft>) {
    let mut listing = false;
    for at in 0..c.parse.phrases.len() {
        let phrase = c.phrase(at);
        match &phrase.what {
            Kind::People(_)
                if phrase.link == Some(Link::Including)
                    || listing && matches!(phrase.link, None | Some(Link::Of)) =>
            {
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
            // "from six countries: 744 from Ruritania, ..."
            Kind::Mark(Mark::Stop) => {
                listing = c.parse.phrases.get(at + 1).and_then(|next| next.group()).is_some_and(|group| {
                    !group.parties.is_empty()
                        || matches!(group.service, Some(Service::Police | Service::Troops))
                });
            }
            // ", made up of 5,500 uniformed personnel and 50 civilians".
            Kind::Verb(_) if c.is_made_up(at) => listing = true,
            _ => listing = false,
        }
    }
}

/// "Among the new arrivals were 75 Ruritanians and eight Freedonians."
fn among(c: &Context<'_>, out: &mut Vec<Draft>) {
    for clause in &c.parse.clauses {
        let opens = clause.before.clone().any(|at| c.phrase(at).link == Some(Link::Including));
        let is = clause.verb.and_then(|verb| c.phrase(verb).verb()).is_some_and(|verb| verb.verbs.is_empty());
        if !(opens && is) {
            continue;
        }
        for at in clause.after.clone() {
            if c.phrase(at).group().is_none()
                || !c.is_counted(at)
                || out.iter().any(|draft| draft.phrase == at)
            {
                continue;
            }
            if let Some((statement, modality)) = whole_before(c, at, false, &[]) {
                out.extend(part_of(c, &statement, modality, at, None));
            }
        }
    }
}

/// "eighteen of the team belong to the army and three to the police", "over 700 of whom are Ruritanians".
fn parts(c: &Context<'_>, out: &mut Vec<Draft>) {
    let mut whole: Option<(Statement, Modality)> = None;
    for at in 0..c.parse.phrases.len() {
        let Some(group) = c.phrase(at).group() else { continue };
        if !c.is_counted(at) || out.iter().any(|draft| draft.phrase == at) {
            continue;
        }
        // "of whom 382 are Ruritanians": the relative stands before the number.
        let of_whom = at >= 2
            && matches!(c.phrase(at - 1).what, Kind::Relative)
            && matches!(c.phrase(at - 2).link, Some(Link::Of | Link::Including));
        let of_them = group.is_part && group.service.is_none();
        if of_whom || of_them && group.out_of.as_ref().is_none_or(|of| of.is_definite) {
            let of_pronoun = of_whom || c.phrase_is(at, Cue::Whom);
            whole = whole_before(c, at, of_pronoun, out);
        } else if !follows_part(c, at) {
            continue;
        }
        let Some((statement, modality)) = whole.clone() else { continue };
        out.extend(part_of(c, &statement, modality, at, named_behind(c, at)));
    }
}

/// What the part is of: a claim of this sentence; "of the team" may mean one of the sentence before.
fn whole_before(
    c: &Context<'_>,
    at: usize,
    of_pronoun: bool,
    out: &[Draft],
) -> Option<(Statement, Modality)> {
    let here = out.iter().rev().find(|draft| draft.phrase < at && draft.number.is_some());
    if let Some(draft) = here {
        return Some((draft.statement.clone(), draft.modality));
    }
    let claims = if of_pronoun { &[][..] } else { &c.discourse.last_claims[..] };
    let statement = claims.iter().rev().find(|statement| statement.quantity().is_some())?;
    Some((statement.clone(), c.discourse.last_modality.unwrap_or(Modality::Fact)))
}

/// Whether this number is joined to a part before it: "... and three to the police".
fn follows_part(c: &Context<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| matches!(c.phrase(before).what, Kind::And | Kind::Mark(Mark::Comma)))
        && c.phrase(at).link.is_none()
}

/// The phrase that says what a part is: "are Ruritanians", "belong to the army", "to the police".
fn named_behind(c: &Context<'_>, at: usize) -> Option<usize> {
    let behind = c.parse.phrases.get(at + 1)?;

    let is_link = behind.verb().is_some_and(|verb| verb.verbs.is_empty())
        || c.any_is(behind.tokens.clone(), Cue::BelongVerb);
    let named = if is_link { at + 2 } else { at + 1 };
    c.parse.phrases.get(named).map(|_| named)
}

impl Context<'_> {
    /// "made up of", "comprising", "consisting of".
    fn is_made_up(&self, at: usize) -> bool {
        let not_finite = self
            .phrase(at)
            .verb()
            .is_some_and(|verb| !verb.is_passive && verb.time != crate::clause::Time::Future);
        at > 0 && not_finite && self.any_is(self.phrase(at).tokens.clone(), Cue::MadeUpOf)
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
                    // "seven belonged to the force of the Union": no state's.
                    parties.extend(actor.party.filter(|party| party.is_state()));
                    if actor.role == crate::clause::Role::Unit {
                        units.extend(actor.name.clone().map(model::UnitName));
                    }
                }
            }
            _ => parties.extend(c.phrase(named).owner),
        }
    }
    let nameless =
        parties.is_empty() && units.is_empty() && service.is_none_or(|service| service == Service::Unstated);
    // "forty of them are women": a number of the same people.
    let of_same = own.is_part && own.out_of.is_none() && c.report.is_about_force;
    let split = matches!(whole, Statement::Ceiling(_)) && service.is_some() || of_same;
    if nameless && !split {
        return None;
    }
    let scope_of = |scope: &Scope| Scope {
        whose: if parties.is_empty() { scope.whose.clone() } else { Whose::of(parties.clone()) },
        resource: service
            .filter(|service| *service != Service::Unstated)
            .map_or_else(|| scope.resource.clone(), Resource::People),
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
        Statement::Ceiling(ceiling) if parties.is_empty() => Statement::Ceiling(model::Ceiling {
            quantity: c.quantity(at),
            resource: service.map_or_else(|| ceiling.resource.clone(), Resource::People),
            ..ceiling.clone()
        }),
        Statement::Concern(concern) if concern.quantity.is_some() => Statement::Concern(model::Concern {
            scope: scope_of(&concern.scope),
            quantity: Some(c.quantity(at)),
            ..concern.clone()
        }),
        _ => return None,
    };
    Some(c.filled(Draft::new(NAME, statement, modality, at), at))
}

/// "10,500 of around 13,800 staff had left": the whole was there.
fn out_of(c: &Context<'_>, out: &mut Vec<Draft>) {
    let mut wholes = Vec::new();
    for draft in out.iter() {
        let Some(group) = c.phrase(draft.phrase).group() else { continue };
        let Some(OutOf { quantity, tokens, is_planned, is_definite, is_of_mission }) = group.out_of.clone()
        else {
            continue;
        };
        let still_due = is_still_due(c, draft.phrase);
        // "1,000 of the 11,600 soldiers have gone home": nobody has told of the whole before.
        let leaves = matches!(&draft.statement, Statement::Movement(movement)
            if matches!(movement.step, Step::Repatriate | Step::Rotate));
        let new_whole = leaves
            && quantity.number().is_some_and(|number| number > 100)
            && c.discourse.is_new_number(quantity);
        if is_definite && !still_due && !new_whole {
            continue;
        }
        // "the first 75 of 150 left": the others are still to come.
        let comes = matches!(&draft.statement, Statement::Movement(movement)
            if matches!(movement.step, Step::Deploy | Step::Certify | Step::Pledge | Step::EnterTraining));
        // "has 90 of 500 people": the others are missing.
        let there = matches!(&draft.statement, Statement::Count(count) if count.stage == Stage::Deployed);
        let planned = is_planned || comes || still_due || there && !is_of_mission;
        let mut scope = match &draft.statement {
            Statement::Movement(movement) => movement.scope.clone(),
            Statement::Count(count) => count.scope.clone(),
            _ => continue,
        };
        if is_of_mission {
            scope.whose = Whose::Mission;
        }
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

/// "90 of the 500 it is supposed to have", "of the 500 members planned": what stands behind a whole says that it is still to be reached.
pub(super) fn is_still_due(c: &Context<'_>, at: usize) -> bool {
    const AHEAD: &[Sense] = &[Sense::Intend, Sense::Authorise, Sense::Pledge];
    let participle = c.parse.phrases.get(at + 1).and_then(Phrase::verb).is_some_and(|verb| {
        !verb.is_passive
            && verb.verbs.iter().all(|verb| verb.form.may_be_participle())
            && matches!(verb.time, Time::Past | Time::Open)
            && verb.does(AHEAD)
    });
    let relative = c.parse.clauses.iter().filter(|clause| clause.antecedent == Some(at)).any(|clause| {
        let verb = clause.verb.and_then(|verb| c.phrase(verb).verb());
        verb.is_some_and(|verb| verb.says_any(AHEAD))
    });
    participle || relative
}
