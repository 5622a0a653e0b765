//! What is late, lacking or criticised about the mission, and who appeals for more.
//!
//! **Reads** one concern a sentence: delay, too few people, too little kit or money, conduct, security, an appeal, with what else
//! it names.
//!
//! **Example.** "The minister urged partners to send people and money." An appeal, for personnel and funding, by the minister.
//!
//! **Refuses** hardship that is not the mission's, appeals for humanitarian aid, and what somebody only describes.

mod short;

use std::collections::BTreeSet;

use model::{About, Concern, Modality, Party, Resource, Scope, Statement, Whose};

use crate::{
    Cue, Sense, What,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "concern";

/// What the words of a sentence are about.
const ABOUT: &[(About, Cue)] = &[
    (About::Personnel, Cue::PersonnelTopic),
    (About::Equipment, Cue::EquipmentTopic),
    (About::Funding, Cue::FundingTopic),
    (About::Delay, Cue::DelayTopic),
    (About::Conduct, Cue::ConductTopic),
];

#[expect(clippy::too_many_lines, reason = "each is one way in which it is told")]
pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    // "was put off because the camp is not finished": that is a second one.
    let again = out.iter().any(|draft| draft.rule == NAME);
    if again && !(matches!(c.clause().hangs, Hangs::Tied(_)) && short::unready(c)) {
        return;
    }
    if quitting(c, out) || unpaid(c, out) || without_means(c, out) || short::short(c, out) {
        return;
    }
    let is_asked = c.verb().is_some_and(|verb| verb.is_passive) && c.subject_is_mission();
    let appeals = c.does(&[Sense::Urge]) && !(c.does(&[Sense::Reach]) || is_asked || asks_a_question(c));
    // "asked for drones", "demanded trucks": in a report on a force it is to have them.
    let asks_for_kit = appeals
        && c.report.is_about_force
        && c.linked(Link::For).chain(c.objects()).any(|at| matches!(c.phrase(at).what, Kind::Kit(_)));
    // "Other nations have been slow to follow."
    let slow = c.report.is_about_force
        && c.says(&[Sense::Delay])
        && c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    // Who condemns an attack blames no mission.
    let violence = c
        .objects()
        .next()
        .is_some_and(|at| c.phrase(at).is_event(Sense::Attack) || c.phrase(at).is_event(Sense::Kill));
    let criticised = c.does(&[Sense::Criticise]) && !violence;
    let lacking = c.says(&[Sense::Lack]) || c.around().any(|at| c.phrase(at).is_event(Sense::Lack));
    // "a long-delayed mission": no news of a delay.
    let glued = |at: usize| {
        let start = c.phrase(at).tokens.start;
        start > 0 && c.sentence.shape(start - 1) == crate::Shape::Mark && c.sentence.word(start - 1) == "-"
    };
    let delayed =
        c.says(&[Sense::Delay]) || c.around().any(|at| c.phrase(at).is_event(Sense::Delay) && !glued(at));
    // "only 70% complete".
    let behind = c.around().any(|at| matches!(c.phrase(at).what, Kind::Percent))
        && c.any_is(0..c.sentence.tokens.len(), Cue::OnlySoFar)
        && c.any_is(0..c.sentence.tokens.len(), Cue::Finished);
    let delayed = delayed || behind;
    // "have yet to arrive", "has not yet sent any of them".
    let overdue =
        [Sense::Send, Sense::Deploy, Sense::Arrive, Sense::Give, Sense::Pay, Sense::Deliver, Sense::Receive];
    let not_yet = c.report.is_about_force
        && c.does(&overdue)
        && c.verb().is_some_and(|verb| {
            verb.is_yet || verb.is_negated && verb.time == Time::Perfect && c.verb_is(Cue::StillYet)
        })
        && c.clause().subject.is_some_and(|at| {
            !c.is_host(at)
                && (c.phrase(at).group().is_some()
                    || !c.agents().is_empty()
                    || c.is_mission(at)
                    || matches!(c.phrase(at).what, Kind::Kit(_) | Kind::Sum(_) | Kind::MoneyNoun))
        });
    // "has suspended its preparations", "put the departure on hold".
    let held_up = c.does(&[Sense::Freeze, Sense::Delay])
        || c.verb_is(Cue::PutVerb) && c.linked(Link::On).any(|at| c.phrase_is(at, Cue::OnHold));
    let start = [Sense::Deploy, Sense::Depart, Sense::Prepare, Sense::Send, Sense::Intend];
    let held_up = held_up
        && c.objects().any(|at| start.iter().any(|sense| c.phrase(at).is_event(*sense)))
        && c.subject_actors().iter().any(|actor| actor.role == Role::Party);
    let delayed = delayed || not_yet || held_up;
    let trouble = c.any_is(c.tokens(), Cue::Trouble);
    if !(appeals || criticised || lacking || delayed || trouble)
        || !(concerns_mission(c) || not_yet || held_up || asks_for_kit || slow)
    {
        return;
    }
    let Some(modality) = c.modality() else { return };
    let modality = if not_yet { Modality::Fact } else { modality };
    if modality == Modality::Denied && !lacking {
        return;
    }
    let all = 0..c.sentence.tokens.len();
    let named: Vec<About> =
        ABOUT.iter().filter(|(_, topic)| c.any_is(all.clone(), *topic)).map(|(about, _)| *about).collect();
    // "accused officers of abuse": whatever else is named, conduct is what it is about.
    let about = if appeals {
        About::Appeal
    } else if criticised && named.contains(&About::Conduct) {
        About::Conduct
    } else if delayed {
        About::Delay
    } else if criticised {
        named.first().copied().unwrap_or(About::Conduct)
    } else {
        match named.first() {
            Some(about) => *about,
            None => return,
        }
    };
    // "asked the contributors to hurry".
    let countries = c.report.is_about_force
        && c.objects()
            .any(|at| c.phrase(at).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_))));
    if appeals
        && !countries
        && !asks_for_kit
        && !named.iter().any(|about| matches!(about, About::Personnel | About::Equipment | About::Funding))
    {
        return;
    }
    let also: BTreeSet<About> = named
        .into_iter()
        .filter(|other| *other != about && *other != About::Conduct && about != About::Conduct)
        .collect();
    // "criticised the Ruritanian government": whom it is about.
    let blamed = c.objects().next().filter(|_| criticised).and_then(|at| {
        let actor = c.phrase(at).actors().first()?;
        actor.party.filter(|party| Some(*party) != c.report.host && actor.role != Role::Person)
    });
    // "criticised the administration": that of the party the report speaks of.
    let organ = || c.objects().any(|at| c.is_bare_organ(at));
    let blamed = blamed.or_else(|| c.discourse.focus.filter(|_| criticised && organ()));
    let agents = c.agents();
    let late = if delayed && agents.len() == 1 { agents.into_iter().next() } else { None };
    let whose = blamed.or(late).or_else(|| sufferer(c)).map_or(Whose::Mission, Whose::Party);
    let scope = Scope { whose, resource: Resource::Unstated, units: BTreeSet::new() };
    let Some(verb) = c.clause().verb else { return };
    // "short of 1,500 officers".
    let lacked = c.clause().after.clone().find(|at| {
        c.says(&[Sense::Lack])
            && c.is_counted(*at)
            && matches!(c.phrase(*at).link, None | Some(Link::Of))
            && !c.phrase(*at).group().is_some_and(|group| group.is_definite)
    });
    let resource = lacked.map_or(Resource::Unstated, |at| c.scope(at).resource);
    let quantity = lacked.map(|at| c.quantity(at));
    let concern = Concern { about, also, scope: Scope { resource, ..scope }, quantity, span: c.span() };
    let modality = if modality == Modality::Planned { Modality::Fact } else { modality };
    let mut draft = Draft::new(NAME, Statement::Concern(concern), modality, verb);
    draft.number = lacked
        .and_then(|at| c.phrase(at).group())
        .and_then(|group| group.number.as_ref())
        .map(|(_, tokens)| tokens.clone());
    let number_at = draft.number.as_ref().and_then(|tokens| c.sentence.bytes(tokens));
    let mut draft = draft
        .slot("number", number_at)
        .slot("verb", c.bytes(verb))
        .slot("date", c.date().and_then(|(_, at)| c.bytes(at)));
    // Who urges, warns or accuses says it.
    if appeals || criticised && !c.verb().is_some_and(|verb| verb.is_passive) {
        draft.speaker = c.subject_actors().iter().find_map(|actor| match actor.role {
            Role::Person | Role::Organ | Role::Source => actor.name.clone(),
            Role::Party => actor.party.and_then(|party| model::Name::new(party.name()).ok()),
            Role::Pronoun => c.discourse.person.as_ref().map(|(name, _)| name.clone()),
            _ => None,
        });
    }
    out.push(draft);
}

