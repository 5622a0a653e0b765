//! Money of which nobody says how much: who pays for what, who pays into a fund, whose wages are paid.

use model::{Currency, Modality, Party, Quantity, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

use super::{NAME, counted, currency, giver::giver, is_purse, moved, of, sum_at};

/// "Ruritania and Freedonia are its principal donors."
pub(super) fn donors(c: &Context<'_>, out: &mut Vec<Draft>) {
    let donor = |at: usize| c.phrase_is(at, Cue::DonorNoun);
    let named = c.only_is() && (c.clause().after.clone().any(donor) || c.clause().subject.is_some_and(donor));
    let Some(subject) = c.clause().subject.filter(|_| named) else { return };
    let Some(modality) = c.modality().filter(|modality| *modality == Modality::Fact) else { return };
    // "Ruritania is the leading donor with $63 million".
    let with = c.linked(Link::With).find_map(|at| Some((at, sum_at(c, at)?)));
    // "The largest donors are Ruritania and Freedonia": those named behind.
    let turned = c.phrase(subject).actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    let named = if turned { c.objects().next().unwrap_or(subject) } else { subject };
    for actor in c.phrase(named).actors() {
        let Some(party) = actor.party.filter(|_| actor.role == Role::Party) else { continue };
        if let Some((at, sum)) = with {
            let scope = of(Whose::Party(party), currency(&sum.money, Some(party), false));
            let paid = moved(scope, Step::Pay, sum.money.quantity, c.span(), None);
            out.extend(paid.map(|paid| counted(c, at, sum, paid, modality)));
            continue;
        }
        let scope = of(Whose::Party(party), Currency::Unstated);
        let paid = moved(scope, Step::Pay, Quantity::SomeNumber, c.span(), None);
        let whose = c.sentence.bytes(&actor.tokens);
        out.extend(paid.map(|paid| Draft::new(NAME, paid, modality, subject).slot("whose", whose)));
    }
}

/// "All his men had been paid", "the officers have received their salaries", "the state has paid their allowances": money paid, of
/// which nobody says how much.
pub(super) fn salaries(c: &Context<'_>, out: &mut Vec<Draft>) {
    let wages = |at: usize| matches!(c.phrase(at).what, Kind::MoneyNoun) && !is_purse(c, at);
    let done = c.verb().is_some_and(|verb| matches!(verb.time, Time::Past | Time::Perfect));
    let transferred = c.does(&[Sense::HandOver]) && c.is_passive();
    let paid = (c.does(&[Sense::Pay]) || transferred) && done;
    let passive = paid && c.verb().is_some_and(|verb| verb.is_passive);
    let gets = c.objects().any(wages) && !c.is_passive();
    let received = c.does(&[Sense::Receive]) && done && gets;
    let sums = c.parse.phrases.iter().any(|phrase| matches!(phrase.what, Kind::Sum(_)));
    let told = c.modality().filter(|modality| modality.is_told());
    let (Some(subject), Some(modality)) = (c.clause().subject, told) else { return };
    if sums || !c.report.is_about_force {
        return;
    }
    let people = c.phrase(subject).group().is_some() && !c.is_host(subject);
    let state = c.discourse.main().or(c.discourse.focus).filter(|party| Some(*party) != c.report.host);
    let whose = if (passive || received) && people {
        c.scope(subject).whose
    } else if passive && wages(subject) && c.phrase_is(subject, Cue::WagesNoun) {
        state.map_or(Whose::Unstated, Whose::Party)
    } else if paid && !passive && c.objects().any(|at| wages(at) && c.phrase_is(at, Cue::WagesNoun)) {
        giver(c, subject).or(state).map_or(Whose::Unstated, Whose::Party)
    } else {
        return;
    };
    let paid = moved(of(whose, Currency::Unstated), Step::Pay, Quantity::SomeNumber, c.span(), None);
    out.extend(paid.map(|paid| Draft::new(NAME, paid, modality, subject).slot("whose", c.bytes(subject))));
}

/// "Ruritania pays for the fuel", "the fuel is paid for by Ruritania", "Ruritania and Freedonia pay into the fund", "each promised
/// a smaller sum", "payments came from Ruritania": each of them gives some.
pub(super) fn payers(c: &Context<'_>, out: &mut Vec<Draft>) {
    let sums = c.around().any(|at| sum_at(c, at).is_some());
    let told = |modality: &Modality| !matches!(modality, Modality::Denied | Modality::Proposed);
    let Some(modality) = c.modality().filter(told) else { return };
    if !c.report.is_about_force {
        return;
    }
    let amount = |at: usize| matches!(c.phrase(at).what, Kind::Noun) && c.phrase_is(at, Cue::AmountNoun);
    let gives = c.does(&[Sense::Pay, Sense::Give, Sense::Pledge, Sense::Fund]);
    let into_fund = c.does(&[Sense::Pay, Sense::Give]) && c.around().any(|at| is_purse(c, at));
    // "about who will pay", "the other should pay": left open.
    // "would pay for" is a plan; "should pay" is no more than a wish.
    let would = c.verb_is(Cue::WouldWord);
    let open = c.clause().hangs == Hangs::Relative && !modality.is_told() && !would
        || c.verb().is_some_and(|verb| verb.time == Time::Modal) && !would;
    if open {
        return;
    }
    let by = c.linked(Link::By).next().is_some();
    // "badly financed": it tells not by whom.
    let bare = !by && (c.is_passive() || c.objects().next().is_none());
    // "reimburses the state for the fuel", "gives money and no people", "pays the wages".
    let refunds = c.does(&[Sense::Pay, Sense::Give])
        && c.objects().any(|at| {
            let due = c.phrase(at).is_event(Sense::Cost) || c.phrase_is(at, Cue::BudgetNoun);
            due || matches!(c.phrase(at).what, Kind::MoneyNoun)
                && !is_purse(c, at)
                && c.clause().after.start == at
        });
    // "meets the cost of the fuel".
    let cost = |at: usize| c.phrase(at).is_event(Sense::Cost) || c.phrase_is(at, Cue::BudgetNoun);
    let meets = c.does(&[Sense::Meet]) && (c.objects().any(cost) || by && c.subjects().into_iter().any(cost));
    let pays =
        c.does(&[Sense::Fund]) && !bare || meets || refunds || into_fund || gives && c.objects().any(amount);
    let payment = c
        .clause()
        .subject
        .is_some_and(|at| c.phrase(at).is_event(Sense::Pay) || c.phrase(at).is_event(Sense::Give))
        && c.does(&[Sense::Arrive]);
    let mut payers: Vec<usize> = Vec::new();
    if !sums && pays && c.is_passive() {
        payers.extend(c.linked(Link::By).next());
    } else if !sums && pays {
        payers.extend(c.clause().subject);
    } else if !sums && payment {
        payers.extend(c.linked(Link::From).next());
    }
    // "Ruritania gave $9 million, Freedonia a smaller sum".
    let beside = |at: &usize| gives && amount(*at) && c.phrase(*at).link.is_none();
    payers.extend(c.clause().after.clone().filter(beside).filter_map(|at| at.checked_sub(1)));
    let ahead = c.does(&[Sense::Pledge]) || !modality.is_told();
    let planned = modality == Modality::Planned && c.does(&[Sense::Fund]);
    let (step, modality) = if ahead && planned {
        (Step::Pledge, Modality::Planned)
    } else if ahead {
        (Step::Pledge, Modality::Pledged)
    } else {
        (Step::Pay, modality)
    };
    for at in payers {
        for actor in c.phrase(at).actors() {
            let known = matches!(actor.role, Role::Party | Role::Organ);
            let payer = actor.party.filter(|party| known && Some(*party) != c.report.host);
            let Some(party) = payer.filter(|party| !(into_fund && party.code() == "UN")) else { continue };
            out.extend(some_of(c, party, step, modality, at));
        }
    }
}

/// "Ruritania has frozen part of its contribution", "Freedonian payments have been suspended": some is withheld.
pub(super) fn withheld(c: &Context<'_>, out: &mut Vec<Draft>) {
    let sums = c.parse.phrases.iter().any(|phrase| matches!(phrase.what, Kind::Sum(_)));
    let told = c.modality().filter(|modality| modality.is_told() && *modality != Modality::Denied);
    let Some(modality) = told.filter(|_| c.does(&[Sense::Freeze]) && !sums && c.report.is_about_force) else {
        return;
    };
    let money = |at: &usize| {
        let phrase = c.phrase(*at);
        matches!(phrase.what, Kind::MoneyNoun) || phrase.is_event(Sense::Give) || phrase.is_event(Sense::Pay)
    };
    let moved: Vec<usize> = if c.is_passive() { c.subjects() } else { c.clause().after.clone().collect() };
    let Some(at) = moved.into_iter().find(money) else { return };
    let agent = c.agents().into_iter().next();
    let owner = c.phrase(at).owner.or(c.phrase(at).actors().iter().find_map(|actor| actor.party));
    let Some(party) = agent.or(owner).filter(|party| Some(*party) != c.report.host) else { return };
    out.extend(some_of(c, party, Step::Withhold, modality, at));
}

/// "$21 million, most of it from Ruritania": who gave some of what a fund holds.
pub(super) fn most_from(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(sum) = (0..c.parse.phrases.len()).find(|at| sum_at(c, *at).is_some()) else { return };
    for at in sum + 1..c.parse.phrases.len() {
        let of_it = c.phrase(at - 1).link == Some(Link::Of)
            && c.phrase(at - 1).actors().iter().any(|actor| actor.role == Role::It);
        if !of_it || c.phrase(at).link != Some(Link::From) {
            continue;
        }
        for actor in c.phrase(at).actors() {
            let party = actor.party.filter(|party| Some(*party) != c.report.host);
            out.extend(party.and_then(|party| some_of(c, party, Step::Pay, Modality::Fact, at)));
        }
    }
}

pub(super) fn some_of(
    c: &Context<'_>,
    party: Party,
    step: Step,
    modality: Modality,
    at: usize,
) -> Option<Draft> {
    let scope = of(Whose::Party(party), Currency::Unstated);
    let paid = moved(scope, step, Quantity::SomeNumber, c.span(), None)?;
    Some(Draft::new(NAME, paid, modality, at).slot("whose", c.bytes(at)))
}
