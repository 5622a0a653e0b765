//! People are killed, wounded or missing.
//!
//! **Reads** killed and missing people as a movement *lose*. Wounded people stay deployed: they are a concern for security with
//! their number.
//!
//! **Example.** "One Ruritanian officer was killed and eight others were injured." A movement of one, and a concern for
//! eight.
//!
//! **Refuses** deaths without a number, toll figures of a whole country, and people who only come "under fire".

use std::collections::BTreeSet;

use model::{About, Concern, Modality, Resource, Service, Statement, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Head, Link, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "lost";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let killed = c.does(&[Sense::Kill]);
    let missing = c.does(&[Sense::Miss]);
    let wounded = c.does(&[Sense::Wound]);
    if !(killed || missing || wounded) {
        return;
    }
    let Some(modality) =
        c.modality().filter(|modality| matches!(modality, Modality::Fact | Modality::Denied))
    else {
        return;
    };
    let place = c.place(&[Link::In, Link::On]);
    let is_local = c.is_local();
    // "Ukraine says Russia lost 1,200": a party's losses are the mission's only where the text ties the party to it.
    let loses = c.any_is(c.clause().verb.map_or(0..0, |verb| c.phrase(verb).tokens.clone()), Cue::LoseVerb);
    for at in c.victims() {
        let Some(group) = c.phrase(at).group() else { continue };
        let mut scope = c.scope(at);
        if scope.whose == Whose::Unstated
            && let Some(among) =
                c.linked(Link::Including).map(|at| c.scope(at).whose).find(|whose| *whose != Whose::Unstated)
        {
            // "a constable was killed, the first loss among the Ruritanians".
            scope.whose = among;
        }
        // "Ruritania lost three officers": its own.
        if loses && scope.whose == Whose::Unstated && c.has_people_object() {
            scope.whose = Whose::of(c.agents());
        }
        let nameless = scope.whose == Whose::Unstated
            && matches!(scope.resource, Resource::People(Service::Unstated))
            && group.head == Head::People;
        if group.number.as_ref().is_none_or(|(quantity, _)| quantity.number().is_none())
            || nameless
            || c.is_host(at)
            || c.has_people_object() && loses && !(is_local || c.discourse.knows(&scope.whose))
        {
            continue;
        }
        if wounded && !killed {
            let concern = Concern {
                about: About::Security,
                also: BTreeSet::new(),
                scope,
                quantity: group.number.as_ref().map(|(quantity, _)| *quantity),
                span: c.span(),
            };
            out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), modality, at), at));
        } else {
            let lost = c.movement_of(NAME, at, scope, Step::Lose, None, place.clone(), modality);
            out.extend(lost.map(|draft| counted(draft, group, c.day_after())));
        }
    }
    // "believe he is dead": the one spoken of.
    let pronoun = c.subject_actors().iter().any(|actor| actor.role == crate::clause::Role::Pronoun);
    if killed && pronoun && c.verb().is_some_and(|verb| verb.time == Time::Present) {
        one_spoken_of(c, modality, out);
    }
}

/// "A constable was killed": here the article is a number.
fn counted(mut draft: Draft, group: &crate::clause::Group, day_after: model::Span) -> Draft {
    if let (Statement::Movement(movement), Some((quantity, _))) = (&draft.statement, &group.number)
        && let Ok(movement) = model::Movement::try_from(model::MovementFields {
            quantity: *quantity,
            during: if movement.during == model::Span::Unstated { day_after } else { movement.during },
            ..movement.clone().into()
        })
    {
        draft.statement = Statement::Movement(movement);
    }
    draft
}

fn one_spoken_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let Some(lost) = c.discourse.lost_one() else { return };
    let Some(subject) = c.clause().subject else { return };
    let mut fields: model::MovementFields = lost.clone().into();
    fields.during = c.span();
    fields.to = None;
    if let Ok(movement) = model::Movement::try_from(fields) {
        let verb_at = c.clause().verb.and_then(|verb| c.bytes(verb));
        out.push(
            Draft::new(NAME, Statement::Movement(movement), modality, subject)
                .slot("whose", c.bytes(subject))
                .slot("verb", verb_at),
        );
    }
}

impl Context<'_> {
    /// Those who are hurt: the subject of "died" and "were killed", the object of "killed".
    fn victims(&self) -> Vec<usize> {
        let reflexive = self.clause().verb.is_some_and(|verb| {
            let tokens = self.phrase(verb).tokens.clone();
            self.any_is(tokens, Cue::DieVerb)
        });
        // "Ruritania lost three officers".
        let loses = self
            .any_is(self.clause().verb.map_or(0..0, |verb| self.phrase(verb).tokens.clone()), Cue::LoseVerb);
        if reflexive && !(loses && self.has_people_object()) {
            self.subjects().into_iter().filter(|at| self.phrase(*at).group().is_some()).collect()
        } else {
            self.patients()
        }
    }
}
