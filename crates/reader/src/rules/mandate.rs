//! Acts on the mandate: a body authorises, extends, amends, converts or ends it, or approves a party's part in it.
//!
//! **Reads** "the Council authorised the mission", "the mission was extended for 12 months", "would not renew the mandate", "the
//! approval of the Council", "pushes for the mission to be converted", with the body, the day and the end.
//!
//! **Example.** "The Council prolonged the mission to 1 March 2026." Extended by the UN, until 2026-03-01.
//!
//! **Refuses** acts on anything but a mission, its mandate or a deployment, and mere support for it.

use std::num::NonZeroU16;

use model::{Instrument, Mandate, MandateAct, Modality, Party, Span, Statement, Until};

use crate::{
    Cue, Duration, Edge, Sense,
    clause::{Hangs, Kind, Link, Role},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "mandate";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if out.iter().any(|draft| draft.rule == NAME && draft.phrase == c.clause().verb.unwrap_or(usize::MAX)) {
        return;
    }
    let Some(act) = act(c).filter(|act| applies(c, *act)).or_else(|| noun_act(c)).or_else(|| decided(c))
    else {
        return;
    };
    let Some(modality) = c.modality() else { return };
    let Some(verb) = c.clause().verb else { return };
    let modality = match modality {
        Modality::Planned if act == MandateAct::Convert => Modality::Proposed,
        other => other,
    };
    // "expires on 2 October 2025": what ends later is told in the present.
    let (span, _) = term(c, act);
    let later =
        c.report.published.is_some_and(|published| span.earliest().is_some_and(|day| day > published.day));
    let present = c.verb().is_some_and(|verb| verb.time == crate::clause::Time::Present);
    let modality = if act == MandateAct::End && later && present && modality == Modality::Fact {
        Modality::Planned
    } else {
        modality
    };
    let body = body(c);
    let (span, until) = term(c, act);
    let instrument = c.around().find_map(|at| match &c.phrase(at).what {
        Kind::Instrument(name) => Some(Instrument(name.clone())),
        _ => None,
    });
    let mandate = Mandate { act, instrument, body: body.map(|(body, _)| body), span, until };
    let draft = Draft::new(NAME, Statement::Mandate(mandate), modality, verb)
        .slot("body", body.and_then(|(_, at)| c.bytes(at)))
        .slot("act", c.bytes(verb))
        .slot("date", c.date().and_then(|(_, at)| c.bytes(at)));
    // One sentence tells of one act by one body.
    let told =
        out.iter_mut().find(|other| other.rule == NAME && same_act(&other.statement, &draft.statement));
    match told {
        // "adopted resolution 2699, authorising it for 12 months": the second verb tells the term.
        Some(other) => {
            if let (Statement::Mandate(known), Statement::Mandate(more)) =
                (&mut other.statement, draft.statement)
                && known.until == Until::Unstated
            {
                known.until = more.until;
            }
        }
        None => out.push(draft),
    }
}

fn same_act(a: &Statement, b: &Statement) -> bool {
    matches!((a, b), (Statement::Mandate(a), Statement::Mandate(b)) if a.act == b.act)
}

fn act(c: &Context<'_>) -> Option<MandateAct> {
    let verb = c.verb()?;
    let acts = [
        (Sense::Authorise, MandateAct::Authorise),
        (Sense::Adopt, MandateAct::Authorise),
        (Sense::Extend, MandateAct::Extend),
        (Sense::Amend, MandateAct::Amend),
        (Sense::Convert, MandateAct::Convert),
        (Sense::End, MandateAct::End),
    ];
    let act = acts.iter().find(|(sense, _)| verb.does(&[*sense])).map(|(_, act)| *act)?;
    let mere_support = c.clause().verb.is_some_and(|at| {
        let tokens = c.phrase(at).tokens.clone();
        c.any_is(tokens, Cue::SupportVerb)
    });
    (!mere_support).then_some(act)
}

