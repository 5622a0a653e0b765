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

use model::{About, Concern, Modality, Quantity, Resource, Scope, Service, Stage, Statement, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Head, Link, Time},
    context::Context,
    discourse::contributors,
    draft::Draft,
};

pub(super) const NAME: &str = "lost";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    toll(c, out);
    told_by_noun(c, out);
    part_of_hurt(c, out);
    hurt_before_noun(c, out);
    let killed = c.does(&[Sense::Kill]);
    let missing = c.does(&[Sense::Miss]);
    // "sustained multiple injuries".
    let injuries = !c.is_passive()
        && c.does(&[Sense::Other, Sense::Lack, Sense::Receive, Sense::Have])
        && c.objects().any(|at| c.phrase(at).is_event(Sense::Wound));
    // "the number hit 400": only people are hit.
    let reaches = c.does(&[Sense::Reach]);
    let wounded = c.does(&[Sense::Wound]) || injuries;
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
    let loses = c.verb_is(Cue::LoseVerb);
    let mut hurt = if injuries { c.subjects() } else { c.victims() };
    // "died together with three Freedonians".
    let own = |at: &usize| {
        c.is_counted(*at) && c.phrase(*at).group().is_some_and(|group| !group.parties.is_empty())
    };
    let with: Vec<usize> = c.linked(Link::With).filter(own).filter(|at| !hurt.contains(at)).collect();
    for at in with {
        hurt.extend(c.with_joined(at));
    }
    hurt.dedup();
    ranked(c, killed || missing, modality, out);
    for at in hurt {
        let Some(group) = c.phrase(at).group().filter(|group| !reaches || group.head != Head::Number) else {
            continue;
        };
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
            scope.whose = if c.subject_is_mission() { Whose::Mission } else { Whose::of(c.agents()) };
        }
        if scope.whose == Whose::Unstated && group.is_its {
            scope.whose = owner(c, at);
        }
        // "2,500 Ruritanians were killed" at home: a country's dead, not a force's.
        let civil = c.is_host(at) && group.head == Head::Nationals;
        let nameless = civil || is_nameless(c, at, &scope);
        // "The Ruritanian constable was shot dead": one, of whom nothing has been told before.
        let single = is_single(c, at, group) && c.discourse.lost_one().is_none() && !is_local_civilian(c, at);
        if group.number.as_ref().is_none_or(|(quantity, _)| quantity.number().is_none()) && !single
            || nameless
            || c.has_people_object()
                && loses
                && !(is_local
                    || c.report.is_about_force && c.voices.at(at).is_none()
                    || c.discourse.knows(&scope.whose))
        {
            continue;
        }
        if wounded && !killed {
            let concern = Concern {
                about: About::Security,
                also: BTreeSet::new(),
                scope,
                quantity: group
                    .number
                    .as_ref()
                    .map(|(quantity, _)| *quantity)
                    .or(single.then_some(Quantity::Exactly(1))),
                span: c.span(),
            };
            out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), modality, at), at));
        } else {
            let lost = c.movement_of(NAME, at, scope, Step::Lose, None, place.clone(), modality);
            let number = group.number.as_ref().map(|(quantity, _)| *quantity);
            let number = number.or(single.then_some(Quantity::Exactly(1)));
            out.extend(lost.map(|draft| counted(draft, number, c.day_after())));
        }
    }
    // "believe he is dead": the one spoken of.
    let pronoun = c.subject_actors().iter().any(|actor| actor.role == crate::clause::Role::Pronoun);
    if killed && pronoun && c.verb().is_some_and(|verb| verb.time == Time::Present) {
        one_spoken_of(c, modality, out);
    }
}

/// "the Ruritanian constable": one person, by a noun in the singular.
fn is_single(c: &Context<'_>, at: usize, group: &crate::clause::Group) -> bool {
    let last = c.phrase(at).tokens.end.saturating_sub(1);
    group.head == Head::People
        && group.is_definite
        && group.number.is_none()
        && group.parties.len() == 1
        && !c.sentence.is(last, Cue::Plural)
        && !c.sentence.is(last, Cue::AlwaysSeveral)
}

fn is_local_civilian(c: &Context<'_>, at: usize) -> bool {
    let service = c.phrase(at).group().and_then(|group| group.service);
    c.is_host(at) && !matches!(service, Some(Service::Police | Service::Troops))
}

