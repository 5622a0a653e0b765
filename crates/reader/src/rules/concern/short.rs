//! What the mission or a party has not got or not done: less than was planned, nothing sent, nothing to hand.

use std::collections::BTreeSet;

use model::{About, Concern, Modality, Party, Resource, Scope, Stage, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Head, Kind, Link, Role, Sum, Time, VerbGroup},
    context::Context,
    draft::Draft,
    rules::subset::is_still_due,
};

use super::NAME;

/// How many words behind a share the word may stand that says of what.
const REACH: usize = 8;

/// "40 percent of its intended size", "has not sent anyone", "has neither a hospital nor ambulances": whether one is told.
pub(super) fn short(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    if !c.report.is_about_force || c.modality().is_none() {
        return false;
    }
    let Some(verb) = c.clause().verb else { return false };
    let few = few_of_many(c, out);
    let mut tell = |about: About, whose: Whose, modality: Modality| {
        let scope = Scope { whose, resource: Resource::Unstated, units: BTreeSet::new() };
        let concern = Concern { about, also: BTreeSet::new(), scope, quantity: None, span: c.span() };
        out.push(Draft::new(NAME, Statement::Concern(concern), modality, verb).slot("verb", c.bytes(verb)));
    };
    if let Some((at, sum)) = short_of_money(c) {
        tell(About::Funding, Whose::Mission, Modality::Fact);
        if let Some(draft) = out.last_mut()
            && let Statement::Concern(concern) = &mut draft.statement
        {
            concern.quantity = Some(sum.money.quantity);
            concern.scope.resource = Resource::Money(super::super::currency(&sum.money, None, true));
            draft.number = Some(sum.number.clone());
            draft.phrase = at;
        }
        return true;
    }
    if falls_short(c) || few {
        // "has sent 40, well short of the 100 agreed": the one who sends.
        let sender = if c.does(&[Sense::Send, Sense::Deploy]) { c.agents() } else { BTreeSet::new() };
        let sender = sender.into_iter().next().map_or(Whose::Mission, Whose::Party);
        let kit = c
            .parse
            .phrases
            .iter()
            .any(|phrase| matches!(&phrase.what, Kind::Kit(kit) if kit.out_of.is_some()));
        tell(if kit { About::Equipment } else { About::Personnel }, sender, Modality::Fact);
        return true;
    }
    let behindhand = not_done(c);
    if !behindhand.is_empty() {
        for party in behindhand {
            tell(About::Delay, Whose::Party(party), Modality::Fact);
        }
        return true;
    }
    if none_came(c) || was_to_have(c) {
        tell(About::Delay, Whose::Mission, Modality::Fact);
        return true;
    }
    if means_are_short(c) {
        tell(About::Funding, Whose::Mission, Modality::Fact);
        return true;
    }
    let wanting = has_none(c) || runs_out(c);
    if let Some(whose) = wanting.then_some(Whose::Mission).or_else(|| too_little(c)) {
        let first = super::first_named(c);
        tell(first.unwrap_or(About::Equipment), whose, Modality::Fact);
        if let Some(Draft { statement: Statement::Concern(concern), .. }) = out.last_mut() {
            concern.also.extend(super::all_named(c).filter(|also| Some(*also) != first));
        }
        return true;
    }
    if let Some(whose) = not_kept(c) {
        tell(About::Delay, whose, Modality::Fact);
        return true;
    }
    if unready(c) {
        tell(About::Delay, Whose::Mission, Modality::Fact);
        return true;
    }
    if late_dues(c) {
        let whose = c.discourse.main().filter(|_| !c.names_mission()).map_or(Whose::Mission, Whose::Party);
        tell(About::Funding, whose, Modality::Fact);
        return true;
    }
    if let Some(whose) = unpaid_dues(c) {
        tell(About::Funding, whose, Modality::Fact);
        return true;
    }
    let denied = denies(c);
    for whose in &denied {
        tell(super::first_named(c).unwrap_or(About::Conduct), whose.clone(), Modality::Denied);
    }
    // "denied reports that 40 officers had left": how many.
    let said = c.parse.clauses.iter().filter(|clause| clause.on == Some(c.index));
    let counted = said.filter_map(|clause| clause.subject).find(|at| c.is_counted(*at) && c.is_force(*at));
    if let (Some(at), [.., draft]) = (counted.filter(|_| denied.len() == 1), out.as_mut_slice())
        && let Statement::Concern(concern) = &mut draft.statement
    {
        concern.quantity = Some(c.quantity(at));
        draft.number = c.phrase(at).group().and_then(|group| group.number.clone()).map(|(_, tokens)| tokens);
    }
    !denied.is_empty()
}

