//! Acts on the mandate: a body authorises, extends, amends, converts or ends it, or a state lets its people take part.
//!
//! **Reads** "the Council authorised the mission", "the mission was extended for 12 months", "would not renew the mandate", "the
//! approval of the Council", "an extension was agreed by", "voted to prolong", "parliament approved sending troops", "a court
//! barred the deployment", "asked the Council to end the mission", with the body or who asks, the day and the end.
//!
//! **Example.** "The Council prolonged the mission to 1 March 2026." Extended by the UN, until 2026-03-01.
//!
//! **Refuses** acts on anything but a mission, its mandate or a deployment, and mere support for it.

mod acted_on;
mod barred;
mod body;
mod found;
mod lasting;
mod signed;
mod term;
mod wanted;

use model::{Mandate, MandateAct, Modality, Party, Statement, Until};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

use self::{
    acted_on::is_acted_on,
    body::{asker, body, council, decider, is_body},
    found::{How, act_of, surely},
    lasting::decided_behind,
    signed::signatory,
    term::term,
};

pub(super) const NAME: &str = "mandate";

/// Whether this party is who asks: it is named with the verb of asking.
fn asked_by(c: &Context<'_>, party: Party) -> bool {
    let at = asker(c).map_or(c.clause().subject, |on| c.parse.clauses[on].subject);
    at.is_some_and(|at| {
        c.phrase(at).owner == Some(party)
            || c.phrase(at).actors().iter().any(|actor| actor.party == Some(party))
    })
}

/// What a verb, or the noun made from it, does to a mandate.
const ACTS: &[(Sense, MandateAct)] = &[
    (Sense::Extend, MandateAct::Extend),
    (Sense::Convert, MandateAct::Convert),
    (Sense::End, MandateAct::End),
    (Sense::Amend, MandateAct::Amend),
    (Sense::Authorise, MandateAct::Authorise),
    (Sense::Adopt, MandateAct::Authorise),
];

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(verb) = c.clause().verb else { return };
    if out.iter().any(|draft| draft.rule == NAME && draft.phrase == verb) {
        return;
    }
    let Some(found) = act_of(c, out) else { return };
    // "signed an agreement that clears the way for the deployment": one act, told twice.
    let again = c.clause().hangs == Hangs::Relative
        && (0..c.clause().verb.unwrap_or(0)).any(|at| c.phrase_is(at, Cue::TextOfAct))
        && out
            .iter()
            .any(|draft| matches!(&draft.statement, Statement::Mandate(mandate) if mandate.act == found.act));
    if again {
        return;
    }
    let Some(modality) = surely(c, &found) else { return };
    let act = found.act;
    // "expires on 2 October 2025": what ends later is told in the present.
    let (span, until) = term(c, act);
    let later = span.earliest().is_some_and(|day| day > c.report.published.day);
    let present = c.verb().is_some_and(|verb| verb.time == Time::Present);
    let modality = if act == MandateAct::End && later && present && modality == Modality::Fact {
        Modality::Planned
    } else {
        modality
    };
    let body = body(c).or_else(|| decided_behind(c));
    let bound = found.how == How::Signed && act == MandateAct::Authorise;
    let body = body.filter(|_| !bound);
    // Who asks must be known: else what is asked of a body would be taken for its own act.
    let asks = found.how == How::Asked || asker(c).is_some() && !matches!(found.how, How::Wished(_));
    if asks && body.is_none_or(|(party, _)| !asked_by(c, party)) {
        return;
    }
    // "its mandate, which rests on resolution 1650, was extended".
    let inserted = c
        .parse
        .clauses
        .iter()
        .filter(|clause| clause.hangs == Hangs::Relative && clause.antecedent == c.clause().subject)
        .filter(|clause| clause.antecedent.is_some())
        .flat_map(|clause| clause.after.clone());
    let instrument = c.instrument(c.around().chain(inserted));
    // "under resolution 2700": only the Council of the United Nations numbers its resolutions so.
    let named = || {
        let all = (0..c.parse.phrases.len()).find(|at| matches!(c.phrase(*at).what, Kind::Instrument(_)))?;
        Party::new("UN").ok().filter(|_| c.phrase_is(all, Cue::Resolution))
    };
    // "Its mandate runs out in October": that of the council told of before.
    let earlier = || c.discourse.council.filter(|_| modality != Modality::Proposed);
    // "Cabinet approved the contribution": that of the state that the report speaks of.
    let organ = |at: usize| c.is_bare_organ(at) && !c.phrase_is(at, Cue::Council);
    let acts = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    let above = c.clause().on.and_then(|on| c.parse.clauses[on].subject);
    let above = above.filter(|_| c.clause().hangs == Hangs::Relative);
    let state = || {
        let known = c.discourse.main().or(c.discourse.focus);
        known.filter(|_| acts.is_some_and(organ) || above.is_some_and(organ))
    };
    // "The mandate was extended": by the body that gave it.
    let nobody = |at: usize| {
        let actors = c.phrase(at).actors();
        // "the bloc's leaders ended it".
        c.phrase_is(at, Cue::BlocNoun) && actors.iter().all(|actor| actor.party.is_none())
            || actors.iter().all(|actor| matches!(actor.role, Role::It | Role::Mission(_)))
    };
    let ends = act == MandateAct::End && !c.is_passive();
    let members =
        |at: usize| c.phrase(at).actors().iter().all(|actor| matches!(actor.role, Role::Countries(_)));
    let bloc = c.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::BlocNoun));
    let is_theirs = (!ends || bloc)
        && if found.how == How::Barred { acts.is_some_and(members) } else { acts.is_none_or(nobody) };
    let giver = || c.report.body.filter(|_| is_theirs);
    let told = match found.how {
        How::Wished(party) => Some(party),
        How::Signed if bound => signatory(c),
        _ => None,
    };
    let party =
        told.or(body.map(|(body, _)| body)).or_else(named).or_else(state).or_else(earlier).or_else(giver);
    let mandate = Mandate { act, instrument, body: party, span, until };
    let draft = Draft::new(NAME, Statement::Mandate(mandate), modality, verb)
        .slot("body", body.and_then(|(_, at)| c.bytes(at)))
        .slot("act", c.bytes(verb))
        .slot("date", c.date().and_then(|(_, at)| c.bytes(at)));
    // One sentence tells of one act by one body.
    let told =
        out.iter_mut().find(|other| other.rule == NAME && same_act(&other.statement, &draft.statement));
    // "adopted resolution 2699, authorising it for 12 months": the second verb tells the term.
    if let Some(other) = told {
        if let (Statement::Mandate(known), Statement::Mandate(more)) = (&mut other.statement, draft.statement)
        {
            if known.until == Until::Unstated {
                known.until = more.until;
            }
            known.body = known.body.or(more.body);
        }
        return;
    }
    let of = |party| match &draft.statement {
        Statement::Mandate(mandate) => Some(Draft {
            statement: Statement::Mandate(Mandate { body: Some(party), ..mandate.clone() }),
            ..draft.clone()
        }),
        _ => None,
    };
    let drafts: Vec<Draft> = others(c, body).into_iter().filter_map(of).collect();
    out.push(draft);
    out.extend(drafts);
}

