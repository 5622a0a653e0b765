//! Rows that count money: promised, paid, held back, let go.

use model::{Modality, Span, Stage, Step};

use super::{Refused, Taken, people, row::Row, unit, unit::Yield};

/// Each announcement adds to the promise; a "total" is the promise as it stands.
pub(super) fn pledge(row: &Row) -> Yield {
    if row.says(&["total"]) {
        return held(row, Stage::Promised, Modality::Pledged);
    }
    moved(row, Step::Pledge, row.span(), Modality::Pledged)
}

/// What was pledged to the fund in all; "further" pledges come on top of what was paid before.
pub(super) fn fund_pledged(row: &Row) -> Yield {
    if row.says(&["further"]) {
        return moved(row, Step::Pledge, Span::By(row.period), Modality::Pledged);
    }
    held(row, Stage::Promised, Modality::Pledged)
}

pub(super) fn fund_deposited(row: &Row) -> Yield {
    held(row, Stage::Paid, Modality::Fact)
}

/// Money let go from a hold; a drawdown commits what no one held.
pub(super) fn released(row: &Row) -> Yield {
    let step = if row.says(&["drawdown"]) { Step::Commit } else { Step::Release };
    moved(row, step, row.span(), Modality::Fact)
}

pub(super) fn frozen(row: &Row) -> Yield {
    moved(row, Step::Withhold, row.span(), Modality::Fact)
}

pub(super) fn held_back(row: &Row) -> Yield {
    held(row, Stage::Withheld, Modality::Fact)
}

pub(super) fn estimate(_: &Row) -> Yield {
    Err(Refused::no_statement("an estimate of cost or a rate of pay is no money promised, paid or held"))
}

fn held(row: &Row, stage: Stage, modality: Modality) -> Yield {
    let statement = people::count(row.whose_or_mission(), unit::money(row)?, stage, row.span())?;
    Ok(vec![Taken { statement, modality }])
}

fn moved(row: &Row, step: Step, during: Span, modality: Modality) -> Yield {
    let statement = people::moved(people::movement(row.whose_or_mission(), unit::money(row)?, step, during))?;
    Ok(vec![Taken { statement, modality }])
}
