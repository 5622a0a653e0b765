//! Rows that count equipment: promised, shipped, delivered, out of service. Whose it is says who gives it.

use model::{Modality, Name, Place, Stage, Step, Whose};

use super::{Refused, Taken, people, row::Row, unit, unit::Yield};

pub(super) fn pledged(row: &Row) -> Yield {
    let modality = if row.says(&["plans"]) { Modality::Planned } else { Modality::Pledged };
    count(row, Stage::Promised, modality)
}

pub(super) fn delivered(row: &Row) -> Yield {
    moved(row, Step::Deliver)
}

pub(super) fn in_transit(row: &Row) -> Yield {
    moved(row, Step::Ship)
}

/// Kit taken off the road; a share of a fleet whose size is not told is no number of anything.
pub(super) fn status(row: &Row) -> Yield {
    count(row, Stage::OutOfService, Modality::Fact)
}

/// The first party gives, the second takes it over: it is on its way, and not yet in the mission.
pub(super) fn handover(row: &Row) -> Yield {
    let [giver, taker] = row.parties[..] else {
        return Err(Refused {
            code: "unknown-party",
            why: "column `party` must name who gives and who takes over".to_owned(),
            hint: "write two parties with `;` between: `United States; El Salvador`".to_owned(),
        });
    };
    let mut fields = people::movement(Whose::Party(giver), unit::equipment(row)?, Step::Ship, row.span());
    fields.to = Name::new(taker.name()).ok().map(Place);
    Ok(vec![Taken { statement: people::moved(fields)?, modality: Modality::Fact }])
}

fn count(row: &Row, stage: Stage, modality: Modality) -> Yield {
    let statement = people::count(row.whose_or_mission(), unit::equipment(row)?, stage, row.span())?;
    Ok(vec![Taken { statement, modality }])
}

fn moved(row: &Row, step: Step) -> Yield {
    let fields = people::movement(row.whose_or_mission(), unit::equipment(row)?, step, row.span());
    Ok(vec![Taken { statement: people::moved(fields)?, modality: Modality::Fact }])
}
