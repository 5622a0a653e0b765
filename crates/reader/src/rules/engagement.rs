//! Office holders meet, call, visit, receive or brief one another, or see people off.
//!
//! **Reads** a verb of contact between named persons, offices or bodies, and a meeting or briefing that somebody holds "with"
//! another, with who took part, the day and the place. Whose it is: the party of who acts.
//!
//! **Example.** "During a joint briefing with Freedonia's prime minister, President Example said so." One briefing.
//!
//! **Refuses** contacts of unnamed people, patrols, and a meeting that nobody named takes part in.

use std::collections::BTreeSet;

use model::{Engagement, EngagementForm, Modality, Name, Party, Place, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "engagement";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if out.iter().any(|draft| draft.rule == NAME) {
        return;
    }
    // In a report on no known mission only a sentence that names one tells of contacts about it.
    let about = c.report.mission.is_some()
        || c.parse
            .phrases
            .iter()
            .any(|phrase| phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_))));
    let Some(verb_at) = c.clause().verb.filter(|_| about) else { return };
    let Some(modality) =
        c.modality().filter(|modality| matches!(modality, Modality::Fact | Modality::Planned))
    else {
        return;
    };
    let form = by_verb(c).or_else(|| by_noun(c));
    let Some(form) = form else { return };
    let people = participants(c);
    let Some(whose) = whose(c, &people) else { return };
    let topics = BTreeSet::new();
    let engagement = Engagement {
        form,
        whose,
        participants: people.iter().filter_map(|person| person.name.clone()).collect(),
        topics,
        place: place(c),
        span: c.span(),
    };
    out.push(
        Draft::new(NAME, Statement::Engagement(engagement), modality, verb_at)
            .slot("who", people.first().and_then(|person| c.bytes(person.phrase)))
            .slot("verb", c.bytes(verb_at))
            .slot("date", c.date().and_then(|(_, at)| c.bytes(at))),
    );
}

/// Somebody who takes part.
struct Participant {
    name: Option<Name>,
    party: Option<Party>,
    phrase: usize,
    acts: bool,
}

/// The form by a verb of contact between those who can have one.
fn by_verb(c: &Context<'_>) -> Option<EngagementForm> {
    let verb = c.verb()?;
    let official = |at: usize| {
        c.phrase(at).actors().iter().any(|actor| {
            matches!(actor.role, Role::Person | Role::Organ)
                || actor.role == Role::Pronoun
                || actor.role == Role::Party && actor.party.is_some_and(|party| !party.is_state())
        })
    };
    let subject = c.clause().subject.is_some_and(official);
    let object =
        c.clause().after.clone().any(|at| {
            official(at) && matches!(c.phrase(at).link, None | Some(Link::With | Link::To | Link::By))
        });
    let people = c.patients().iter().any(|at| c.phrase(*at).group().is_some_and(|_| !c.is_host(*at)));
    let finite = verb.time != Time::Open || verb.is_finite;
    if !finite {
        return None;
    }
    if verb.does(&[Sense::Meet]) && subject && (object || c.says_meeting()) {
        Some(EngagementForm::Meeting)
    } else if verb.does(&[Sense::Call]) && subject && object {
        Some(EngagementForm::Call)
    } else if verb.does(&[Sense::Brief]) && subject && (object || verb.is_passive) {
        Some(EngagementForm::Briefing)
    } else if verb.does(&[Sense::Receive])
        && subject
        && (object || people)
        && !c.objects().any(|at| {
            matches!(
                c.phrase(at).what,
                Kind::Sum(_) | Kind::Kit(_) | Kind::Event(_) | Kind::Noun | Kind::MoneyNoun
            )
        })
    {
        Some(EngagementForm::Meeting)
    } else if (verb.does(&[Sense::Visit])
        || verb.does(&[Sense::Serve]) && c.any_is(c.tokens(), Cue::Attending))
        && subject
        && verb.is_finite
    {
        let place = c.objects().chain(c.linked(Link::In)).next().is_some();
        place.then_some(EngagementForm::Visit)
    } else {
        None
    }
}