/// "Constable Example, who was shot dead", "a sergeant was killed": a person by rank is one of those whose the report tells.
fn ranked(c: &Context<'_>, lost: bool, modality: Modality, out: &mut Vec<Draft>) {
    let Some(at) = c.clause().subject.filter(|_| !c.has_people_object() || c.is_passive()) else { return };
    let acts = !c.is_passive() && !c.verb_is(Cue::DieVerb);
    let [actor] = c.phrase(at).actors() else { return };
    let person = matches!(actor.role, crate::clause::Role::Person | crate::clause::Role::Name);
    let of_rank = person && c.any_is(actor.tokens.clone(), Cue::Rank);
    if acts || !of_rank || c.discourse.lost_one().is_some() {
        return;
    }
    let party = actor.party.or(c.discourse.leading()).filter(|party| Some(*party) != c.report.host);
    let Some(party) = party else { return };
    let scope = Scope::people(Whose::Party(party));
    if lost {
        let draft = c.movement_of(NAME, at, scope, Step::Lose, None, None, modality);
        out.extend(draft.map(|draft| counted(draft, Some(Quantity::Exactly(1)), c.day_after())));
    } else {
        let concern = Concern {
            about: About::Security,
            also: BTreeSet::new(),
            scope,
            quantity: Some(Quantity::Exactly(1)),
            span: c.span(),
        };
        out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), modality, at), at));
    }
}

/// "two people": of no force, so of nobody whose strength is kept.
fn is_nameless(c: &Context<'_>, at: usize, scope: &model::Scope) -> bool {
    let phrase = c.phrase(at);
    scope.whose == Whose::Unstated
        && matches!(scope.resource, Resource::People(Service::Unstated))
        && phrase.group().is_some_and(|group| {
            // "Of the 40 dead, 12 were women": nobody says whose.
            !group.is_of_mission
                && (group.head == Head::People || group.head == Head::Number && group.is_definite)
        })
        && !c.any_is(phrase.tokens.clone(), Cue::Peacekeeper)
}

/// "Six of its soldiers have died, the Ruritanian army said": of who says it, or of the subject that the clause hangs on.
fn owner(c: &Context<'_>, at: usize) -> Whose {
    let outer = c.clause().on.and_then(|on| c.parse.clauses[on].subject);
    let acting = outer.map(|at| contributors(c.phrase(at), c.report)).filter(|parties| !parties.is_empty());
    let voice = || c.voices.at(at).and_then(|voice| voice.speaker.party);
    match acting {
        Some(parties) => Whose::of(parties),
        None => voice()
            .filter(|party| party.is_state() && Some(*party) != c.report.host)
            .map_or(Whose::Unstated, Whose::Party),
    }
}

/// "The death toll among the troops rose to 13": how many are lost by then, and no loss of its own.
fn toll(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(subject) = c.clause().subject.filter(|at| c.phrase(*at).is_event(Sense::Kill)) else { return };
    let is_toll = c.any_is(c.tokens(), Cue::Toll);
    let reaches = c.only_is() || c.does(&[Sense::Reach, Sense::Stand]);
    if !is_toll || !reaches {
        return;
    }
    // Whose: of those who stand beside the toll, else of those who are counted.
    let among = (subject + 1..c.clause().verb.unwrap_or(subject)).find(|at| c.phrase(*at).group().is_some());
    let Some(modality) = c.modality().filter(|modality| *modality == Modality::Fact) else { return };
    let Some(at) = c.clause().after.clone().find(|at| c.is_counted(*at)) else { return };
    let scope = c.scope(among.unwrap_or(at));
    if c.is_host(among.unwrap_or(at)) || among.is_none() && is_nameless(c, at, &scope) {
        return;
    }
    out.extend(c.count_of(NAME, at, scope, Stage::Lost, None, modality));
}

