//! What surrounds the strength: ceilings, and the mandate with its clock.

use jiff::civil::Date;
use model::Instrument;
use picture::{ActLine, CeilingLine, MandateEnd, Picture};
use serde::Serialize;
use utoipa::ToSchema;

use super::{QuantityShape, claims::ids};

/// How large the mission may be or is planned to be.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ceiling)]
pub(crate) struct CeilingShape {
    quantity: QuantityShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// Whether it is in law; else only planned or asked for.
    authorised: bool,
    /// Whether it is the latest in law, or the latest planned.
    in_force: bool,
    /// Since when or for when, as EDTF has it.
    #[schema(example = "2023-10-02")]
    when: String,
    /// The first day that this can mean; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    first_day: Option<Date>,
    /// The text that sets it, if a source names one.
    #[schema(example = "resolution 2699")]
    instrument: Option<String>,
    /// The claims that state it.
    claims: Vec<String>,
}

/// The mandate's clock.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mandate)]
pub(crate) struct MandateShape {
    /// When it ends; none where no act tells.
    end: Option<EndShape>,
    /// What was done to it, in order.
    acts: Vec<ActShape>,
    /// What is asked for or planned to be done.
    proposals: Vec<ActShape>,
}

/// When the mandate ends.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MandateEnd)]
pub(crate) struct EndShape {
    /// The first day it can mean.
    #[schema(value_type = String, format = Date)]
    earliest: Date,
    /// The last day it can mean.
    #[schema(value_type = String, format = Date)]
    latest: Date,
    /// How many days are left until the last; less than none: so many have passed.
    days_left: i32,
    /// The text that sets it, if a source names one.
    instrument: Option<String>,
    /// How it was reckoned.
    #[schema(example = "12 months after the end before, by the act that extends it")]
    how: String,
    /// The claims behind it.
    claims: Vec<String>,
}

/// An act on the mandate.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Act)]
pub(crate) struct ActShape {
    /// What was done, or asked for.
    #[schema(example = "extend")]
    act: String,
    /// Who acts, as far as told.
    #[schema(example = "UN Security Council")]
    body: Option<String>,
    /// The text that does it, as far as told.
    instrument: Option<String>,
    /// When, as EDTF has it.
    when: String,
    /// The last day that this can mean; none: open.
    #[schema(value_type = Option<String>, format = Date)]
    last_day: Option<Date>,
    /// How long it holds.
    #[schema(example = "for 12 months")]
    until: String,
    /// How surely it is told.
    #[schema(example = "reported")]
    modality: String,
    /// The claims that tell of it.
    claims: Vec<String>,
}

impl From<&CeilingLine> for CeilingShape {
    fn from(line: &CeilingLine) -> Self {
        Self {
            quantity: line.quantity.into(),
            resource: line.resource.to_string(),
            authorised: line.authorised,
            in_force: line.in_force,
            when: line.when.to_string(),
            first_day: line.when.earliest(),
            instrument: named(line.instrument.as_ref()),
            claims: ids(&line.claims),
        }
    }
}

impl From<&Picture> for MandateShape {
    fn from(picture: &Picture) -> Self {
        let instrument = picture.frame.ending_act().and_then(|act| act.instrument.as_ref());
        let end = |end: &MandateEnd| EndShape {
            earliest: end.earliest,
            latest: end.latest,
            days_left: end.days_left(picture.asked.as_of),
            instrument: named(instrument),
            how: end.how.clone(),
            claims: ids(&end.claims),
        };
        Self {
            end: picture.frame.mandate_end.as_ref().map(end),
            acts: picture.frame.mandates.iter().map(Into::into).collect(),
            proposals: picture.frame.proposals.iter().map(Into::into).collect(),
        }
    }
}

impl From<&ActLine> for ActShape {
    fn from(line: &ActLine) -> Self {
        Self {
            act: line.act.to_string(),
            body: line.body.map(|body| body.name().to_owned()),
            instrument: named(line.instrument.as_ref()),
            when: line.when.to_string(),
            last_day: line.when.latest(),
            until: line.until.to_string(),
            modality: line.modality.to_string(),
            claims: ids(&line.claims),
        }
    }
}

fn named(instrument: Option<&Instrument>) -> Option<String> {
    instrument.map(ToString::to_string)
}