/// Whether what is acted on is a mission, its mandate, a deployment or a contribution.
fn applies(c: &Context<'_>, act: MandateAct) -> bool {
    let is_object = |at: usize| {
        let phrase = c.phrase(at);
        let mission = phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)));
        let countries = phrase.actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
        let deployment = phrase.is_event(Sense::Deploy) || phrase.is_event(Sense::Send);
        let text = matches!(phrase.what, Kind::Instrument(_));
        let named = matches!(phrase.what, Kind::Noun | Kind::Event(_) | Kind::People(_))
            && c.any_is(phrase.tokens.clone(), Cue::MandateNoun);
        mission || countries && act == MandateAct::Authorise || deployment || text || named
    };
    let passive = c.is_passive();
    // "approved sending 150 soldiers", "authorised Ruritania to send".
    let sending = act == MandateAct::Authorise
        && !passive
        && c.parse.clauses.iter().any(|clause| {
            clause.on == Some(c.index)
                && matches!(clause.hangs, Hangs::Participle | Hangs::Infinitive)
                && clause.verb.is_some_and(|at| Some(at) == c.clause().verb.map(|verb| verb + 1))
                && clause
                    .verb
                    .and_then(|at| c.phrase(at).verb())
                    .is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy, Sense::Join]))
        });
    if sending {
        return true;
    }
    if passive || c.clause().hangs == Hangs::Infinitive {
        let subject = c.clause().subject.is_some_and(is_object);
        return subject || act == MandateAct::Convert && c.objects().any(is_object);
    }
    let object = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal());
    let direct = object.is_some_and(|at| {
        matches!(c.phrase(at).link, None | Some(Link::For | Link::Of | Link::To)) && is_object(at)
    }) || c.objects().any(is_object);
    let converted = act == MandateAct::Convert && c.any_is(c.tokens(), Cue::Peacekeeping);
    // A party that ends its own part ends no mandate.
    if act == MandateAct::End
        && !passive
        && c.subject_actors().iter().any(|actor| actor.party.is_some_and(Party::is_state))
    {
        return false;
    }
    let expires =
        act == MandateAct::End && c.clause().subject.is_some_and(is_object) && c.objects().next().is_none();
    direct || converted || expires
}

/// "has the approval of the Council", "took the decision": the noun of an act and its body.
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
    c.clause().after.clone().filter(|_| has).find_map(|at| {
        let event = |sense| c.phrase(at).is_event(sense);
        if event(Sense::Extend) && (body_of(at) || by_subject) {
            Some(MandateAct::Extend)
        } else if event(Sense::Authorise) && (body_of(at) || by_subject) || event(Sense::Decide) && by_subject
        {
            Some(MandateAct::Authorise)
        } else {
            None
        }
    })
}

/// "A mission may deploy, the Council decided."
fn decided(c: &Context<'_>) -> Option<MandateAct> {
    if !c.does(&[Sense::Decide, Sense::Authorise, Sense::Adopt]) || !c.subject_actors().iter().any(is_body) {
        return None;
    }
    let may_deploy = c.parse.clauses.iter().enumerate().any(|(at, clause)| {
        at != c.index
            && clause
                .verb
                .and_then(|verb| c.phrase(verb).verb())
                .is_some_and(|verb| verb.does(&[Sense::Deploy, Sense::Send]))
            && clause.subject.is_some_and(|subject| c.is_mission(subject))
    });
    // "took the decision": the one told of before.
    let took = c.clause().verb.is_some_and(|verb| c.any_is(c.phrase(verb).tokens.clone(), Cue::DecisionNoun));
    (may_deploy || took).then_some(MandateAct::Authorise)
}

fn is_body(actor: &crate::clause::Actor) -> bool {
    matches!(actor.role, Role::Party | Role::Organ) && actor.party.is_some_and(|party| !party.is_state())
}