/// "Ruritania and Freedonia ask the Council to end it": the other states of a list of those who act or ask.
fn others(c: &Context<'_>, body: Option<(Party, usize)>) -> Vec<Party> {
    let Some((first, at)) = body else { return Vec::new() };
    let acts =
        c.clause().subject == Some(at) || asker(c).is_some_and(|on| c.parse.clauses[on].subject == Some(at));
    let parties = c.phrase(at).actors().iter().filter(|actor| actor.role == Role::Party);
    let parties = parties.filter_map(|actor| actor.party).filter(|_| acts);
    parties.filter(|party| *party != first && party.is_state() && Some(*party) != c.report.host).collect()
}

/// Two acts of one body, or two of which only one is told of.
fn same_act(a: &Statement, b: &Statement) -> bool {
    matches!((a, b), (Statement::Mandate(a), Statement::Mandate(b))
        if a.act == b.act && (a.body == b.body || a.body.is_none() || b.body.is_none()))
}

/// The act that the clause's verb itself tells.
fn by_verb(c: &Context<'_>) -> Option<MandateAct> {
    let verb = c.verb()?;
    let act = ACTS.iter().find(|(sense, _)| verb.does(&[*sense])).map(|(_, act)| *act);
    // "asked the United Nations to withdraw its force", "decided that the mission would close".
    let goes = verb.does(&[Sense::Withdraw, Sense::Depart, Sense::Close])
        && (asker(c).is_some() || decider(c).is_some())
        && c.around().chain(c.clause().subject).any(|at| names_force(c, at));
    if goes {
        return Some(MandateAct::End);
    }
    // "approved sending soldiers".
    let sends = verb.does(&[Sense::Send, Sense::Deploy]) && verb.led_by(&[Sense::Authorise, Sense::Adopt]);
    let act = act.or(sends.then_some(MandateAct::Authorise))?;
    let mere_support = c.verb_is(Cue::SupportVerb);
    (!mere_support).then_some(act)
}