/// "Eight Ruritanians were among the dead", "the bodies of 14 soldiers were flown home".
fn told_by_noun(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(modality) = c.modality().filter(|modality| *modality == Modality::Fact) else { return };
    let is_among = |at: &usize| {
        let last = c.phrase(*at).tokens.end.saturating_sub(1);
        let dead = c.sentence.is(last, Cue::HurtPeople) && c.sentence.is(last, Cue::DieVerb);
        c.phrase(*at).link == Some(Link::Including)
            && (dead || c.phrase(*at).is_event(Sense::Kill) || c.phrase(*at).is_event(Sense::Miss))
    };
    let mut lost: Vec<usize> = Vec::new();
    if c.only_is() && c.around().any(|at| is_among(&at)) {
        let around = c.around().filter(|at| c.phrase(*at).link.is_none() && c.is_counted(*at));
        lost.extend(around);
    }
    let remains =
        |at: usize| matches!(c.phrase(at).what, crate::clause::Kind::Noun) && c.phrase_is(at, Cue::Remains);
    lost.extend(c.around().filter(|at| {
        c.phrase(*at).link == Some(Link::Of) && c.is_counted(*at) && at.checked_sub(1).is_some_and(remains)
    }));
    for at in lost {
        let scope = c.scope(at);
        if !is_nameless(c, at, &scope) && !c.is_host(at) {
            // When the bodies were flown home is not when they fell.
            let mut draft = c.movement_of(NAME, at, scope, Step::Lose, None, None, modality);
            if let Some(Statement::Movement(movement)) = draft.as_mut().map(|draft| &mut draft.statement)
                && let Ok(undated) = model::Movement::try_from(model::MovementFields {
                    during: if c.only_is() { movement.during } else { model::Span::Unstated },
                    ..movement.clone().into()
                })
            {
                *movement = undated;
            }
            out.extend(draft);
        }
    }
}

/// "picked up four injured Ruritanians": the word before the noun says that they are hurt.
fn hurt_before_noun(c: &Context<'_>, out: &mut Vec<Draft>) {
    if !matches!(c.modality(), Some(Modality::Fact)) {
        return;
    }
    for at in c.around().filter(|at| c.is_counted(*at)) {
        let tokens = c.phrase(at).tokens.clone();
        let hurt = c
            .mentions
            .iter()
            .any(|mention| tokens.contains(&mention.tokens.start) && mention.says(Sense::Wound).is_some());
        let known = matches!(c.scope(at).whose, Whose::Party(_) | Whose::Mission);
        let named =
            c.phrase(at).group().is_some_and(|group| matches!(group.head, Head::People | Head::Nationals));
        if hurt && known && named && !out.iter().any(|draft| draft.phrase == at) {
            let concern = Concern {
                about: About::Security,
                also: BTreeSet::new(),
                scope: c.scope(at),
                quantity: Some(c.quantity(at)),
                span: c.span(),
            };
            out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), Modality::Fact, at), at));
        }
    }
}

/// "Eleven of the injured are Ruritanians and 19 are Freedonians": how many of those who are hurt are whose.
fn part_of_hurt(c: &Context<'_>, out: &mut Vec<Draft>) {
    let hurt = c.parse.phrases.iter().find(|phrase| {
        let last = phrase.tokens.end.saturating_sub(1);
        phrase.group().is_some_and(|group| group.is_definite || group.is_part)
            && c.sentence.is(last, Cue::HurtPeople)
    });
    let Some(hurt) = hurt.filter(|_| c.only_is() && c.modality() == Some(Modality::Fact)) else { return };
    let dead = c.sentence.is(hurt.tokens.end - 1, Cue::DieVerb);
    let Some(subject) = c.clause().subject.filter(|at| c.is_counted(*at)) else { return };
    let nationals = c.objects().find_map(|at| {
        let group = c.phrase(at).group()?;
        (group.head == Head::Nationals && group.number.is_none()).then(|| Whose::of(group.parties.clone()))
    });
    let Some(whose) = nationals else { return };
    let scope = model::Scope { whose, ..c.scope(subject) };
    if dead {
        out.extend(c.movement_of(NAME, subject, scope, Step::Lose, None, None, Modality::Fact));
        return;
    }
    let concern = Concern {
        about: About::Security,
        also: BTreeSet::new(),
        scope,
        quantity: Some(c.quantity(subject)),
        span: c.span(),
    };
    out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), Modality::Fact, subject), subject));
}

/// "A constable was killed": here the article is a number.
fn counted(mut draft: Draft, number: Option<Quantity>, day_after: model::Span) -> Draft {
    if let (Statement::Movement(movement), Some(quantity)) = (&draft.statement, number)
        && let Ok(movement) = model::Movement::try_from(model::MovementFields {
            quantity,
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
        let reflexive = self.verb_is(Cue::DieVerb);
        // "Ruritania lost three officers".
        let loses = self.verb_is(Cue::LoseVerb);
        if reflexive && !(loses && self.has_people_object()) {
            let own: Vec<usize> =
                self.subjects().into_iter().filter(|at| self.phrase(*at).group().is_some()).collect();
            // "Of these 59 died".
            let out_of = || {
                self.clause()
                    .before
                    .clone()
                    .filter(|at| self.phrase(*at).link == Some(Link::Of) && self.is_counted(*at))
            };
            if own.is_empty() { out_of().collect() } else { own }
        } else {
            self.patients()
        }
    }
}
