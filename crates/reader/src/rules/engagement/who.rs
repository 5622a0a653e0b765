//! Who takes part in an engagement, and whose it is.

use model::{Name, Party, Whose};

use crate::{
    Cue, Mention, Sense, What,
    clause::{Actor, Hangs, Kind, Link, Mark, Role},
    context::Context,
};

/// Somebody who takes part.
pub(super) struct Participant {
    pub(super) name: Option<Name>,
    party: Option<Party>,
    pub(super) phrase: usize,
    acts: bool,
    /// Heads the mission or speaks for it, whatever state sent them.
    is_of_mission: bool,
}

/// Everybody named around the verb, or the talks that it tells of.
pub(super) fn participants(c: &Context<'_>) -> Vec<Participant> {
    let mut people = Vec::new();
    let spoken = c.voices.at(c.clause().verb.unwrap_or(0));
    for at in c.around().chain(c.clause().subject.filter(|at| !c.clause().before.contains(at))) {
        let phrase = c.phrase(at);
        let acts = c.clause().subject == Some(at);
        // "talks between the two", "a summit of its leaders".
        let of_event = at > 0
            && matches!(phrase.link, Some(Link::Of | Link::Other))
            && [Sense::Meet, Sense::Discuss, Sense::Call]
                .iter()
                .any(|sense| c.phrase(at - 1).is_event(*sense));
        if !of_event && !matches!(phrase.link, None | Some(Link::With | Link::To | Link::By)) {
            continue;
        }
        let acts = acts || c.is_passive() && phrase.link == Some(Link::By);
        let is_of_mission = serves_mission(c, at);
        // "the two presidents": office holders whom nobody names.
        if phrase.actors().is_empty() && c.any_is(phrase.tokens.clone(), Cue::Dignitary) {
            people.push(Participant { name: None, party: phrase.owner, phrase: at, acts, is_of_mission });
        }
        for actor in phrase.actors() {
            match actor.role {
                Role::Countries(_) => {
                    people.push(Participant { name: None, party: None, phrase: at, acts, is_of_mission });
                }
                Role::Person | Role::Organ => {
                    people.push(Participant {
                        name: actor.name.clone(),
                        party: actor.party.or_else(|| beside(c, at)),
                        phrase: at,
                        acts,
                        is_of_mission: is_of_mission || is_titled_by_mission(c, actor),
                    });
                }
                Role::Party if actor.party.is_some_and(|party| !party.is_state()) => {
                    let name = actor.party.and_then(|party| Name::new(party.name()).ok());
                    people.push(Participant { name, party: actor.party, phrase: at, acts, is_of_mission });
                }
                // "I briefed": who is speaking. "He met": who was spoken of.
                Role::Pronoun => {
                    let first = c.sentence.is(actor.tokens.start, Cue::Speaking);
                    let voice = spoken
                        .filter(|_| first)
                        .map(|voice| (voice.speaker.name.clone(), voice.speaker.party));
                    let known = voice.or_else(|| c.discourse.person.clone().filter(|_| !first));
                    if let Some((name, party)) = known {
                        people.push(Participant { name: Some(name), party, phrase: at, acts, is_of_mission });
                    }
                }
                _ => {}
            }
        }
    }
    people
}