/// "half the number envisaged", "40 percent of its intended size", "well short of the 1,000 agreed".
fn falls_short(c: &Context<'_>) -> bool {
    if c.parse.clauses.iter().position(|clause| clause.verb.is_some()) != Some(c.index) {
        return false;
    }
    let percent =
        |phrase: &crate::clause::Phrase| matches!(phrase.what, Kind::Percent).then(|| phrase.tokens.end);
    let percents = c.parse.phrases.iter().filter_map(percent);
    let shares = (0..c.sentence.tokens.len()).filter(|at| {
        let of_whole = c.sentence.is(*at, Cue::ShareOfWhole);
        // "the third planned contingent" is no share.
        let counted = at.checked_sub(1).is_some_and(|before| {
            c.sentence.is(before, Cue::OneArticle)
                || c.sentence.is(before, Cue::One)
                || c.sentence.word(before) == "-"
        });
        let short = c.sentence.is(*at, Cue::FallsShort) && !of_whole && c.sentence.is(at + 1, Cue::Of);
        of_whole && (counted || c.sentence.is(*at, Cue::ShareOfPeople)) || short
    });
    // "against the 2,500 once foreseen", "a long way from the 1,000 it announced".
    let totals = c.parse.phrases.iter().filter(|phrase| {
        matches!(phrase.link, Some(Link::Than | Link::From | Link::Other))
            && phrase.group().is_some_and(|group| group.is_definite && group.number.is_some())
    });
    let totals = totals.map(|phrase| phrase.tokens.start);
    let mut shares = percents.chain(shares.map(|at| at + 1)).chain(totals);
    let instead = (0..c.sentence.tokens.len()).filter(|at| c.sentence.is(*at, Cue::InPlaceOf));
    let mut shares = shares.by_ref().chain(instead);
    only_part(c)
        || shares.any(|from| c.any_is(from..(from + REACH).min(c.sentence.tokens.len()), Cue::HopedFor))
}

/// "is $60 million short", "lacks about $90 million": the sum that is wanting.
fn short_of_money<'c>(c: &Context<'c>) -> Option<(usize, &'c Sum)> {
    c.clause().after.clone().find_map(|at| {
        let Kind::Sum(sum) = &c.phrase(at).what else { return None };
        super::super::is_wanting(c, at).then_some((at, sum))
    })
}

/// "Only 20 of the 80 trucks promised have come", "just 416 of the planned 2,500 are there".
fn only_part(c: &Context<'_>) -> bool {
    c.parse.phrases.iter().any(|phrase| {
        let whole = match &phrase.what {
            Kind::People(group) => group.out_of.is_some(),
            Kind::Kit(kit) => kit.out_of.is_some(),
            _ => false,
        };
        let start = phrase.tokens.start;
        let few = c.any_is(start.saturating_sub(2)..start + 2, Cue::OnlySoFar);
        let hoped = phrase.tokens.start..(phrase.tokens.end + 2).min(c.sentence.tokens.len());
        whole && few && c.any_is(hoped, Cue::HopedFor)
    })
}