/// Who acts: the subject, whoever stands behind "by" or "of", else the body or the party that the sentence names first.
fn body(c: &Context<'_>) -> Option<(Party, usize)> {
    let party_at =
        |at: usize| c.phrase(at).actors().iter().find_map(|actor| actor.party).map(|party| (party, at));
    let passive = c.is_passive();
    // "Ruritania asked the Council to convert it": who asks.
    if c.clause().hangs == Hangs::Infinitive && c.modality() == Some(Modality::Proposed) {
        let asks = c.clause().on.and_then(|on| c.parse.clauses[on].subject).and_then(party_at);
        if asks.is_some() {
            return asks;
        }
    }
    let by = c.linked(Link::By).find_map(party_at);
    let subject = c.clause().subject.filter(|_| !passive).and_then(party_at);
    let of = c
        .linked(Link::Of)
        .find_map(|at| c.phrase(at).actors().iter().any(is_body).then(|| party_at(at)).flatten());
    // "the Council": the one told of before, else that of the United Nations.
    let council = c
        .clause()
        .subject
        .filter(|at| !passive && subject.is_none() && c.any_is(c.phrase(*at).tokens.clone(), Cue::Council));
    let council = council.and_then(|at| Some((c.discourse.council.or_else(|| Party::new("UN").ok())?, at)));
    let subject = subject.or(council);
    let owner = c.clause().subject.and_then(|at| c.phrase(at).owner.map(|party| (party, at)));
    // "at the session where the mandate was prolonged", "Ruritania's push for it to be converted".
    let before = || {
        let verb = c.clause().verb.unwrap_or(0);
        let all = || (0..verb).rev();
        let bodies = all().find_map(|at| {
            c.phrase(at)
                .actors()
                .iter()
                .find(|actor| is_body(actor))
                .and_then(|actor| actor.party)
                .map(|party| (party, at))
        });
        let owner_before = all().find_map(|at| c.phrase(at).owner.map(|party| (party, at)));
        // "Washington pushed for it to be converted": who pushes.
        let outer = c.clause().on.and_then(|on| c.parse.clauses[on].subject).and_then(party_at);
        if c.modality() == Some(Modality::Fact) { bodies } else { owner_before.or(outer).or(bodies) }
    };
    by.or(of.filter(|_| subject.is_none_or(|(party, _)| party.is_state())))
        .or(subject)
        .or(owner)
        .or_else(before)
        .or_else(|| speaking(c))
}

/// A proposal in somebody's own words is that party's.
fn speaking(c: &Context<'_>) -> Option<(Party, usize)> {
    let verb = c.clause().verb?;
    let voice = c.voices.at(verb)?;
    voice.speaker.party.map(|party| (party, verb))
}

/// The day of the act and how long it holds.
fn term(c: &Context<'_>, act: MandateAct) -> (Span, Until) {
    let mut span = Span::Unstated;
    let mut until = Until::Unstated;
    for at in c.around() {
        match c.phrase(at).what {
            Kind::Date(date) => {
                let ends = matches!(date.edge, Edge::Until | Edge::By)
                    || matches!(act, MandateAct::Extend | MandateAct::End)
                        && matches!(c.phrase(at).link, Some(Link::To | Link::Other));
                let last = match date.span {
                    Span::In(period) | Span::By(period) => Some(period),
                    Span::From(stretch) => Some(stretch.last()),
                    Span::Since(_) | Span::Unstated => None,
                };
                match last.filter(|_| ends) {
                    Some(period) => until = Until::Date(period),
                    None if span == Span::Unstated => span = date.span,
                    None => {}
                }
            }
            // "for another 12 months"; a "three-year deployment" tells no term.
            Kind::Duration(Duration::Months(months))
                if until == Until::Unstated
                    && matches!(c.phrase(at).link, Some(Link::For | Link::By | Link::Other)) =>
            {
                if let Some(months) = u16::try_from(months).ok().and_then(NonZeroU16::new) {
                    until = Until::Months(months);
                }
            }
            _ => {}
        }
    }
    if span == Span::Unstated && matches!(c.clause().hangs, Hangs::Said) {
        span = c.outer_span();
    }
    (span, until)
}

impl Context<'_> {
    /// The days of the clause that this one hangs on.
    pub(crate) fn outer_span(&self) -> Span {
        let Some(on) = self.clause().on else { return Span::Unstated };
        let clause = &self.parse.clauses[on];
        clause
            .before
            .clone()
            .chain(clause.after.clone())
            .find_map(|at| if let Kind::Date(date) = self.phrase(at).what { Some(date.span) } else { None })
            .unwrap_or(Span::Unstated)
    }
}