/// The form by a noun: "during a joint briefing with", "told a pledging event", "leaders convene".
fn by_noun(c: &Context<'_>) -> Option<EngagementForm> {
    let named_with = c.around().any(|at| {
        matches!(c.phrase(at).link, Some(Link::With))
            && c.phrase(at).actors().iter().any(|actor| {
                matches!(actor.role, Role::Person | Role::Organ)
                    && actor.name.as_ref().is_some_and(|name| name.as_str().starts_with(char::is_uppercase))
            })
    });
    let told = c.does(&[Sense::Say]);
    c.around().find_map(|at| {
        let phrase = c.phrase(at);
        let held_with = named_with && phrase.link.is_some();
        if phrase.is_event(Sense::Brief) && held_with {
            Some(EngagementForm::Briefing)
        } else if phrase.is_event(Sense::Meet)
            && (held_with
                || told && phrase.link.is_none() && c.clause().after.contains(&at)
                || c.clause().subject == Some(at) && phrase.owner.is_some())
        {
            Some(EngagementForm::Meeting)
        } else if phrase.is_event(Sense::Call) && held_with {
            Some(EngagementForm::Call)
        } else {
            None
        }
    })
}

fn participants(c: &Context<'_>) -> Vec<Participant> {
    let mut people = Vec::new();
    let spoken = c.voices.at(c.clause().verb.unwrap_or(0));
    for at in c.around().chain(c.clause().subject.filter(|at| !c.clause().before.contains(at))) {
        let phrase = c.phrase(at);
        let acts = c.clause().subject == Some(at);
        if !matches!(phrase.link, None | Some(Link::With | Link::To | Link::By)) {
            continue;
        }
        for actor in phrase.actors() {
            match actor.role {
                Role::Person | Role::Organ => {
                    people.push(Participant {
                        name: actor.name.clone(),
                        party: actor.party,
                        phrase: at,
                        acts,
                    });
                }
                Role::Party if actor.party.is_some_and(|party| !party.is_state()) => {
                    let name = actor.party.and_then(|party| Name::new(party.name()).ok());
                    people.push(Participant { name, party: actor.party, phrase: at, acts });
                }
                // "I briefed": who is speaking. "He met": who was spoken of.
                Role::Pronoun => {
                    let first = c.sentence.is(actor.tokens.start, Cue::Speaking);
                    let voice = spoken
                        .filter(|_| first)
                        .map(|voice| (voice.speaker.name.clone(), voice.speaker.party));
                    let known = voice.or_else(|| c.discourse.person.clone().filter(|_| !first));
                    if let Some((name, party)) = known {
                        people.push(Participant { name: Some(name), party, phrase: at, acts });
                    }
                }
                _ => {}
            }
        }
    }
    people
}

/// Whose engagement it is: the party of who acts, else of a contributor who takes part, else of people received.
fn whose(c: &Context<'_>, people: &[Participant]) -> Option<Whose> {
    let received = if c.does(&[Sense::Receive]) { c.patients() } else { Vec::new() };
    let of_people = received.into_iter().map(|at| c.scope(at).whose).find(|whose| *whose != Whose::Unstated);
    if let Some(whose) = of_people {
        return Some(whose);
    }
    let contributor = |party: &Party| Some(*party) != c.report.host;
    let acting =
        people.iter().filter(|person| person.acts).find_map(|person| person.party.filter(contributor));
    let other = || people.iter().find_map(|person| person.party.filter(contributor));
    // "the CARICOM summit".
    let owner =
        c.clause().subject.filter(|at| c.phrase(*at).is_event(Sense::Meet)).and_then(|at| c.phrase(at).owner);
    if let Some(owner) = owner {
        return Some(Whose::Party(owner));
    }
    let focus = || people.iter().any(|person| person.name.is_some()).then_some(c.discourse.focus).flatten();
    acting.or_else(other).or_else(focus).map(Whose::Party)
}

fn place(c: &Context<'_>) -> Option<Place> {
    c.around().find_map(|at| {
        let phrase = c.phrase(at);
        (phrase.link == Some(Link::In)).then_some(())?;
        match &phrase.what {
            Kind::Site(name) => Some(Place(name.clone())),
            Kind::Place(_) => c.place_at(at).map(|place| place.place),
            Kind::Actors(actors)
                if actors.iter().all(|actor| matches!(actor.role, Role::Party | Role::Name)) =>
            {
                let words = c.words(at);
                Name::new(words.strip_prefix("the ").unwrap_or(words)).ok().map(Place)
            }
            _ => None,
        }
    })
}

impl Context<'_> {
    /// "leaders convene", "met on Friday": the verb needs no other party where the subject is several.
    fn says_meeting(&self) -> bool {
        self.clause().verb.is_some_and(|verb| {
            let tokens = self.phrase(verb).tokens.clone();
            self.any_is(tokens, Cue::ConveneVerb)
        })
    }
}
