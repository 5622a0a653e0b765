//! What a row counts: its unit column, read as people, money, or a type of equipment.

use model::{Resource, Service};

use super::{Refused, Taken, hedge, row::Row};

/// The units in which people are counted, and the service each names.
const PEOPLE: &[(&str, Service)] = &[
    ("police", Service::Police),
    ("police and gendarmes", Service::Police),
    ("soldiers", Service::Troops),
    ("troops", Service::Troops),
    ("military police", Service::Troops),
    ("civilians", Service::Civilians),
    ("personnel", Service::Unstated),
    ("officers", Service::Unstated),
    ("persons", Service::Unstated),
    ("trainees", Service::Unstated),
    ("aircrew", Service::Unstated),
    ("", Service::Unstated),
];

/// People of the row's unit and how many.
pub(super) fn people(row: &Row) -> Result<(Resource, model::Quantity), Refused> {
    let service = if row.of_civilians {
        Service::Civilians
    } else {
        let known = PEOPLE.iter().find(|(unit, _)| *unit == row.unit);
        known.map(|(_, service)| *service).ok_or_else(|| not_people(row))?
    };
    Ok((Resource::People(service), whole(row, 1)?))
}

fn not_people(row: &Row) -> Refused {
    let units: Vec<_> = PEOPLE.iter().map(|(unit, _)| *unit).filter(|unit| !unit.is_empty()).collect();
    Refused {
        code: "unknown-unit",
        why: format!("column `unit` says `{}`, which does not count people", row.unit),
        hint: format!("write one of {}, and the number of people in `low` and `high`", units.join(", ")),
    }
}

/// Money of the row's unit (`USD`, `CAD million`, `KES billion`) and how much, in whole units of its currency.
pub(super) fn money(row: &Row) -> Result<(Resource, model::Quantity), Refused> {
    let (code, scale) = row.unit.split_once(' ').unwrap_or((&row.unit, ""));
    let scale = match scale {
        "" => Some(1),
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" => Some(1_000_000_000),
        _ => None,
    };
    match (Resource::money(code), scale) {
        (Ok(money), Some(scale)) => Ok((money, whole(row, scale)?)),
        _ => Err(Refused {
            code: "unknown-unit",
            why: format!("column `unit` says `{}`, which is no sum of money", row.unit),
            hint: "write an ISO 4217 code, alone or with thousand, million or billion: `USD million`"
                .to_owned(),
        }),
    }
}

/// Equipment of the type that the unit names, and how many.
pub(super) fn equipment(row: &Row) -> Result<(Resource, model::Quantity), Refused> {
    let share = row.unit.starts_with("percent");
    match Resource::equipment(&row.unit) {
        Ok(kit) if !share => Ok((kit, whole(row, 1)?)),
        _ => Err(Refused {
            code: "unknown-unit",
            why: format!("column `unit` says `{}`, which is no type of equipment", row.unit),
            hint: "write the type in the plural, such as `helicopters`, and how many in `low` and `high`"
                .to_owned(),
        }),
    }
}

fn whole(row: &Row, scale: u64) -> Result<model::Quantity, Refused> {
    hedge::quantity(row, scale).ok_or_else(|| Refused {
        code: "not-whole",
        why: format!("`low` and `high` are not whole numbers of `{}`", row.unit),
        hint: "write whole numbers, or a larger unit such as `USD million`".to_owned(),
    })
}

impl Refused {
    /// A row of a known kind that the model has no statement for.
    pub(super) fn no_statement(why: &str) -> Self {
        Self {
            code: "not-a-claim",
            why: why.to_owned(),
            hint: "it stays as a document; enter by hand what the source says of strength".to_owned(),
        }
    }
}

impl Refused {
    /// A row that must name who acts and does not.
    pub(super) fn no_party(acts: &str) -> Self {
        Self {
            code: "unknown-party",
            why: format!("column `party` does not say who {acts}"),
            hint: "write a state's name in full or its ISO 3166 alpha-3 code, or a body such as UN"
                .to_owned(),
        }
    }
}

impl From<model::DoesNotFit> for Refused {
    fn from(fault: model::DoesNotFit) -> Self {
        Self {
            code: "does-not-fit",
            why: fault.to_string(),
            hint: "write a unit that fits the kind of the row".to_owned(),
        }
    }
}

/// What a row yields: its statements, or why it has none.
pub(super) type Yield = Result<Vec<Taken>, Refused>;