/// "asked how much it has cost", "asked for an inquiry": no appeal.
fn asks_a_question(c: &Context<'_>) -> bool {
    if c.linked(Link::For).any(|at| c.phrase_is(at, Cue::InquiryNoun)) {
        return true;
    }
    let Some(verb) = c.clause().verb else { return false };
    let end = c.phrase(verb).tokens.end;
    c.any_is(end..c.reach().end.max(end + 2).min(end + 4), Cue::QuestionWord)
}

/// Whose people are late, lack something or complain: "Ruritanian officers complained", "the arrival of the 60", "their departure".
fn sufferer(c: &Context<'_>) -> Option<Party> {
    let subject = c.clause().subject?;
    let of = Some(subject + 1).filter(|at| {
        c.parse.phrases.get(*at).is_some_and(|next| next.link == Some(Link::Of) && next.group().is_some())
    });
    let own = c.phrase(subject).group().is_some() && !c.is_host(subject) && !c.is_mission(subject);
    let whose = own.then_some(subject).or(of).map(|at| c.scope(at).whose);
    if let Some(Whose::Party(party)) = whose {
        return Some(party);
    }
    let held_up = c.says(&[Sense::Delay]) && of.is_some_and(|at| !c.is_mission(at) && c.is_force(at));
    if let Some(party) = c.discourse.leading().filter(|party| held_up && Some(*party) != c.report.host) {
        return Some(party);
    }
    let moves = [Sense::Depart, Sense::Arrive].iter().any(|sense| c.phrase(subject).is_event(*sense));
    let theirs = moves && c.sentence.is(c.phrase(subject).tokens.start, Cue::Its);
    // "the departure of the first 200 officers": of the state that the report is told from.
    let told_from =
        c.discourse.leading().filter(|party| moves && of.is_some() && Some(*party) != c.report.host);
    told_from.or(c.discourse.focus.filter(|_| theirs))
}

