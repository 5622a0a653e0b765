//! The form of a contact: by a verb, by a verb that only carries a noun, or by the noun of a gathering.

use model::{EngagementForm, Party};

use crate::{
    Cue, Sense,
    clause::{Hangs, Head, Kind, Link, Role, Time},
    context::Context,
};

use super::{occasion::occasion, session::session};

/// The form of the contact that a clause tells of.
pub(super) fn form(c: &Context<'_>) -> Option<EngagementForm> {
    by_verb(c)
        .or_else(|| carried(c))
        .or_else(|| goes_to_see(c))
        .or_else(|| by_noun(c))
        .or_else(|| {
            let told = c.does(&[Sense::Say, Sense::Decide, Sense::Begin, Sense::Complete])
                || c.index == 0
                || is_following(c);
            gathering(c).filter(|(_, owner)| told && owner.is_some()).map(|_| EngagementForm::Meeting)
        })
        .or_else(|| occasion(c))
        .or_else(|| session(c))
}

/// Somebody who can have a contact: a person, an organ, a body of states.
pub(super) fn official(c: &Context<'_>, at: usize) -> bool {
    c.phrase(at).actors().iter().any(|actor| {
        matches!(actor.role, Role::Person | Role::Organ)
            || actor.role == Role::Pronoun
            || actor.role == Role::Party && actor.party.is_some_and(|party| !party.is_state())
    })
}

/// One who can be met by an official: an official, a name that no lexicon knows, ministers, countries.
fn counterpart(c: &Context<'_>, at: usize) -> bool {
    official(c, at)
        || c.phrase_is(at, Cue::Dignitary)
        || c.phrase(at).actors().iter().any(|actor| matches!(actor.role, Role::Name | Role::Countries(_)))
}

/// A team of officials: "a delegation of the Union".
fn delegation(c: &Context<'_>, at: usize) -> bool {
    // "a team of the general staff".
    let team =
        c.phrase(at).group().is_some_and(|group| group.head == Head::Collective && group.number.is_none())
            && c.parse.phrases.get(at + 1).is_some_and(|next| {
                next.link == Some(Link::Of) && next.actors().iter().any(|actor| actor.role == Role::Organ)
            });
    team || c.phrase_is(at, Cue::Delegation)
}

/// The form by a verb of contact between those who can have one.
fn by_verb(c: &Context<'_>) -> Option<EngagementForm> {
    let verb = c.verb()?;
    let at = c.clause().subject?;
    // "said after receiving the envoy", "leaders meeting in the capital".
    let on_the_way = matches!(c.clause().hangs, Hangs::Tied(_));
    let gathered = c.clause().hangs == Hangs::Participle
        && verb.does(&[Sense::Meet])
        && c.verb_is(Cue::Gathering)
        && c.phrase_is(at, Cue::Several);
    if gathered {
        return Some(EngagementForm::Meeting);
    }
    if verb.time == Time::Open && !verb.is_finite && !on_the_way {
        return None;
    }
    let passive = c.is_passive();
    let named = c.phrase(at).actors().iter().any(|actor| actor.role == Role::Name);
    let subject = official(c, at) || delegation(c, at) || c.phrase_is(at, Cue::Dignitary);
    let behind = |test: &dyn Fn(usize) -> bool| {
        c.clause()
            .after
            .clone()
            .any(|at| matches!(c.phrase(at).link, None | Some(Link::With | Link::To | Link::By)) && test(at))
    };
    let object = behind(&|at| official(c, at));
    let other = behind(&|at| counterpart(c, at));
    let several = c.phrase(at).actors().len() > 1;
    // "held talks", "paid a courtesy call": the noun of the contact is a part of the verb.
    let carries = c
        .clause()
        .verb
        .is_some_and(|verb| c.phrase(verb).tokens.len() > 1 && c.phrase_is(verb, Cue::HoldVerb));
    if passive {
        return received(c, at)
            .or_else(|| (verb.does(&[Sense::Brief]) && subject).then_some(EngagementForm::Briefing));
    }
    let people = c.patients().iter().any(|at| c.phrase(*at).group().is_some_and(|_| !c.is_host(*at)))
        || c.linked(Link::To).any(|at| c.phrase(at).group().is_some());
    let thing = |at: usize| {
        matches!(
            c.phrase(at).what,
            Kind::Sum(_) | Kind::Kit(_) | Kind::Event(_) | Kind::Noun | Kind::MoneyNoun
        ) && !c.phrase_is(at, Cue::Dignitary)
    };
    // "attended the ceremony", "were present".
    let attends = verb.does(&[Sense::Meet])
        && c.verb_is(Cue::HoldVerb)
        && (subject || named)
        && c.objects().next().is_none_or(|at| c.phrase_is(at, Cue::Ceremony));
    if attends {
        return Some(EngagementForm::Meeting);
    }
    let meets = verb.does(&[Sense::Meet])
        && (subject && (other || carries || says_meeting(c)) || named && (object || several || carries));
    let discusses = verb.does(&[Sense::Discuss])
        && (subject || named)
        && c.linked(Link::With).any(|at| counterpart(c, at));
    if meets || discusses {
        Some(EngagementForm::Meeting)
    } else if verb.does(&[Sense::Call])
        && (subject && other
            || named && object
            || (subject || named) && (carries || c.any_is(c.tokens(), Cue::ByPhone)))
    {
        Some(EngagementForm::Call)
    } else if c.any_is(c.tokens(), Cue::ByPhone)
        && (subject || named)
        && c.linked(Link::With).chain(c.linked(Link::To)).any(|at| official(c, at))
    {
        // "raised the matter with his colleague by telephone".
        Some(EngagementForm::Call)
    } else if verb.does(&[Sense::Brief]) && subject && object {
        Some(EngagementForm::Briefing)
    } else if verb.does(&[Sense::Receive])
        && subject
        && (object || people || other)
        && !c.objects().next().is_some_and(thing)
    {
        Some(EngagementForm::Meeting)
    } else if (verb.does(&[Sense::Visit])
        || verb.does(&[Sense::Serve]) && c.any_is(c.tokens(), Cue::Attending))
        && (subject || named)
        && verb.is_finite
    {
        let place = c.objects().chain(c.linked(Link::In)).next().is_some();
        (place || carries).then_some(EngagementForm::Visit)
    } else {
        None
    }
}

