//! Rows that look ahead: plans with a day, planned sizes, delays, visits that prepare.

use model::{
    About, Ceiling, Engagement, EngagementForm, Modality, Name, Period, Quantity, Span, Stage, Statement,
    Step,
};

use super::{Refused, Taken, people, row::Row, unit, unit::Yield, when};

/// A plan of arrivals, at the time that the summary names, else on the day of the row; "full strength" is a count.
pub(super) fn plan_date(row: &Row) -> Yield {
    let during = target(row).unwrap_or_else(|| row.span());
    let what = unit::people(row)?;
    let statement = if row.says(&["full strength"]) {
        people::count(row.whose_or_mission(), what, Stage::Deployed, during)?
    } else {
        people::moved(people::movement(row.whose_or_mission(), what, Step::Deploy, during))?
    };
    Ok(vec![Taken { statement, modality: Modality::Planned }])
}

fn target(row: &Row) -> Option<Span> {
    let (before, span) = when::named(&row.summary, row.said())?;
    let limit = before == "by" || row.says(&["limit", "at the latest"]);
    Some(match span {
        Span::In(period) if limit => Span::By(period),
        Span::In(period) if before == "from" => Span::Since(period),
        span => span,
    })
}

/// A delay: of so many people where the unit counts people, of the party's share where it counts days.
pub(super) fn plan_slip(row: &Row) -> Yield {
    let (resource, quantity) = match unit::people(row) {
        Ok((resource, Quantity::SomeNumber)) => (resource, None),
        Ok((resource, quantity)) => (resource, Some(quantity)),
        Err(_) if row.unit == "days" => (model::Resource::People(model::Service::Unstated), None),
        Err(refused) => return Err(refused),
    };
    let statement = people::concern(row, resource, About::Delay, quantity);
    Ok(vec![Taken { statement, modality: Modality::Fact }])
}

/// In force from its day on; a plan speaks of the day on which it was told.
pub(super) fn authorised_ceiling(row: &Row) -> Yield {
    ceiling(row, Span::Since(row.period), Modality::Fact)
}

pub(super) fn planned_size(row: &Row) -> Yield {
    ceiling(row, row.span(), Modality::Planned)
}

fn ceiling(row: &Row, in_force: Span, modality: Modality) -> Yield {
    let (resource, quantity) = unit::people(row)?;
    let statement = Statement::Ceiling(Ceiling { quantity, resource, instrument: None, in_force });
    Ok(vec![Taken { statement, modality }])
}

pub(super) fn site_survey(row: &Row) -> Yield {
    if row.parties.is_empty() {
        return Err(Refused::no_party("visits"));
    }
    let topics = Name::new("site survey").into_iter().collect();
    let statement = Statement::Engagement(Engagement {
        form: EngagementForm::Visit,
        whose: row.whose(),
        participants: [].into(),
        topics,
        place: None,
        span: row.span(),
    });
    Ok(vec![Taken { statement, modality: Modality::Fact }])
}

/// A camp that is not finished is late; beds and contracts are no strength.
pub(super) fn camp_state(row: &Row) -> Yield {
    if row.unit != "percent complete" {
        return Err(Refused::no_statement("beds, contractors and contracts for a camp are not strength"));
    }
    let Statement::Concern(mut concern) = people::concern(row, model::Resource::Unstated, About::Delay, None)
    else {
        return Ok(Vec::new());
    };
    concern.also.insert(About::Equipment);
    Ok(vec![Taken { statement: Statement::Concern(concern), modality: Modality::Fact }])
}

pub(super) fn camp_build(_: &Row) -> Yield {
    Err(Refused::no_statement("beds, contractors and contracts for a camp are not strength"))
}

pub(super) fn airlift(_: &Row) -> Yield {
    Err(Refused::no_statement("flights carry strength and are not strength"))
}

/// The end of a period as a plan names it.
pub(super) fn named_end(row: &Row) -> Option<Period> {
    match when::named(&row.summary, row.said())? {
        (before, Span::In(period)) if before == "to" || before == "until" => Some(period),
        _ => None,
    }
}