/// What the sentence names of what may be lacking.
fn all_named(c: &Context<'_>) -> impl Iterator<Item = About> {
    let all = 0..c.sentence.tokens.len();
    ABOUT.iter().filter(move |(_, topic)| c.any_is(all.clone(), *topic)).map(|(about, _)| *about)
}

/// The first of these.
fn first_named(c: &Context<'_>) -> Option<About> {
    all_named(c).next()
}

/// "nearly 40 men had quit": people who leave of their own accord, with their number.
fn quitting(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb else { return false };

    if !c.phrase_is(verb, Cue::QuitVerb) && !c.any_is(c.tokens(), Cue::Resignation) {
        return false;
    }
    let Some(modality) = c.modality() else { return false };
    let whom = |at: &usize| {
        let nobody = c.phrase(*at).group().is_some_and(|group| group.is_none);
        (c.is_counted(*at) || nobody && c.is_force(*at)) && !c.is_host(*at)
    };
    let Some(at) = c.subjects().into_iter().find(whom) else {
        return false;
    };
    let concern = Concern {
        about: About::Personnel,
        also: BTreeSet::new(),
        scope: c.scope(at),
        quantity: Some(c.quantity(at)),
        span: c.span(),
    };
    out.push(c.filled(Draft::new(NAME, Statement::Concern(concern), modality, at), at));
    true
}