/// "were received by the minister", "was met on the tarmac by the ambassador".
fn received(c: &Context<'_>, subject: usize) -> Option<EngagementForm> {
    let by = c.linked(Link::By).any(|at| counterpart(c, at));
    let it = c
        .phrase(subject)
        .actors()
        .iter()
        .any(|actor| matches!(actor.role, Role::It | Role::Mission(_) | Role::Unit | Role::Party));
    let newcomers = c.phrase_is(subject, Cue::Newcomers);
    let whom = official(c, subject)
        || delegation(c, subject)
        || c.phrase(subject).group().is_some()
        || it
        || newcomers;
    (by && whom && c.does(&[Sense::Receive, Sense::Meet, Sense::Visit])).then_some(EngagementForm::Meeting)
}

/// "held a phone call", "paid a courtesy visit", "hosted a summit": the noun tells the form, the verb only carries it.
fn carried(c: &Context<'_>) -> Option<EngagementForm> {
    let verb = c.clause().verb?;
    let light = c.phrase_is(verb, Cue::HoldVerb);
    let subject = c.clause().subject?;
    let who = |at: usize| {
        official(c, at)
            || delegation(c, at)
            || c.phrase_is(at, Cue::Dignitary)
            || c.phrase(at).actors().iter().any(|actor| {
                matches!(actor.role, Role::Party | Role::Name | Role::Countries(_) | Role::Mission(_))
            })
    };
    let noun = |at: usize| form_of(c, at);
    // "Talks between the government and the movement resumed", "the meeting was attended by".
    if let Some(form) = noun(subject) {
        let happens = c.phrase_is(verb, Cue::TakesPlace)
            || c.does(&[Sense::Begin, Sense::Continue, Sense::Open, Sense::Complete])
            || light && c.is_passive();
        let between = c.around().any(|at| {
            at != subject
                && matches!(c.phrase(at).link, Some(Link::Of | Link::Other | Link::With | Link::By))
                && who(at)
        });
        return (happens && (between || c.phrase(subject).owner.is_some())).then_some(form);
    }
    if !light || !who(subject) {
        return None;
    }
    // "took part in the summit", "held talks with".
    c.clause()
        .after
        .clone()
        .take(3)
        .filter(|at| matches!(c.phrase(*at).link, None | Some(Link::In)))
        .find_map(noun)
}

/// The form that a noun tells: "a summit", "a phone call", "a courtesy visit", "a send-off".
pub(super) fn form_of(c: &Context<'_>, at: usize) -> Option<EngagementForm> {
    let forms = [
        (Sense::Call, EngagementForm::Call),
        (Sense::Visit, EngagementForm::Visit),
        (Sense::Brief, EngagementForm::Briefing),
        (Sense::Receive, EngagementForm::Meeting),
        (Sense::Meet, EngagementForm::Meeting),
        (Sense::Discuss, EngagementForm::Meeting),
    ];
    let phrase = c.phrase(at);
    forms.iter().find(|(sense, _)| phrase.is_event(*sense)).map(|(_, form)| *form)
}

