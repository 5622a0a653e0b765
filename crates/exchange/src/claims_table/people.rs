//! Rows that count people: strength, promises, training, arrivals, departures, losses.

use model::{
    About, Concern, Count, CountFields, Modality, Movement, MovementFields, Name, Ordinal, Place, Quantity,
    Resource, Scope, Span, Stage, Statement, Step, Whose,
};

use super::{Refused, Taken, row::Row, unit, unit::Yield};

/// How many stood in a stage.
pub(super) fn count(
    whose: Whose,
    what: (Resource, Quantity),
    stage: Stage,
    as_of: Span,
) -> Result<Statement, Refused> {
    let (resource, quantity) = what;
    let scope = Scope { whose, resource, units: [].into() };
    let fields = CountFields { scope, stage, quantity, as_of, place: None };
    Ok(Statement::Count(Count::try_from(fields)?))
}

/// How many took a step.
pub(super) fn movement(whose: Whose, what: (Resource, Quantity), step: Step, during: Span) -> MovementFields {
    let (resource, quantity) = what;
    let scope = Scope { whose, resource, units: [].into() };
    MovementFields { scope, step, quantity, during, from: None, to: None, ordinal: None }
}

pub(super) fn moved(fields: MovementFields) -> Result<Statement, Refused> {
    Ok(Statement::Movement(Movement::try_from(fields)?))
}

fn one(statement: Statement, modality: Modality) -> Vec<Taken> {
    vec![Taken { statement, modality }]
}

pub(super) fn strength_country(row: &Row) -> Yield {
    Ok(one(count(row.whose(), unit::people(row)?, Stage::Deployed, row.span())?, Modality::Fact))
}

pub(super) fn strength_total(row: &Row) -> Yield {
    let whose = if row.says(&["unclear whether of"]) { Whose::Unstated } else { row.whose_or_mission() };
    Ok(one(count(whose, unit::people(row)?, Stage::Deployed, row.span())?, Modality::Fact))
}

pub(super) fn pledge(row: &Row) -> Yield {
    Ok(one(count(row.whose(), unit::people(row)?, Stage::Promised, row.span())?, Modality::Pledged))
}

pub(super) fn pledge_total(row: &Row) -> Yield {
    Ok(one(
        count(row.whose_or_mission(), unit::people(row)?, Stage::Promised, row.span())?,
        Modality::Pledged,
    ))
}

/// A notice with a size is a promise of that size; a list of states, counted in countries, a promise of each.
pub(super) fn notification(row: &Row) -> Yield {
    if row.unit != "countries" {
        return pledge(row);
    }
    let each = row.parties.iter().map(|party| {
        let some = (Resource::People(model::Service::Unstated), Quantity::SomeNumber);
        let statement = count(Whose::Party(*party), some, Stage::Promised, row.span())?;
        Ok(Taken { statement, modality: Modality::Pledged })
    });
    each.collect()
}

pub(super) fn readiness(row: &Row) -> Yield {
    if row.says(&["picked", "selected", "recalled from leave"]) {
        return Err(Refused::no_statement(
            "people picked or called up are neither in training nor ready yet",
        ));
    }
    let stage = if row.says(&["pre-deployment", "course"]) { Stage::Training } else { Stage::Ready };
    Ok(one(count(row.whose(), unit::people(row)?, stage, row.span())?, Modality::Fact))
}

/// A course that has ended made people ready; one that goes on has them in training. Trainers are not strength.
pub(super) fn training(row: &Row) -> Yield {
    if row.unit == "trainers" {
        return Err(Refused::no_statement("trainers give a course and are not strength of the mission"));
    }
    let whose = trainees(row);
    if row.says(&["course finished", "graduation", "trained by"]) {
        // Where some "have gone" already, the course ended before the day on which that is told.
        let ended = if row.says(&["have gone"]) { Span::By(row.period) } else { row.span() };
        return Ok(one(moved(movement(whose, unit::people(row)?, Step::Certify, ended))?, Modality::Fact));
    }
    Ok(one(count(whose, unit::people(row)?, Stage::Training, row.span())?, Modality::Fact))
}

