//! Money is promised, committed, paid, spent, frozen or released for the mission.
//!
//! **Reads** each sum as a movement of who gives it, by its verb: "pledged", "committed", "paid into", "spent", "frozen", "released". A
//! sum without such a verb goes on from the sentence before. Who "pays for" something or "into the fund" gives some. A bare "$" is in
//! the giver's own dollars where Canada, Australia or New Zealand gives it, in US dollars where another does or it is a mission's; else
//! unstated.
//!
//! **Example.** "Of $9 million promised by Ruritania, $2 million has been paid." 9 million pledged, 2 million paid.
//!
//! What a fund holds is a count of money paid. A cost, a budget or a need of the mission is a ceiling on money: what it may or must cost;
//! a cost of somebody's own, by its words, its currency or whose mission it is, is money spent.
//!
//! **Refuses** money for humanitarian aid, prices, and sums that nobody gives, spends or keeps back.

mod budget;
mod currency;
mod giver;
mod purse;
mod spent;
mod unnumbered;

pub(crate) use self::currency::currency;

use std::collections::BTreeSet;

use model::{
    Count, CountFields, Currency, Modality, Movement, MovementFields, Name, Party, Place, Quantity, Resource,
    Scope, Span, Stage, Statement, Step, Whose,
};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Mark, Role, Sum, Time},
    context::Context,
    draft::Draft,
};

use self::{
    budget::budget,
    currency::issuer,
    giver::{donor, gapped, giver, promised_by},
    purse::{is_purse, purse},
    spent::{costs, helped, owned},
    unnumbered::{donors, most_from, payers, salaries, withheld},
};

pub(super) const NAME: &str = "funds";

/// Verbs of money, each with the step it tells.
const STEPS: &[(Sense, Step)] = &[
    (Sense::Freeze, Step::Withhold),
    (Sense::Spend, Step::Spend),
    (Sense::Pay, Step::Pay),
    (Sense::Pledge, Step::Pledge),
    (Sense::Allocate, Step::Pledge),
    (Sense::Intend, Step::Pledge),
    (Sense::Give, Step::Pay),
    (Sense::Fund, Step::Pay),
    (Sense::Receive, Step::Pay),
    (Sense::Arrive, Step::Pay),
    (Sense::Depart, Step::Pay),
    (Sense::Deliver, Step::Pay),
    (Sense::HandOver, Step::Pay),
    (Sense::Reach, Step::Pay),
    (Sense::Authorise, Step::Pledge),
];

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let all = 0..c.sentence.tokens.len();
    if c.any_is(all, Cue::OtherAid) {
        return;
    }
    donors(c, out);
    item(c, out);
    salaries(c, out);
    payers(c, out);
    withheld(c, out);
    held(c, out);
    owned(c, out);
    helped(c, out);
    costs(c, out);
    budget(c, out);
    // A clause that goes on behind an inserted one has its subject elsewhere.
    let subject =
        c.clause().subject.filter(|at| !c.clause().before.contains(at) && c.clause().verb.is_some());
    for at in c.around().chain(subject) {
        let Kind::Sum(sum) = &c.phrase(at).what else { continue };
        // "is budgeted at $600 million a year": a cost.
        let at_cost = c.phrase(at).link == Some(Link::In);
        if out.iter().any(|draft| draft.phrase == at)
            || claimed_elsewhere(c, at)
            || at_cost
            || is_wanting(c, at)
        {
            continue;
        }
        one(c, at, sum, out);
    }
}

/// Whether the sum stands nearer to a verb of another clause: a clause's nouns are also the next one's subjects.
fn claimed_elsewhere(c: &Context<'_>, at: usize) -> bool {
    let own = c.clause();
    own.before.contains(&at)
        && own.subject != Some(at)
        && c.parse
            .clauses
            .iter()
            .enumerate()
            .any(|(index, other)| index != c.index && other.after.contains(&at))
}

