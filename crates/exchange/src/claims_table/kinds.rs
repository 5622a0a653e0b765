//! The kinds of row and what each becomes: the one table that import and `docs/claims-table.md` share.

use super::{equipment, mandates, money, people, plans, row::Row, sites, unit::Yield};

/// A kind of row.
#[derive(Debug)]
pub struct Kind {
    /// Its word in column `kind`.
    pub name: &'static str,
    /// What it becomes, for people to read.
    pub becomes: &'static str,
    pub(super) take: fn(&Row) -> Yield,
}

const fn kind(name: &'static str, becomes: &'static str, take: fn(&Row) -> Yield) -> Kind {
    Kind { name, becomes, take }
}

/// Every kind of row that a claims table may have.
pub const KINDS: &[Kind] = &[
    // People.
    kind("strength_country", "count of people deployed, of the party", people::strength_country),
    kind(
        "strength_total",
        "count of people deployed, of the whole mission; unstated where the summary calls it unclear of whom",
        people::strength_total,
    ),
    kind("pledge_personnel", "count of people promised, of the party; pledged", people::pledge),
    kind("pledge_total", "count of people promised, of the whole mission; pledged", people::pledge_total),
    kind(
        "notification",
        "count of people promised, of the party; in `countries`: some promised, of each party; pledged",
        people::notification,
    ),
    kind(
        "training",
        "count of people in training; movement `certify` where the course has ended, by the row's day where some have gone since; trainers are not taken",
        people::training,
    ),
    kind("training_planned", "movement `enter training`; planned", people::training_planned),
    kind(
        "readiness",
        "count of people ready, or in training where the summary speaks of a course; people only picked or called up are not taken",
        people::readiness,
    ),
    kind("staging", "count of people ready", people::staging),
    kind("arrival", "movement `deploy`, with the contingent's ordinal", people::arrival),
    kind(
        "departure",
        "movement `deploy`, with the place it leaves: the same event as the arrival, which spans that touch join",
        people::departure,
    ),
    kind("rotation_home", "movement `rotate`", people::rotation_home),
    kind("casualty_killed", "movement `lose`", people::lost),
    kind("casualty_missing", "movement `lose`", people::lost),
    kind(
        "casualty_status",
        "count of people lost; at least as many where the summary only confirms a death",
        people::casualty_status,
    ),
    kind(
        "casualty_wounded",
        "concern for security, with the number: the wounded stay deployed",
        people::wounded,
    ),
    kind("casualty_returned_to_duty", "not taken: the wounded were never counted out", |_| {
        Err(super::Refused::no_statement("an officer who recovered was never counted out"))
    }),
    kind("casualty_repatriated", "not taken: the dead are counted where they fell", |_| {
        Err(super::Refused::no_statement("a body flown home is a death already counted"))
    }),
    kind(
        "attrition_reported",
        "concern for personnel, with the number; denied where it is none",
        people::attrition,
    ),
    // Money.
    kind(
        "pledge_money",
        "movement `pledge`; count of money promised where the summary gives a total; pledged",
        money::pledge,
    ),
    kind(
        "trust_fund_pledged",
        "count of money promised; movement `pledge` where the summary says further; pledged",
        money::fund_pledged,
    ),
    kind(
        "trust_fund_deposited",
        "count of money paid, of the party, else of the whole mission",
        money::fund_deposited,
    ),
    kind("money_released", "movement `release`; `commit` for a drawdown", money::released),
    kind("money_frozen", "movement `withhold`", money::frozen),
    kind("money_held", "count of money withheld", money::held_back),
    kind("cost_estimate", "not taken: an estimate is no money", money::estimate),
    kind("budget", "not taken: an estimate is no money", money::estimate),
    kind("pay_rate", "not taken: a rate is no sum", money::estimate),
    // Equipment.
    kind(
        "equipment_pledged",
        "count of equipment promised; pledged, or planned where the summary plans",
        equipment::pledged,
    ),
    kind("equipment_delivery", "movement `deliver`", equipment::delivered),
    kind("equipment_in_transit", "movement `ship`", equipment::in_transit),
    kind("equipment_handover", "movement `ship` of the first party, to the second", equipment::handover),
    kind(
        "equipment_status",
        "count of equipment out of service; shares in percent are not taken",
        equipment::status,
    ),
    kind("airlift", "not taken: flights are not strength", plans::airlift),
    kind("airlift_planned", "not taken: flights are not strength", plans::airlift),
    // Mandate.
    kind(
        "mandate",
        "mandate: the act by the verb of the summary, its resolution, its end; a bare vote is not taken",
        mandates::mandate,
    ),
    kind("mandate_expiry", "mandate: end", |row| Ok(mandates::expiry(row))),
    kind("request", "mandate: propose, by the party", mandates::request),
    kind("legal_clear", "mandate: authorise, by the party; votes are left out", mandates::approval),
    kind("legal_block", "mandate: authorise, by the party; denied", mandates::refusal),
    kind("agreement", "mandate: authorise, by each party", mandates::approval),
    kind("support", "mandate: propose, where the body advises; else not taken", mandates::support),
    // Sites and plans.
    kind("site_gained", "site retaken; held where it is newly opened", sites::gained),
    kind("site_held", "site held", sites::held),
    kind("site_lost", "site lost", sites::lost),
    kind("site_handover", "site handed over", sites::handed_over),
    kind("site_survey", "engagement: visit on a site survey", plans::site_survey),
    kind("camp_build", "not taken: beds and contracts are not strength", plans::camp_build),
    kind(
        "camp_state",
        "concern for delay where it is in percent complete; else not taken",
        plans::camp_state,
    ),
    kind("authorised_ceiling", "ceiling, in force since its day", plans::authorised_ceiling),
    kind("planned_size", "ceiling; planned", plans::planned_size),
    kind(
        "plan_date",
        "movement `deploy` at the time that the summary names; count of people deployed for full strength; planned",
        plans::plan_date,
    ),
    kind("plan_slip", "concern for delay, with the number of people", plans::plan_slip),
];