/// Whose people are trained: where one state's forces run a course "for" others, the others.
fn trainees(row: &Row) -> Whose {
    let Some((_, learners)) = row.summary.split_once(" for ").filter(|_| row.unit == "trainees") else {
        return row.whose();
    };
    // "Bahamian", "Belizean", "Jamaican": a state's name and the word for its people share their first five letters.
    let named = |party: &model::Party| {
        let stem: String = party.name().chars().take(5).collect();
        stem.len() > 4 && learners.split(' ').any(|word| word.starts_with(&stem))
    };
    match Whose::of(model::Party::states().filter(named).collect()) {
        Whose::Unstated => row.whose(),
        whose => whose,
    }
}

pub(super) fn training_planned(row: &Row) -> Yield {
    let fields = movement(row.whose(), unit::people(row)?, Step::EnterTraining, row.span());
    Ok(one(moved(fields)?, Modality::Planned))
}

pub(super) fn staging(row: &Row) -> Yield {
    Ok(one(count(row.whose(), unit::people(row)?, Stage::Ready, row.span())?, Modality::Fact))
}

pub(super) fn arrival(row: &Row) -> Yield {
    let mut fields = movement(row.whose(), unit::people(row)?, Step::Deploy, row.span());
    fields.ordinal = ordinal(&row.summary);
    Ok(one(moved(fields)?, Modality::Fact))
}

/// A departure is the same step as the arrival that follows, told from its other end: it names where from.
pub(super) fn departure(row: &Row) -> Yield {
    let mut fields = movement(row.whose(), unit::people(row)?, Step::Deploy, row.span());
    fields.ordinal = ordinal(&row.summary);
    let place = row.summary.split_once("leaves ").and_then(|(_, rest)| rest.split([' ', ',', '.']).next());
    fields.from = place.and_then(|place| Name::new(place).ok()).map(Place);
    Ok(one(moved(fields)?, Modality::Fact))
}

pub(super) fn rotation_home(row: &Row) -> Yield {
    Ok(one(moved(movement(row.whose(), unit::people(row)?, Step::Rotate, row.span()))?, Modality::Fact))
}

/// Killed or missing people are lost; the model keeps one stage for both.
pub(super) fn lost(row: &Row) -> Yield {
    Ok(one(moved(movement(row.whose(), unit::people(row)?, Step::Lose, row.span()))?, Modality::Fact))
}

/// A list of the dead so far is a count; a single death confirmed later is a floor under it, not another death.
pub(super) fn casualty_status(row: &Row) -> Yield {
    let (resource, quantity) = unit::people(row)?;
    let quantity = match quantity {
        Quantity::Exactly(n) if row.says(&["confirms"]) => Quantity::AtLeast(n),
        other => other,
    };
    Ok(one(count(row.whose(), (resource, quantity), Stage::Lost, row.span())?, Modality::Fact))
}

pub(super) fn wounded(row: &Row) -> Yield {
    let (resource, quantity) = unit::people(row)?;
    Ok(one(concern(row, resource, About::Security, Some(quantity)), Modality::Fact))
}

/// People who want to leave; a denial says that none do.
pub(super) fn attrition(row: &Row) -> Yield {
    let (resource, quantity) = unit::people(row)?;
    let modality = if quantity == Quantity::Exactly(0) { Modality::Denied } else { Modality::Fact };
    Ok(one(concern(row, resource, About::Personnel, Some(quantity)), modality))
}

pub(super) fn concern(row: &Row, resource: Resource, about: About, quantity: Option<Quantity>) -> Statement {
    let scope = Scope { whose: row.whose_or_mission(), resource, units: [].into() };
    Statement::Concern(Concern { about, also: [].into(), scope, quantity, span: row.span() })
}

/// The contingent a summary numbers, unless it only quotes somebody who "calls it the third".
fn ordinal(summary: &str) -> Option<Ordinal> {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let lower = summary.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(|word| word.trim_matches([',', '.', ';'])).collect();
    let at = words.iter().position(|word| *word == "contingent")?;
    let quoted = words[..at].contains(&"calls");
    let near = at.saturating_sub(2)..at;
    let place = words[near].iter().find_map(|word| WORDS.iter().position(|ordinal| ordinal == word))?;
    (!quoted).then(|| u16::try_from(place + 1).ok().and_then(Ordinal::new)).flatten()
}
