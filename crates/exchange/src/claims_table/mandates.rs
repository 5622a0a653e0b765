//! Rows that tell of acts on the mandate: resolutions, national approvals, court orders, agreements.

use std::num::NonZeroU16;

use model::{Instrument, Mandate, MandateAct, Modality, Name, Party, Statement, Until};

use super::{Refused, Taken, plans, row::Row, unit::Yield};

/// What a resolution does, by the verb of its summary.
const ACTS: &[(&[&str], MandateAct)] = &[
    (&["turns the", "converts"], MandateAct::Convert),
    (&["extends", "renews", "renewal"], MandateAct::Extend),
    (&["authorises"], MandateAct::Authorise),
    (&["amends"], MandateAct::Amend),
    (&["ends the", "terminates"], MandateAct::End),
];

pub(super) fn mandate(row: &Row) -> Yield {
    let act = ACTS.iter().find(|(words, _)| row.says(words)).map(|(_, act)| *act);
    let act = act.ok_or_else(|| {
        Refused::no_statement("a vote count does not say what the text does to the mandate")
    })?;
    let body = row.parties.first().copied().or_else(|| instrument(row).and_then(|_| Party::new("UN").ok()));
    Ok(vec![one(row, act, body, until(row), Modality::Fact)])
}

pub(super) fn expiry(row: &Row) -> Vec<Taken> {
    vec![one(row, MandateAct::End, row.parties.first().copied(), Until::Unstated, Modality::Fact)]
}

pub(super) fn request(row: &Row) -> Yield {
    each(row, MandateAct::Propose, Modality::Fact)
}

pub(super) fn approval(row: &Row) -> Yield {
    each(row, MandateAct::Authorise, Modality::Fact)
}

/// A court that stops a deployment refuses its approval.
pub(super) fn refusal(row: &Row) -> Yield {
    each(row, MandateAct::Authorise, Modality::Denied)
}

/// Advice is a proposal; what a body is then to do is no act on the mandate.
pub(super) fn support(row: &Row) -> Yield {
    if row.says(&["advises", "proposes", "recommends"]) {
        return each(row, MandateAct::Propose, Modality::Fact);
    }
    Err(Refused::no_statement("support by another body is neither strength nor an act on the mandate"))
}

/// The same act of each party that the row names.
fn each(row: &Row, act: MandateAct, modality: Modality) -> Yield {
    let acts = row.parties.iter().map(|party| one(row, act, Some(*party), Until::Unstated, modality));
    if row.parties.is_empty() { Err(Refused::no_party("acts")) } else { Ok(acts.collect()) }
}

fn one(row: &Row, act: MandateAct, body: Option<Party>, until: Until, modality: Modality) -> Taken {
    let mandate = Mandate { act, instrument: instrument(row), body, span: row.span(), until };
    Taken { statement: Statement::Mandate(mandate), modality }
}

/// "Resolution 2699" in the summary.
fn instrument(row: &Row) -> Option<Instrument> {
    let lower = row.summary.to_lowercase();
    let (_, rest) = lower.split_once("resolution ")?;
    let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then(|| Name::new(&format!("resolution {number}")).ok().map(Instrument)).flatten()
}

/// To the day that the summary names, else for the months of the row.
fn until(row: &Row) -> Until {
    let months = row.low.filter(|_| row.unit == "months").and_then(|n| n.times(1));
    let months = months.and_then(|n| u16::try_from(n).ok()).and_then(NonZeroU16::new);
    match (plans::named_end(row), months) {
        (Some(end), _) => Until::Date(end),
        (None, Some(months)) => Until::Months(months),
        (None, None) => Until::Unstated,
    }
}