/// "flew to Nairobi for talks", "travelled to the camp to inspect the contingent", "on a visit to Bangui".
fn goes_to_see(c: &Context<'_>) -> Option<EngagementForm> {
    let subject = c.clause().subject?;
    let somebody = official(c, subject) || delegation(c, subject);
    if !somebody || c.verb()?.is_negated {
        return None;
    }
    // "were at the airport to see the officers off".
    let to_receive = c.parse.clauses.iter().any(|clause| {
        clause.hangs == Hangs::Infinitive
            && clause.subject == Some(subject)
            && clause
                .verb
                .and_then(|at| c.phrase(at).verb())
                .is_some_and(|verb| verb.does(&[Sense::Receive, Sense::Meet, Sense::Visit]))
    });
    if c.only_is() && to_receive && c.linked(Link::In).next().is_some() {
        return Some(EngagementForm::Meeting);
    }
    let travels = c.verb_is(Cue::TravelVerb);
    let place =
        c.linked(Link::To).chain(c.linked(Link::In)).chain(c.objects()).any(|at| c.place_at(at).is_some());
    let purpose = c.around().any(|at| {
        matches!(c.phrase(at).link, Some(Link::For | Link::On))
            && matches!(form_of(c, at), Some(EngagementForm::Visit | EngagementForm::Meeting))
    });
    let to_see = c.parse.clauses.iter().any(|clause| {
        clause.on == Some(c.index)
            && clause.hangs == Hangs::Infinitive
            && clause.verb.and_then(|at| c.phrase(at).verb()).is_some_and(|verb| {
                verb.does(&[Sense::Visit, Sense::Meet, Sense::Receive, Sense::Brief, Sense::Discuss])
            })
    });
    let sure = travels && c.does(&[Sense::Visit]);
    // "is in Nairobi for talks".
    let stays = c.only_is() && purpose && c.linked(Link::In).any(|at| c.place_at(at).is_some());
    if travels && place && (purpose || to_see || sure) || stays {
        return Some(EngagementForm::Visit);
    }
    // "During his visit to Bangui, the minister praised them."
    c.clause()
        .before
        .clone()
        .any(|at| c.phrase(at).is_event(Sense::Visit) && c.phrase(at).link.is_some())
        .then_some(EngagementForm::Visit)
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
    let by = c.linked(Link::By).next().is_some() && c.clause().after.clone().any(|at| official(c, at));
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
        } else if (phrase.is_event(Sense::Receive)
            || phrase.is_event(Sense::Depart) && c.clause().verb.is_some_and(|verb| verb + 1 == at))
            && phrase.link.is_none()
            && c.verb_is(Cue::FarewellVerb)
            && c.clause().subject.is_some_and(|subject| official(c, subject))
        {
            // "bade them farewell", "took leave of 75 soldiers".
            Some(EngagementForm::Meeting)
        } else if phrase.is_event(Sense::Receive) && phrase.group().is_none() {
            // "a farewell address by the commander", "at a send-off ceremony the vice president handed them the flag".
            let subject =
                c.clause().subject.is_some_and(|subject| official(c, subject) && phrase.link.is_some());
            (by || subject).then_some(EngagementForm::Meeting)
        } else {
            None
        }
    })
}

/// "after a SADC summit", "a meeting of the bloc's leaders": a gathering, and the body that holds it.
pub(super) fn gathering(c: &Context<'_>) -> Option<(usize, Option<Party>)> {
    c.around().find_map(|at| {
        let phrase = c.phrase(at);
        if !phrase.is_event(Sense::Meet) || !c.any_is(phrase.tokens.clone(), Cue::Gathering) {
            return None;
        }
        let of = Some(at + 1).filter(|next| *next < c.parse.phrases.len()).and_then(|next| {
            let next = c.phrase(next);
            let body = next.actors().iter().find_map(|actor| actor.party.filter(|party| !party.is_state()));
            body.or(next.owner).filter(|_| next.link == Some(Link::Of))
        });
        Some((at, phrase.owner.or(of)))
    })
}

/// "leaders convene", "met on Friday": the verb needs no other party where the subject is several.
fn says_meeting(c: &Context<'_>) -> bool {
    let alone = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal());
    let things = alone.is_some_and(|at| {
        c.phrase(at).link.is_none()
            && (c.phrase(at).group().is_some_and(|group| group.head != Head::Pronoun)
                || matches!(c.phrase(at).what, Kind::Noun | Kind::Sum(_) | Kind::Event(_) | Kind::MoneyNoun))
    });
    !things && c.verb_is(Cue::ConveneVerb)
}

/// "following a summit": what comes before is past.
pub(super) fn is_following(c: &Context<'_>) -> bool {
    c.verb_is(Cue::FollowVerb)
}