/// The act that a noun tells: "the extension", "an early withdrawal", "the deployment".
fn of_noun(c: &Context<'_>, at: usize) -> Option<MandateAct> {
    let phrase = c.phrase(at);
    let own = ACTS.iter().find(|(sense, _)| phrase.is_event(*sense)).map(|(_, act)| *act);
    // "its mandate" is no act of mandating.
    let own = own.filter(|act| *act != MandateAct::Authorise || !c.is_mandate_noun(at));
    own.or_else(|| {
        let ends = [Sense::Withdraw, Sense::Depart, Sense::Close].iter().any(|sense| phrase.is_event(*sense));
        let begins = [Sense::Deploy, Sense::Send].iter().any(|sense| phrase.is_event(*sense));
        let less = phrase.is_event(Sense::Reduce);
        ends.then_some(MandateAct::End)
            .or(less.then_some(MandateAct::Amend))
            .or(begins.then_some(MandateAct::Authorise))
    })
}

/// "approved the extension of the mission", "the extension was agreed": the noun tells what was approved.
fn of_object(c: &Context<'_>) -> Option<MandateAct> {
    if !c.does(&[Sense::Authorise, Sense::Adopt, Sense::Decide, Sense::Order]) {
        return None;
    }
    let at = if c.is_passive() { c.clause().subject } else { c.objects().next() };
    of_noun(c, at?)
}

/// "requested the withdrawal of the mission", "called for an extension": somebody asks for what a noun tells.
fn asked(c: &Context<'_>) -> Option<MandateAct> {
    if !c.does(&[Sense::Urge, Sense::Propose]) || c.is_passive() {
        return None;
    }
    let asks =
        c.clause().subject.is_some_and(|at| c.phrase(at).actors().iter().any(|actor| actor.party.is_some()));
    let at = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal())?;
    let at = if c.phrase(at).actors().is_empty() {
        at
    } else {
        // "asked the Council for an extension".
        c.linked(Link::For).next().unwrap_or(at)
    };
    // "called for a peacekeeping mission".
    let wanted = || {
        let indefinite = !c.sentence.is(c.phrase(at).tokens.start, Cue::The);
        (c.is_mission(at) && indefinite && c.phrase(at).link == Some(Link::For))
            .then_some(MandateAct::Authorise)
    };
    let act = of_noun(c, at).filter(|_| asks).or_else(|| wanted().filter(|_| asks))?;
    let mission = c.clause().after.clone().any(|other| other != at && is_acted_on(c, other))
        || c.phrase(at).owner.is_some()
        || c.phrase_is(at, Cue::MandateNoun);
    mission.then_some(act)
}

/// "has the approval of the Council", "took the decision", "the extension was agreed by ministers": the noun of an act and its body.
fn noun_act(c: &Context<'_>) -> Option<MandateAct> {
    let body_of = |at: usize| {
        c.clause().after.clone().any(|other| {
            other > at
                && matches!(c.phrase(other).link, Some(Link::Of | Link::From | Link::By))
                && c.phrase(other).actors().iter().any(is_body)
        })
    };
    let by_subject = c.subject_actors().iter().any(is_body);
    let has = c.does(&[Sense::Have, Sense::Receive, Sense::Give]) || c.any_is(c.tokens(), Cue::TakeOrGive);
    let given = c.clause().after.clone().filter(|_| has).find_map(|at| {
        let event = |sense| c.phrase(at).is_event(sense);
        if event(Sense::Extend) && (body_of(at) || by_subject) {
            Some(MandateAct::Extend)
        } else if event(Sense::Authorise) && (body_of(at) || by_subject) || event(Sense::Decide) && by_subject
        {
            Some(MandateAct::Authorise)
        } else {
            None
        }
    });
    given.or_else(|| {
        // "The authorisation given by the Council", "the extension was announced by the Union".
        let subject = c.clause().subject.filter(|_| c.is_passive())?;
        let by = c.linked(Link::By).any(|at| c.phrase(at).actors().iter().any(is_body));
        let told = c.does(&[
            Sense::Give,
            Sense::Decide,
            Sense::Pledge,
            Sense::Authorise,
            Sense::Adopt,
            Sense::Order,
            Sense::Say,
        ]);
        of_noun(c, subject)
            .filter(|act| by && told && (*act != MandateAct::Authorise || !c.does(&[Sense::Say])))
    })
}

/// "A mission may deploy, the Council decided", "the Union may station troops, it decided."
fn decided(c: &Context<'_>) -> Option<MandateAct> {
    if !c.does(&[Sense::Decide, Sense::Authorise, Sense::Adopt]) || !c.subject_actors().iter().any(is_body) {
        return None;
    }
    let may_deploy = c.parse.clauses.iter().enumerate().any(|(at, clause)| {
        at != c.index
            && clause
                .verb
                .and_then(|verb| c.phrase(verb).verb())
                .is_some_and(|verb| verb.does(&[Sense::Deploy, Sense::Send, Sense::Serve]))
            && clause.subject.is_some_and(|subject| {
                c.is_mission(subject) || c.phrase(subject).actors().iter().any(is_body)
            })
    });
    // "took the decision": the one told of before.
    let took = c.verb_is(Cue::DecisionNoun);
    (may_deploy || took).then_some(MandateAct::Authorise)
}