/// "The officers have not been paid": people of the mission without their pay.
fn unpaid(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let wages = |at: usize| matches!(c.phrase(at).what, Kind::MoneyNoun) || c.phrase_is(at, Cue::WagesNoun);
    let negated =
        c.verb().is_some_and(|group| group.is_negated && group.is_passive && group.time != Time::Future);
    // "have had no pay since September".
    let nothing = c.verb().is_some_and(|group| group.is_negated && group.time != Time::Future)
        && c.does(&[Sense::Have, Sense::Receive])
        && c.objects().any(wages);
    // "are still waiting for their pay".
    let waiting = c.verb_is(Cue::AwaitVerb) && c.linked(Link::For).chain(c.objects()).any(wages);
    let nothing = nothing || waiting;
    if !nothing && (!negated || !c.phrase_is(verb, Cue::Paid)) {
        return false;
    }
    let Some(at) = c.clause().subject.filter(|at| c.is_force(*at)) else { return false };
    let own = c.scope(at).whose;
    let concern = Concern {
        about: About::Funding,
        also: BTreeSet::new(),
        scope: Scope {
            whose: if own == Whose::Unstated { Whose::Mission } else { own },
            resource: Resource::Unstated,
            units: BTreeSet::new(),
        },
        quantity: None,
        span: c.span(),
    };
    out.push(Draft::new(NAME, Statement::Concern(concern), Modality::Fact, verb).slot("verb", c.bytes(verb)));
    true
}

/// "it cannot support itself financially", "has not received the money".
fn without_means(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let without = c.verb().is_some_and(|verb| verb.is_negated && verb.time != Time::Future)
        && !c.says(&[Sense::Lack, Sense::Refuse, Sense::Deny, Sense::Delay])
        && (c.any_is(c.tokens(), Cue::FundingTopic) || c.does(&[Sense::Pay, Sense::Fund]) && !c.is_passive())
        && of_mission(c);
    if without {
        let scope = Scope { whose: Whose::Mission, resource: Resource::Unstated, units: BTreeSet::new() };
        let concern =
            Concern { about: About::Funding, also: BTreeSet::new(), scope, quantity: None, span: c.span() };
        let draft = Draft::new(NAME, Statement::Concern(concern), Modality::Fact, verb);
        out.push(draft.slot("verb", c.bytes(verb)));
    }
    without
}

/// Whether the clause's subject is the mission, or "it" in a sentence that names one.
fn of_mission(c: &Context<'_>) -> bool {
    let it = c.subject_actors().iter().any(|actor| actor.role == Role::It);
    c.subject_is_mission()
        || it && c.report.is_about_force
        || it && c.mentions.iter().any(|mention| matches!(mention.what, What::Mission(_)))
}