/// "There are no helicopters", "the officers had too few vests": whose want it is.
fn too_little(c: &Context<'_>) -> Option<Whose> {
    if !matches!(c.modality(), Some(Modality::Fact | Modality::Reported | Modality::Denied)) {
        return None;
    }
    let thing =
        |at: &usize| matches!(c.phrase(*at).what, Kind::Kit(_)) || c.phrase_is(*at, Cue::EquipmentTopic);
    let none = c.verb().is_some_and(|verb| verb.is_negated);
    let few = |at: &usize| {
        let start = c.phrase(*at).tokens.start;
        c.any_is(start.saturating_sub(1)..start + 2, Cue::TooFew)
    };
    let subject = c.clause().subject?;
    // "there were no vehicles".
    let there = c.only_is() && subject > c.clause().verb.unwrap_or(0);
    if there && thing(&subject) && (none || few(&subject)) {
        return Some(Whose::Mission);
    }
    let uses = c.does(&[Sense::Have, Sense::Receive]) || c.verb_is(Cue::ShareVerb);
    let object = c.objects().next().filter(thing)?;
    let people = c.phrase(subject).group().is_some() && c.is_force(subject) && !c.is_host(subject);
    let own = people || c.subject_is_mission();
    let whose = if people { c.scope(subject).whose } else { Whose::Mission };
    let whose = if matches!(whose, Whose::Party(_)) { whose } else { Whose::Mission };
    (own && uses && (none || few(&object))).then_some(whose)
}

/// "The base is not ready", "70 percent of the camp has been completed".
pub(super) fn unready(c: &Context<'_>) -> bool {
    let site = |at: &usize| matches!(c.phrase(*at).what, Kind::Site(_));
    let finished = c.any_is(c.reach(), Cue::Finished);
    let around = || c.around().chain(c.clause().subject);
    let percent = around().any(|at| matches!(c.phrase(at).what, Kind::Percent));
    let told = c.verb().is_some_and(|verb| verb.time != Time::Future && !verb.is_possible);
    let not = c.verb().is_some_and(|verb| verb.is_negated);
    let is_site = c.clause().subject.is_some_and(|at| site(&at));
    told && finished && (percent && around().any(|at| site(&at)) || not && is_site)
}

/// "has only 90 of the 500 planned", "90 of 500 people are there": so many are missing.
fn few_of_many(c: &Context<'_>, out: &[Draft]) -> bool {
    // "Only some 90 are on the spot", "hardly half have been deployed".
    let only = out.iter().any(|draft| {
        let Statement::Count(count) = &draft.statement else { return false };
        let start = c.phrase(draft.phrase).tokens.start;
        count.stage == Stage::Deployed
            && draft.modality == Modality::Fact
            && !matches!(count.scope.whose, Whose::Party(_))
            && draft.number.is_some()
            && c.any_is(start.saturating_sub(1)..start + 1, Cue::OnlySoFar)
    });
    let half = c
        .clause()
        .subject
        .filter(|at| matches!(c.phrase(*at).what, Kind::Noun) && c.phrase_is(*at, Cue::ShareOfWhole));
    let half = half.is_some_and(|at| {
        let start = c.phrase(at).tokens.start;
        let comes = c.does(&[Sense::Deploy, Sense::Arrive, Sense::Send]);
        let perfect = c.verb().is_some_and(|verb| verb.time == Time::Perfect);
        comes && perfect && c.any_is(start.saturating_sub(1)..start + 1, Cue::OnlySoFar)
    });
    if only || half {
        return true;
    }
    (0..c.parse.phrases.len()).any(|at| {
        let Some(of) = c.phrase(at).group().and_then(|group| group.out_of.as_ref()) else { return false };
        let there = out.iter().any(|draft| {
            draft.phrase == at
                && matches!(&draft.statement, Statement::Count(count)
                    if count.stage == Stage::Deployed && !matches!(count.scope.whose, Whose::Party(_)))
        });
        let planned = of.is_planned || is_still_due(c, at) || !of.is_definite;
        there && planned && !of.is_of_mission && c.quantity(at).number() < of.quantity.number()
    })
}

/// "The mission was to have begun in January".
fn was_to_have(c: &Context<'_>) -> bool {
    let verb = c.verb().is_some_and(|verb| verb.is_done && verb.time == Time::Future && !verb.is_negated);
    let starts = [Sense::Begin, Sense::Arrive, Sense::Deploy, Sense::Depart, Sense::Complete, Sense::Send];
    let own = c.clause().subject.is_some_and(|at| {
        c.is_mission(at)
            || c.phrase(at).group().is_some() && c.is_force(at)
            || starts.iter().any(|sense| c.phrase(at).is_event(*sense))
    });
    verb && own && c.verb_is(Cue::WasWere) && c.does(&starts)
}