/// "is $60 million short", "lacks $90 million": a concern, and no money that anybody has.
pub(crate) fn is_wanting(c: &Context<'_>, at: usize) -> bool {
    let end = c.phrase(at).tokens.end;
    let short = c.only_is() && c.any_is(end..end + 1, Cue::FallsShort);
    let lacks = c.says(&[Sense::Lack]) && !c.verb_is(Cue::NeedVerb);
    // "lacks most of the $90 million": the sum is the whole.
    let behind_verb = at.checked_sub(1) == c.clause().verb;
    let direct = c.phrase(at).link.is_none() || behind_verb && c.phrase(at).link == Some(Link::Of);
    (short || lacks) && direct && c.clause().after.contains(&at) && c.report.is_about_force
}

fn one(c: &Context<'_>, at: usize, sum: &Sum, out: &mut Vec<Draft>) {
    let owned = promised_by(c, at);
    let (step, modality, told) = if let Some(found) = step(c, at) {
        found
    } else {
        // Only a sum that no verb moves goes on from the sentence before.
        let still = c.verb().is_none()
            || c.only_is()
            || c.clause().hangs == Hangs::Infinitive
            || c.does(&[Sense::Depart, Sense::Intend]);
        let Some((step, modality)) = c.discourse.money_step().filter(|_| still) else { return };
        (step, modality, false)
    };
    // "a commitment of $15 million by the United States".
    let beside =
        c.parse.phrases.get(at + 1).filter(|next| next.link == Some(Link::By)).and_then(|_| giver(c, at + 1));
    // "Of $15 million by Ruritania, 2 million had been spent."
    let here = out.iter().rev().find_map(|draft| match &draft.statement {
        Statement::Movement(movement) if matches!(movement.scope.resource, Resource::Money(_)) => {
            movement.scope.whose.parties().next()
        }
        _ => None,
    });
    let here = here.filter(|_| c.phrase(at).link.is_none() && c.verb().is_some_and(|verb| verb.is_passive));
    let donor =
        owned.or(beside).or_else(|| gapped(c, at)).or(here).or_else(|| donor(c, told, came_in(c, at)));
    let shared = || {
        out.iter().any(|draft| {
            matches!(&draft.statement, Statement::Movement(movement)
        if movement.to.is_some() && matches!(movement.scope.resource, Resource::Money(_)))
        })
    };
    let purse = purse(c, at).or_else(|| {
        let any = (0..c.parse.phrases.len()).find(|at| is_purse(c, *at));
        any.filter(|_| shared() && c.verb().is_some_and(|verb| verb.is_passive))
    });
    let donor = donor.or_else(|| one_gift(c, at, step).filter(|_| told));
    let donor = donor.or_else(|| issuer(&sum.money).filter(|party| Some(*party) != c.report.host));
    let several = several(c, at);
    if donor.is_none()
        && purse.is_none()
        && !(told && (c.report.mission.is_some() || c.report.is_about_force) && !goes_elsewhere(c))
        && !c
            .parse
            .phrases
            .iter()
            .any(|phrase| phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_))))
    {
        return;
    }
    let to = purse.and_then(|at| Name::new(c.words(at).trim_start_matches("the ")).ok()).map(Place);
    let donors = if several.is_empty() { vec![donor] } else { several.into_iter().map(Some).collect() };
    for donor in donors {
        let whose = donor.map_or(Whose::Unstated, Whose::Party);
        let of_mission = purse.is_some() || c.report.mission.is_some();
        let scope = of(whose, currency(&sum.money, donor, of_mission));
        // Who announces money promises it then.
        let during = Some(c.span()).filter(|span| *span != Span::Unstated || step != Step::Pledge);
        let during = during.unwrap_or_else(|| c.day_said());
        let Some(movement) = moved(scope, step, sum.money.quantity, during, to.clone()) else { return };
        let draft = counted(c, at, sum, movement, modality);
        out.push(draft.slot("to", purse.and_then(|at| c.bytes(at))));
    }
}