/// Whether the mission, its deployment or its people are what is spoken of, and not the hardship of civilians.
fn concerns_mission(c: &Context<'_>) -> bool {
    let all = 0..c.sentence.tokens.len();
    if c.any_is(all.clone(), Cue::Hardship) {
        return false;
    }
    let site = c.subjects().into_iter().any(|at| matches!(c.phrase(at).what, Kind::Site(_)))
        && c.around().any(|at| matches!(c.phrase(at).what, Kind::Percent));
    let mission = site
        || c.parse.phrases.iter().any(|phrase| {
            phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)))
                || phrase.is_event(Sense::Deploy)
        });
    // "urged partners to send people": partners of the mission that the report is about.
    let partners = c.does(&[Sense::Urge])
        && c.report.mission.is_some()
        && c.parse
            .phrases
            .iter()
            .any(|phrase| phrase.actors().iter().any(|actor| matches!(actor.role, Role::Countries(_))));
    let partners = partners
        || c.does(&[Sense::Urge]) && c.report.mission.is_some() && c.any_is(c.tokens(), Cue::WholeWorld);
    // "accused officers of abuse": the officers that a report on the mission is about.
    let accused = c.does(&[Sense::Criticise])
        && c.report.mission.is_some()
        && c.objects().any(|at| {
            c.phrase(at).group().is_some_and(|group| {
                group.parties.is_empty()
                    && group.service.is_some_and(|service| service != model::Service::Civilians)
            }) && !c.is_host(at)
        })
        && c.any_is(c.tokens(), Cue::Misconduct);
    // "the mission's arrival", "accused peacekeepers": whatever phrase the word for the force is part of.
    let tokens = c.tokens();
    let peacekeepers = c.any_is(tokens.clone(), Cue::Peacekeeper) && c.report.has_mission
        || c.mentions.iter().any(|mention| {
            matches!(mention.what, What::Mission(_)) && tokens.contains(&mention.tokens.start)
        });
    // "There have been delays", "money is short": in a report on a force whatever is late or lacking is its own, unless another is named.
    let own_trouble = c.report.is_about_force
        && c.report.mission.is_some()
        && !c.does(&[Sense::Urge, Sense::Criticise])
        && (c.says(&[Sense::Lack])
            || c.around()
                .any(|at| c.phrase(at).is_event(Sense::Delay) || c.phrase(at).is_event(Sense::Lack)))
        && !c.around().any(|at| {
            c.is_host(at)
                || c.phrase(at).actors().iter().any(|actor| {
                    matches!(actor.role, Role::Organ | Role::Party)
                        && actor.party.is_some()
                        && actor.party == c.report.host
                })
        });
    // "radios and vehicles were lacking".
    let wanting = c.report.is_about_force
        && c.says(&[Sense::Lack])
        && c.clause()
            .subject
            .is_some_and(|at| matches!(c.phrase(at).what, Kind::Kit(_) | Kind::People(_)) && !c.is_host(at));
    // "contributions have been slow": in a report on a force they are for it.
    let late = c.report.is_about_force
        && c.does(&[Sense::Delay])
        && c.clause().subject.is_some_and(|at| {
            let phrase = c.phrase(at);
            matches!(phrase.what, Kind::MoneyNoun)
                || [Sense::Give, Sense::Pledge, Sense::Depart, Sense::Arrive, Sense::Pay, Sense::Withdraw]
                    .iter()
                    .any(|sense| phrase.is_event(*sense))
        });
    let people = partners
        || accused
        || late
        || wanting
        || own_trouble
        || peacekeepers
        || c.objects().chain(c.subjects()).any(|at| {
            c.phrase(at).group().is_some() && !c.is_host(at) && c.scope(at).whose != Whose::Unstated
        });
    mission || people
}

/// The concern that a clause is held to tell of, whose is known from elsewhere: of the first thing that the sentence names, else by what
/// is done.
pub(crate) fn concern_of(c: &Context<'_>, whose: Whose) -> Statement {
    let mut named = all_named(c);
    let done = if c.does(&[Sense::Urge]) {
        Some(About::Appeal)
    } else if c.says(&[Sense::Delay]) {
        Some(About::Delay)
    } else {
        None
    };
    let criticised = || if c.says(&[Sense::Criticise]) { About::Conduct } else { About::Security };
    let about = done.or_else(|| named.next()).unwrap_or_else(criticised);
    let also = named.filter(|other| *other != about).collect();
    let scope = Scope { whose, resource: Resource::Unstated, units: BTreeSet::new() };
    Statement::Concern(Concern { about, also, scope, quantity: None, span: c.span() })
}
