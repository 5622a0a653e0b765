//! A list of parties with a number each: "- Ruritania: 4,500".
//!
//! **Reads** a line or an item that is no more than a party and a number as a count of that party. The stage is that of the
//! sentence that opens the list; a list behind a ceiling is of shares that are planned.
//!
//! **Example.** "The shares are as follows: / - Ruritania: 4,500 / - Freedonia: 2,500". Two counts *promised*, planned.
//!
//! **Refuses** a list whose opening sentence speaks of no people.

use model::{Modality, Resource, Scope, Service, Stage, Statement, Whose};

use crate::{
    clause::{Kind, Mark, Role},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "listed";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.index != 0 || c.parse.phrases.iter().any(|phrase| phrase.verb().is_some()) {
        return;
    }
    if !(c.sentence.is_item || c.sentence.opens_line && !c.sentence.has_stop) {
        return;
    }
    let mut party = None;
    let mut number = None;
    for (at, phrase) in c.parse.phrases.iter().enumerate() {
        match &phrase.what {
            Kind::Actors(actors) if party.is_none() => {
                let [actor] = &actors[..] else { return };
                if actor.role != Role::Party {
                    return;
                }
                party = actor.party;
            }
            Kind::People(group) if number.is_none() && c.is_counted(at) => {
                party = party.or(group.parties.first().copied());
                number = Some(at);
            }
            Kind::Mark(Mark::Stop | Mark::Comma | Mark::Other) | Kind::Noun | Kind::Particle => {}
            _ => return,
        }
    }
    let (Some(party), Some(at)) =
        (party.filter(|party| party.is_state() && Some(*party) != c.report.host), number)
    else {
        return;
    };
    let opened = c.discourse.last_claims.iter().rev().find_map(|statement| match statement {
        Statement::Ceiling(ceiling) => Some((Stage::Promised, Modality::Planned, ceiling.resource.clone())),
        Statement::Count(count) if matches!(count.stage, Stage::Promised | Stage::Deployed) => {
            let told = c.discourse.last_modality.filter(|modality| *modality == Modality::Pledged);
            let modality = if count.stage == Stage::Promised {
                told.unwrap_or(Modality::Planned)
            } else {
                Modality::Fact
            };
            Some((count.stage, modality, count.scope.resource.clone()))
        }
        _ => None,
    });
    let people = Resource::People(Service::Unstated);
    let announced = c.discourse.opened_list.map(|(stage, modality)| (stage, modality, people));
    let Some((stage, modality, resource)) = opened.or(announced) else { return };
    let own = c.phrase(at).group().and_then(|group| group.service);
    let resource = own.map_or(resource, Resource::People);
    if !matches!(
        resource,
        Resource::People(Service::Police | Service::Troops | Service::Civilians | Service::Unstated)
    ) {
        return;
    }
    let scope = Scope { whose: Whose::Party(party), resource, units: std::collections::BTreeSet::new() };
    out.extend(c.count_of(NAME, at, scope, stage, None, modality));
}