/// "Ruritania and Freedonia each gave $1 million", "gave $1 million and $2 million respectively": of several who act, those who give
/// this sum.
fn several(c: &Context<'_>, at: usize) -> Vec<Party> {
    if let Some(party) = in_that_order(c, at) {
        return vec![party];
    }
    let Some(subject) = c.clause().subject.filter(|_| !c.is_passive()) else { return Vec::new() };
    let named: Vec<Party> = c.phrase(subject).actors().iter().filter_map(|actor| actor.party).collect();
    if named.len() < 2 {
        return Vec::new();
    }
    let all = 0..c.sentence.tokens.len();
    if c.any_is(all.clone(), Cue::InThatOrder) {
        let before = c.clause().after.clone().filter(|other| *other < at && sum_at(c, *other).is_some());
        return named.get(before.count()).copied().into_iter().collect();
    }
    if c.any_is(all, Cue::EachOf) { named } else { Vec::new() }
}

/// "Ruritania gave $9 million, and Freedonia and the Grand Duchy $2 million and $1 million respectively": of several right before their
/// sums the one who gives this.
fn in_that_order(c: &Context<'_>, at: usize) -> Option<Party> {
    let joins = |at: usize| matches!(c.phrase(at).what, Kind::And | Kind::Mark(Mark::Comma));
    let mut first = at;
    while first >= 2 && joins(first - 1) && sum_at(c, first - 2).is_some() {
        first -= 2;
    }
    let named: Vec<Party> =
        c.phrase(first.checked_sub(1)?).actors().iter().filter_map(|actor| actor.party).collect();
    let all = 0..c.sentence.tokens.len();
    let several = named.len() >= 2 && c.phrase(first - 1).link.is_none() && c.any_is(all, Cue::InThatOrder);
    named.get((at - first) / 2).copied().filter(|_| several)
}

/// "A contribution of $9 million has been paid", "the parliament released $9 million": of whom nothing is told but the state that the
/// report is about.
fn one_gift(c: &Context<'_>, at: usize, step: Step) -> Option<Party> {
    let before = at.checked_sub(1).map(|before| c.phrase(before));
    let gift = c.phrase(at).link == Some(Link::Of)
        && before.is_some_and(|noun| noun.is_event(Sense::Give) && noun.owner.is_none());
    let of_purse = (0..c.parse.phrases.len()).any(|at| is_purse(c, at));
    let set_aside = !of_purse
        && !c.subject_is_mission()
        && (step == Step::Release
            || step == Step::Pledge && c.does(&[Sense::Allocate, Sense::Authorise])
            || is_worth(c, at));
    let known = c.discourse.donor.or_else(|| c.discourse.main());
    known.filter(|party| (gift || set_aside) && Some(*party) != c.report.host)
}

/// Whether the clause tells of somebody or something else that the money is for.
fn goes_elsewhere(c: &Context<'_>) -> bool {
    c.linked(Link::To).chain(c.linked(Link::For)).any(|at| {
        let phrase = c.phrase(at);
        // "is earmarked for that period": a time is no receiver.
        let plain = matches!(phrase.what, Kind::Noun) && phrase.owner.is_none() && c.report.is_about_force;
        let it = phrase.actors().iter().any(|actor| actor.role == Role::It);
        let sum = matches!(phrase.what, Kind::Sum(_));
        let ours = plain || it || sum || c.is_mission(at) || is_purse(c, at);
        phrase.is_nominal() && !ours
    })
}

/// "equipment worth $9 million".
fn is_worth(c: &Context<'_>, at: usize) -> bool {
    let start = c.phrase(at).tokens.start;
    c.any_is(start.saturating_sub(1)..start, Cue::WorthWord)
}