/// Whose engagement it is: the party of who acts, else of a contributor who takes part, else of people received.
pub(super) fn whose(c: &Context<'_>, people: &[Participant]) -> Option<Whose> {
    // "were met on the tarmac by": whose those are that are received.
    let meets = c.is_passive() && c.does(&[Sense::Meet]);
    let received = if c.does(&[Sense::Receive]) || meets { c.patients() } else { Vec::new() };
    // "were at the airport to meet them".
    let awaited = c.parse.clauses.iter().filter(|clause| {
        clause.hangs == Hangs::Infinitive
            && clause.on == Some(c.index)
            && clause
                .verb
                .and_then(|at| c.phrase(at).verb())
                .is_some_and(|verb| verb.does(&[Sense::Receive, Sense::Meet]))
    });
    let awaited = awaited.flat_map(|clause| clause.after.clone()).find(|at| c.phrase(*at).group().is_some());
    let received: Vec<usize> = received.into_iter().chain(awaited.filter(|_| c.only_is())).collect();
    // "received the arrivals": those of whom the report spoke last.
    let newcomers = c.does(&[Sense::Receive]) && c.objects().any(|at| c.phrase_is(at, Cue::Newcomers));
    if let Some(party) = c.discourse.main().filter(|_| newcomers) {
        return Some(Whose::Party(party));
    }
    let of_people = received.iter().map(|at| c.scope(*at).whose).find(|whose| *whose != Whose::Unstated);
    if let Some(whose) = of_people {
        return Some(whose);
    }
    let contributor = |party: &Party| Some(*party) != c.report.host;
    let acting = people.iter().filter(|person| person.acts && !person.is_of_mission);
    let acting = acting.clone().find_map(|person| person.party.filter(contributor));
    let is_missions = acting.is_none() && people.iter().any(|person| person.acts && person.is_of_mission);
    let other = || people.iter().find_map(|person| person.party.filter(contributor));
    // "the CARICOM summit"; "said the minister after the CARICOM summit" is the minister's.
    let held = super::form::gathering(c).filter(|(at, _)| acting.is_none() || c.phrase(*at).link.is_none());
    if let Some(owner) = held.and_then(|(_, owner)| owner) {
        return Some(Whose::Party(owner));
    }
    // "The summit took place in Example": of the bloc that the mission is of, where it is none of the whole world.
    if super::session::session(c).is_some() && acting.is_none() {
        let bloc = c.report.body.filter(|body| !super::session::is_world(*body));
        let other = people.iter().find_map(|person| person.party.filter(contributor)).map(Whose::Party);
        return Some(bloc.map(Whose::Party).or(other).unwrap_or(Whose::Unstated));
    }
    // "The mission's commander visited": nobody's but the mission's.
    if is_missions {
        return Some(Whose::Mission);
    }
    // "the cabinet was briefed": that of the party the report speaks of.
    let own_organ =
        c.clause().subject.is_some_and(|at| c.is_bare_organ(at) && !c.phrase_is(at, Cue::Council));
    // "The defence chief inspected them": of the party the report speaks of.
    let acts = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    let officer = acts.and_then(|at| match c.phrase(at).actors() {
        [actor @ Actor { role: Role::Person, party: None, .. }] => Some(actor),
        _ => None,
    });
    // A surname alone is somebody's who was introduced before, and most are of the state that the report is about.
    let is_surname = officer.is_some_and(|actor| {
        let named =
            |mention: &Mention| matches!(mention.what, What::Person(_)) && mention.tokens == actor.tokens;
        actor.tokens.len() == 1 && c.mentions.iter().any(named)
    });
    let is_titled = officer.is_some_and(|actor| {
        let words = actor.name.as_ref().map_or(0, |name| name.as_str().split(' ').count());
        actor.tokens.len() > words
    });
    let officer = officer.is_some() && (c.report.is_about_force || is_titled);
    let main = c.discourse.main().filter(|_| officer && is_surname);
    let focus = main.or(c.discourse.focus.filter(|_| own_organ || officer));
    // "The host's premier met the president": of who acts, where nobody is received.
    let hosts = people.iter().find(|person| person.acts).and_then(|person| person.party);
    let meets = c.does(&[Sense::Meet, Sense::Discuss, Sense::Call]) && !c.is_passive();
    let hosts = hosts.filter(|party| Some(*party) == c.report.host && meets && acting.is_none());
    // Who is of the host alone meets nobody else's.
    let host = || people.iter().find_map(|person| person.party);
    // "visited the Ruritanian police": theirs, where only the host's act.
    let visited = || {
        let sees =
            c.does(&[Sense::Visit, Sense::Receive, Sense::Meet, Sense::Thank, Sense::Brief, Sense::Call]);
        let groups = c.objects().filter(|at| sees && c.phrase(*at).group().is_some());
        groups.map(|at| c.scope(at).whose).find(|whose| matches!(whose, Whose::Party(_)))
    };
    let party = acting.or(hosts).or(focus).or_else(other).map(Whose::Party);
    let known = party.or_else(visited).or_else(|| host().map(Whose::Party));
    // An office holder whose party the text does not tell takes part all the same.
    known.or_else(|| (!people.is_empty()).then_some(Whose::Unstated))
}

/// "Ruritania's president, Alex Example": the party of the office that stands beside a name, a comma between them.
fn beside(c: &Context<'_>, at: usize) -> Option<Party> {
    let comma = |at: usize| {
        c.parse.phrases.get(at).is_some_and(|phrase| matches!(phrase.what, Kind::Mark(Mark::Comma)))
    };
    let party = |at: usize| {
        let actors = c.parse.phrases.get(at).map_or(&[][..], |phrase| phrase.actors());
        actors.iter().find(|actor| actor.role == Role::Person).and_then(|actor| actor.party)
    };
    let before = at.checked_sub(2).filter(|_| comma(at - 1)).and_then(party);
    before.or_else(|| Some(at + 2).filter(|_| comma(at + 1)).and_then(party))
}

/// "The commander of the mission, Alex Example", "Alex Example, the envoy for the force": an office of the mission, or beside one.
fn serves_mission(c: &Context<'_>, at: usize) -> bool {
    let phrase = |at: usize| c.parse.phrases.get(at);
    let comma = |at: usize| phrase(at).is_some_and(|phrase| matches!(phrase.what, Kind::Mark(Mark::Comma)));
    let one = |at: usize| match phrase(at)?.actors() {
        [actor] if actor.role == Role::Person => Some(actor),
        _ => None,
    };
    let of_mission = |at: usize| {
        let next = phrase(at + 1).filter(|next| matches!(next.link, Some(Link::Of | Link::For)));
        next.is_some_and(|next| next.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_))))
    };
    let holds = |at: usize| one(at).is_some_and(|actor| of_mission(at) || is_titled_by_mission(c, actor));
    let behind = || comma(at + 1) && holds(at + 2);
    let before = || {
        let end = at.checked_sub(1).filter(|end| comma(*end));
        end.is_some_and(|end| {
            end.checked_sub(1).is_some_and(&holds)
                || end.checked_sub(2).is_some_and(|one| of_mission(one) && holds(one))
        })
    };
    one(at).is_some() && (holds(at) || behind() || before())
}

/// "mission chief Alex Example", "the force commander".
fn is_titled_by_mission(c: &Context<'_>, actor: &Actor) -> bool {
    let named = |mention: &Mention| {
        matches!(mention.what, What::Mission(_)) && actor.tokens.contains(&mention.tokens.start)
    };
    actor.role == Role::Person
        && (c.any_is(actor.tokens.clone(), Cue::ForceNoun) || c.mentions.iter().any(named))
}