/// "Money is short", "its budget is not covered".
fn means_are_short(c: &Context<'_>) -> bool {
    let means = c.clause().subject.is_some_and(|at| matches!(c.phrase(at).what, Kind::MoneyNoun));
    let told = c.verb().is_some_and(|verb| verb.time != Time::Future && verb.is_finite);
    let negated = c.verb().is_some_and(|verb| verb.is_negated);
    let short = (c.only_is() || c.does(&[Sense::Remain]))
        && c.objects().next().is_some_and(|at| c.phrase_is(at, Cue::Scarce));
    means && told && c.report.mission.is_some() && (short && !negated || negated && c.verb_is(Cue::Assured))
}

/// "Ruritania and Freedonia have not sent anyone", "has not made any preparations to send police": the states.
fn not_done(c: &Context<'_>) -> Vec<Party> {
    let past = |verb: &&VerbGroup| matches!(verb.time, Time::Perfect | Time::Past) && !verb.is_passive;
    let yet = c.verb().filter(|verb| verb.is_yet && !verb.is_passive);
    let Some(verb) = c.verb().filter(|verb| verb.is_negated).filter(past).or(yet) else {
        return Vec::new();
    };
    let acts = [Sense::Send, Sense::Deploy, Sense::Give, Sense::Deliver];
    let things = [Sense::Send, Sense::Deploy, Sense::Prepare, Sense::Depart, Sense::Pledge];
    // "have not named a date".
    let dated = c.verb_is(Cue::SetsDate)
        && c.objects()
            .any(|at| c.phrase_is(at, Cue::TimeNoun) && !matches!(c.phrase(at).what, Kind::Date(_)));
    let done = dated
        || verb.does(&acts)
        || c.parse.phrases.iter().enumerate().any(|(at, phrase)| {
            at > c.clause().verb.unwrap_or(0)
                && (things.iter().any(|sense| phrase.is_event(*sense))
                    || phrase.verb().is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy])))
        });
    let done = done || c.objects().any(|at| c.phrase_is(at, Cue::SetDate));
    let free = !matches!(c.clause().hangs, Hangs::Tied(_) | Hangs::Relative);
    match c.clause().subject.filter(|_| done && free) {
        Some(subject) => c.states_at(subject),
        None => Vec::new(),
    }
}

/// "Several donors have failed to keep their promises", "the 60 promised never left".
fn not_kept(c: &Context<'_>) -> Option<Whose> {
    let verb = c.verb().filter(|verb| verb.is_negated && matches!(verb.time, Time::Perfect | Time::Past))?;
    let subject = c.clause().subject?;
    let countries = c.phrase(subject).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    let promise = c.objects().any(|at| c.phrase(at).is_event(Sense::Pledge));
    let people = c.phrase(subject).group().is_some_and(|group| !group.is_none && group.head != Head::Pronoun)
        && c.is_force(subject)
        && !c.is_host(subject);
    let comes = verb.does(&[Sense::Arrive, Sense::Depart]) && verb.verbs.len() == 1;
    let gives = [Sense::Pay, Sense::Give, Sense::Send, Sense::Deploy, Sense::Deliver];
    let kit = comes && matches!(c.phrase(subject).what, Kind::Kit(_));
    if kit || countries && (promise || verb.does(&gives)) {
        Some(Whose::Mission)
    } else if people && comes && c.linked(Link::For).next().is_none() {
        let whose = c.scope(subject).whose;
        Some(if matches!(whose, Whose::Party(_)) { whose } else { Whose::Mission })
    } else {
        None
    }
}

/// "Late pay and poor conditions": what is due and late as a thing.
fn late_dues(c: &Context<'_>) -> bool {
    c.around().any(|at| {
        matches!(c.phrase(at).what, Kind::MoneyNoun | Kind::Noun)
            && c.phrase_is(at, Cue::Outstanding)
            && c.phrase_is(at, Cue::FundingTopic)
    })
}

/// "No officer has arrived yet".
fn none_came(c: &Context<'_>) -> bool {
    let perfect = c.verb().is_some_and(|verb| verb.time == Time::Perfect);
    perfect
        && c.does(&[Sense::Arrive, Sense::Send, Sense::Deploy])
        && c.clause().subject.is_some_and(|at| {
            c.phrase(at).group().is_some_and(|group| group.is_none && group.parties.is_empty())
        })
}