/// "The trust fund holds $113 million": what has been paid in and is there.
fn held(c: &Context<'_>, out: &mut Vec<Draft>) {
    let inside = c.clause().before.clone().chain(c.clause().after.clone());
    let inside = inside.filter(|at| is_purse(c, *at) && c.phrase(*at).link == Some(Link::In)).count() > 0;
    let rests = c.only_is() || c.does(&[Sense::Stand, Sense::Remain]);
    let lies = c.clause().subject.filter(|at| inside && rests && sum_at(c, *at).is_some());
    let has = c.subject_is_mission() && c.does(&[Sense::Have]);
    // "It then stood at $21 million": the fund that the sentence before named.
    let it = c.clause().subject.is_some_and(|at| c.sentence.is(c.phrase(at).tokens.start, Cue::ItThing));
    let has = has || it && c.discourse.names_purse && !c.does(&[Sense::Reach]);
    let is_fund = c.clause().subject.is_some_and(|at| is_purse(c, at)) || has || lies.is_some();
    let holds = c.does(&[Sense::Have, Sense::Secure, Sense::Stand]) || c.only_is();
    let passive = c.verb().is_some_and(|verb| verb.is_passive);
    if !is_fund || !holds || passive {
        return;
    }
    let Some(modality) = c.modality().filter(|modality| *modality == Modality::Fact) else { return };
    let behind = c.clause().after.clone().chain(lies);
    let Some((at, sum)) = behind.into_iter().find_map(|at| Some((at, sum_at(c, at)?))) else { return };
    if c.phrase(at).link.is_some_and(|link| !matches!(link, Link::Other)) {
        return;
    }
    let fields = CountFields {
        scope: of_mission(sum, c),
        stage: Stage::Paid,
        quantity: sum.money.quantity,
        as_of: c.as_of(),
        place: None,
    };
    let Ok(count) = Count::try_from(fields) else { return };
    out.push(counted(c, at, sum, Statement::Count(count), modality));
    most_from(c, out);
}

/// "- Ruritania: $60 million": an item of a list of what is promised or paid.
fn item(c: &Context<'_>, out: &mut Vec<Draft>) {
    let told = c.discourse.money_step().or(c.sentence.is_item.then_some((Step::Pledge, Modality::Pledged)));
    let item = c.index == 0
        && c.sentence.is_item
        && c.report.is_about_force
        && c.parse.phrases.iter().all(|phrase| phrase.verb().is_none());
    let Some((step, modality)) = told.filter(|_| item) else { return };
    let Some((at, sum)) = (0..c.parse.phrases.len()).find_map(|at| Some((at, sum_at(c, at)?))) else {
        return;
    };
    let before = &c.parse.phrases[..at];
    let Some(parties) = before.iter().find(|phrase| !phrase.actors().is_empty() && phrase.link.is_none())
    else {
        return;
    };
    for party in parties.actors().iter().filter_map(|actor| actor.party) {
        let scope = of(Whose::Party(party), currency(&sum.money, Some(party), false));
        let given = moved(scope, step, sum.money.quantity, Span::Unstated, None);
        out.extend(given.map(|given| counted(c, at, sum, given, modality)));
    }
}

/// Whether the clause tells that a sum came in and not from whom: "$18 million had been paid in", "only $16 million has come in".
fn came_in(c: &Context<'_>, at: usize) -> bool {
    let told = c.verb().is_some_and(|verb| matches!(verb.time, Time::Past | Time::Perfect));
    let moved = c.is_passive() && c.does(&[Sense::Pay]) || c.does(&[Sense::Arrive]);
    told && moved && c.clause().subject == Some(at) && c.phrase(at).link.is_none()
}

fn sum_at<'c>(c: &Context<'c>, at: usize) -> Option<&'c Sum> {
    if let Kind::Sum(sum) = &c.phrase(at).what { Some(sum) } else { None }
}

fn of(whose: Whose, currency: Currency) -> Scope {
    Scope { whose, resource: Resource::Money(currency), units: BTreeSet::new() }
}

/// Money moves; none where no such step is one of money.
fn moved(scope: Scope, step: Step, quantity: Quantity, during: Span, to: Option<Place>) -> Option<Statement> {
    let fields = MovementFields { scope, step, quantity, during, from: None, to, ordinal: None };
    Movement::try_from(fields).ok().map(Statement::Movement)
}