/// What only a body of states can do: it sets up or activates a mission, agrees to send it, orders its withdrawal, gives it more
/// months, or assents to what was asked.
fn of_a_body(c: &Context<'_>, out: &[Draft]) -> Option<MandateAct> {
    let acting = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    let acting = acting?;
    let verb = c.verb()?;
    let whom = if c.is_passive() { c.clause().subject } else { c.objects().next() };
    let authority = c.phrase(acting).actors().iter().any(|actor| {
        is_body(actor) || actor.party.is_some_and(|party| !party.is_state()) || actor.role == Role::Organ
    });
    // A state's government orders and decides too, on its own people.
    if verb.does(&[Sense::Order, Sense::Decide]) && authority {
        let ordered = whom.and_then(|at| of_noun(c, at)).filter(|act| *act != MandateAct::Authorise);
        let activated = whom.is_some_and(|at| {
            c.phrase(at).is_event(Sense::Establish)
                && (at + 1..c.clause().after.end).any(|at| names_force(c, at))
        });
        return ordered.or(activated.then_some(MandateAct::Authorise));
    }
    let of_states =
        c.phrase(acting).actors().iter().any(|actor| actor.party.is_some_and(|party| !party.is_state()));
    if !of_states && council(c, acting).is_none() {
        return None;
    }
    let mission = whom.is_some_and(|at| names_force(c, at));
    let months = || {
        c.clause().after.clone().any(|at| {
            matches!(c.phrase(at).what, Kind::Duration(_))
                || matches!(c.phrase(at).what, Kind::Noun) && c.phrase_is(at, Cue::TimeNoun)
        })
    };
    let sends = verb.does(&[Sense::Send, Sense::Deploy])
        && (verb.led_by(&[Sense::Decide, Sense::Adopt, Sense::Authorise]) || decider(c).is_some());
    if mission && (verb.does(&[Sense::Establish]) || sends) {
        Some(MandateAct::Authorise)
    } else if verb.does(&[Sense::Give]) && mission && months() {
        Some(MandateAct::Extend)
    } else if verb.does(&[Sense::Authorise]) && whom.is_none() {
        // "asked for it to be hastened, and the Council assented".
        let asked = out.iter().find(|draft| draft.rule == NAME && draft.modality == Modality::Proposed);
        asked.and_then(|draft| match &draft.statement {
            Statement::Mandate(mandate) => Some(mandate.act),
            _ => None,
        })
    } else {
        None
    }
}

/// "Parliament had given its consent": an organ of a state lets what the report is about happen.
fn assented(c: &Context<'_>) -> Option<MandateAct> {
    let organ = c.subject_actors().iter().any(|actor| actor.role == Role::Organ || is_body(actor));
    let verb = c.verb()?;
    let assents = verb.does(&[Sense::Authorise]) && !c.is_passive() && c.report.is_about_force;
    // "the cabinet agreed to send 60 police".
    let sends = verb.does(&[Sense::Send, Sense::Deploy])
        && verb.led_by(&[Sense::Decide, Sense::Adopt, Sense::Authorise])
        && c.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::DecidingOrgan))
        && c.has_people_object();
    if organ && sends {
        return Some(MandateAct::Authorise);
    }
    let plan = |at: usize| c.phrase_is(at, Cue::PlanNoun) && !c.phrase_is(at, Cue::OwedNoun);
    let nothing_else = c.objects().next().is_none_or(plan)
        && c.linked(Link::To).all(|at| of_noun(c, at).is_some())
        && c.parse.clauses.iter().all(|clause| clause.on != Some(c.index) || clause.hangs == Hangs::Joined);
    (organ && assents && nothing_else).then_some(MandateAct::Authorise)
}

/// The mission, or a body of people that is none yet: "a joint force".
fn names_force(c: &Context<'_>, at: usize) -> bool {
    let noun = matches!(c.phrase(at).what, Kind::Noun | Kind::People(_)) && c.phrase_is(at, Cue::ForceNoun);
    noun || c.is_mission(at)
}

/// The act that a clause is held to tell of, whose body is known from elsewhere: what its verb or a noun names, else an authorisation.
pub(crate) fn mandate_of(c: &Context<'_>, body: Option<Party>) -> Statement {
    let by_verb = ACTS.iter().find(|(sense, _)| c.says(&[*sense])).map(|(_, act)| *act);
    let act = by_verb.or_else(|| c.around().find_map(|at| of_noun(c, at)));
    let act = act.unwrap_or(MandateAct::Authorise);
    let (span, until) = term(c, act);
    let instrument = c.instrument(c.around());
    Statement::Mandate(Mandate { act, instrument, body, span, until })
}