/// "The mission has neither a hospital nor ambulances", "it has no helicopters".
fn has_none(c: &Context<'_>) -> bool {
    let own = c.subject_is_mission()
        || c.subject_actors().iter().any(|actor| actor.role == Role::It) && c.names_mission();
    let none = c.does(&[Sense::Have]) && c.verb().is_some_and(|verb| verb.is_negated);
    let lacks = c.verb_is(Cue::LackVerb);
    own && (none || lacks && super::first_named(c).is_none())
        && c.objects().next().is_some_and(|at| {
            let means = matches!(c.phrase(at).what, Kind::Kit(_) | Kind::Site(_) | Kind::Noun);
            means && !c.phrase_is(at, Cue::ShareNoun)
        })
}

/// "The mission has run out of money".
fn runs_out(c: &Context<'_>) -> bool {
    let means = |at: usize| matches!(c.phrase(at).what, Kind::MoneyNoun | Kind::Kit(_) | Kind::Noun);
    c.subject_is_mission() && c.does(&[Sense::End, Sense::Lack]) && c.linked(Link::Of).any(means)
}

/// "Allowances have been outstanding for a year", "payments are two months behind": whose.
fn unpaid_dues(c: &Context<'_>) -> Option<Whose> {
    let subject = c.clause().subject.filter(|at| matches!(c.phrase(*at).what, Kind::MoneyNoun))?;
    let overdue = c.any_is(c.phrase(subject).tokens.end..c.reach().end, Cue::Outstanding);
    let told = c.verb().is_some_and(|verb| !verb.is_negated && verb.time != Time::Future);
    let of = c.clause().before.clone().find(|at| c.phrase(*at).group().is_some());
    let whose = c.phrase(subject).owner.map(Whose::Party).or_else(|| of.map(|at| c.scope(at).whose));
    (overdue && told).then(|| whose.filter(|whose| *whose != Whose::Unstated).unwrap_or(Whose::Mission))
}

/// "denies that its officers stood by", "dismissed a report that they were unpaid": whose blame is denied.
fn denies(c: &Context<'_>) -> Vec<Whose> {
    let Some(subject) = c.clause().subject else { return Vec::new() };
    let denies = c.does(&[Sense::Deny]) && c.verb().is_some_and(|verb| !verb.is_negated && verb.is_finite);
    let acts = c
        .phrase(subject)
        .actors()
        .iter()
        .any(|actor| matches!(actor.role, Role::Person | Role::Organ | Role::Party));
    let tale = c.objects().any(|at| c.phrase_is(at, Cue::Tale));
    let said =
        c.parse.clauses.iter().find(|clause| {
            clause.on == Some(c.index) && matches!(clause.hangs, Hangs::Said | Hangs::Relative)
        });
    let violence = c.parse.phrases.iter().any(|phrase| {
        [Sense::Attack, Sense::Kill]
            .iter()
            .any(|sense| phrase.is_event(*sense) || phrase.verb().is_some_and(|verb| verb.does(&[*sense])))
    });
    // "denied that 40 are there": the number tells more than that something is denied.
    let numbered = !tale && said.and_then(|clause| clause.subject).is_some_and(|at| c.is_counted(at));
    let quits = c.any_is(0..c.sentence.tokens.len(), Cue::Resignation)
        || c.any_is(0..c.sentence.tokens.len(), Cue::QuitVerb);
    let lacks = said.and_then(|clause| clause.verb).and_then(|at| c.phrase(at).verb());
    let lacks = lacks.is_some_and(|verb| verb.does(&[Sense::Lack]));
    if numbered || quits || lacks || !(denies && acts && (tale || said.is_some())) || violence {
        return Vec::new();
    }
    if said.and_then(|clause| clause.subject).is_some_and(|at| c.is_mission(at)) {
        return vec![Whose::Mission];
    }
    let parties = c.phrase(subject).actors().iter().filter_map(|actor| actor.party);
    let states: Vec<Whose> = parties.filter(|party| party.is_state()).map(Whose::Party).collect();
    if states.is_empty() {
        c.discourse.main().or(c.discourse.focus).map(Whose::Party).into_iter().collect()
    } else {
        states
    }
}