/// The mission's money; a bare dollar of a mission's fund or budget is one of the United Nations'.
fn of_mission(sum: &Sum, c: &Context<'_>) -> Scope {
    of(Whose::Mission, currency(&sum.money, None, c.report.mission.is_some()))
}

fn counted(c: &Context<'_>, at: usize, sum: &Sum, statement: Statement, modality: Modality) -> Draft {
    let mut draft = Draft::new(NAME, statement, modality, at);
    draft.number = Some(sum.number.clone());
    draft
        .slot("number", c.sentence.bytes(&sum.number))
        .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb)))
        .slot("date", c.date().and_then(|(_, at)| c.bytes(at)))
}

/// The step that the verb, or a noun beside the sum, tells; whether the verb itself tells it.
fn step(c: &Context<'_>, at: usize) -> Option<(Step, Modality, bool)> {
    if let Some(beside) = at.checked_sub(1).map(|before| c.phrase(before)) {
        if beside.is_event(Sense::Pledge) && c.phrase(at).link == Some(Link::Of) {
            if !c.any_is(beside.tokens.clone(), Cue::CommitmentNoun) {
                return Some((Step::Pledge, Modality::Pledged, true));
            }
            return Some((Step::Commit, Modality::Pledged, true));
        }
        if beside.is_event(Sense::Allocate) && c.any_is(beside.tokens.clone(), Cue::Waiver) {
            return Some((Step::Release, Modality::Fact, true));
        }
    }
    let verb = c.verb()?;
    let modality = c.modality()?;
    // "announced an additional $100 million", "confirmed $100 million".
    let announced = c.verb_is(Cue::AnnounceVerb);
    let announced = announced && verb.does(&[Sense::Say]) || verb.does(&[Sense::Confirm]);
    if announced && c.objects().any(|object| object == at) {
        return Some((Step::Pledge, Modality::Pledged, true));
    }
    // "reduced its support to 85 million", "its contribution was increased to 85 million".
    let subject = c.clause().subject.filter(|_| c.is_passive());
    let support = c.objects().chain(subject).any(|object| {
        matches!(c.phrase(object).what, Kind::MoneyNoun)
            || c.phrase(object).is_event(Sense::Give)
            || c.phrase(object).is_event(Sense::Pledge)
            || matches!(c.phrase(object).what, Kind::Noun) && c.phrase_is(object, Cue::AidVerb)
    });
    if support
        && (matches!(c.phrase(at).link, Some(Link::To | Link::By)) || subject.is_some())
        && verb.does(&[Sense::Reduce, Sense::Reach, Sense::Amend])
    {
        let told = if modality == Modality::Fact { Modality::Fact } else { Modality::Pledged };
        return Some((Step::Commit, told, true));
    }
    // "will send drones worth $8 million".
    if is_worth(c, at)
        && verb.does(&[Sense::Send, Sense::Deliver, Sense::Give, Sense::Receive, Sense::HandOver])
    {
        let ahead = matches!(modality, Modality::Planned | Modality::Pledged);
        return Some(if ahead {
            (Step::Pledge, Modality::Pledged, true)
        } else {
            (Step::Pay, modality, true)
        });
    }
    let (_, step) = STEPS.iter().find(|(sense, _)| verb.does(&[*sense]))?;
    // What moves money only where it goes into a fund, or comes from somebody: "has gone into the fund".
    let moves = matches!(verb.verbs.last(), Some(verb) if verb.senses.iter().any(|sense| matches!(sense, Sense::Depart | Sense::Arrive | Sense::Reach)));
    let comes = c.linked(Link::From).any(|at| giver(c, at).is_some());
    if moves && !comes && purse(c, at).is_none() && !c.any_is(c.tokens(), Cue::Project) {
        return None;
    }
    Some(match (step, modality) {
        (Step::Pledge, Modality::Fact | Modality::Planned)
        | (Step::Pay, Modality::Planned | Modality::Pledged) => (Step::Pledge, Modality::Pledged, true),
        (step, modality) => (*step, modality, true),
    })
}
