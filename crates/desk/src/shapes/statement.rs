//! A statement in its parts, as a person fills them in: given with a claim that is opened, taken with one entered by hand.
//!
//! Quantities, spans and scopes are words as the model prints and reads them, so that one spelling is enough everywhere.

use std::{collections::BTreeSet, fmt, str::FromStr};

use model::{
    Ceiling, Concern, Count, CountFields, Engagement, Instrument, Mandate, Movement, MovementFields, Name,
    Ordinal, Party, Period, Place, Quantity, Resource, Scope, Site, SiteName, Span, Statement, UnitName,
    Until, Whose,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    quantity_given::{self, QuantityGiven},
    words::{AboutWord, ActWord, FormWord, SiteWord, StageWord, StepWord},
};
use crate::server::{
    problem::{Code, Problem},
    taken,
};

/// What a claim says. Scope, stage, resource and span have no defaults: `unstated` and `..` are said.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = Statement)]
pub(crate) enum StatementShape {
    /// So many stood in a stage.
    Count(CountShape),
    /// So many took a step.
    Movement(MovementShape),
    /// How large the whole mission may be.
    Ceiling(CeilingGiven),
    /// An act on the mandate.
    Mandate(MandateGiven),
    /// A site changed hands or is held.
    Site(SiteGiven),
    /// A meeting, call, visit or statement.
    Engagement(EngagementGiven),
    /// What is late, lacking or criticised.
    Concern(ConcernGiven),
}

/// So many stood in a stage.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CountStatement)]
pub(crate) struct CountShape {
    /// Of whom: `KEN`, several joined by `+`, `mission` or `unstated`.
    #[schema(example = "KEN")]
    whose: String,
    /// Of what: `people`, `people/police`, `equipment/helicopters`, `money/USD`, `unstated`.
    #[schema(example = "people/police")]
    resource: String,
    /// The named units it is of.
    #[serde(default)]
    units: Vec<String>,
    stage: StageWord,
    #[schema(value_type = QuantityGiven)]
    quantity: Value,
    /// When it was so, as EDTF has it: `2024-06-25`, `2024-06`, `2024-06/2024-07`, `../2024-01-07`, `2025-01/..`, `..`
    #[schema(example = "2024-10-11")]
    as_of: String,
    /// Where, if the source says so.
    #[serde(default)]
    place: Option<String>,
}

/// So many took a step.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MovementStatement)]
pub(crate) struct MovementShape {
    /// Of whom: `KEN`, several joined by `+`, `mission` or `unstated`.
    #[schema(example = "KEN")]
    whose: String,
    /// Of what: `people`, `people/police`, `equipment/helicopters`, `money/USD`, `unstated`.
    #[schema(example = "people/police")]
    resource: String,
    /// The named units it is of.
    #[serde(default)]
    units: Vec<String>,
    step: StepWord,
    #[schema(value_type = QuantityGiven)]
    quantity: Value,
    /// When, as EDTF has it.
    #[schema(example = "2025-01-18")]
    during: String,
    /// From where, if the source says so.
    #[serde(default)]
    from: Option<String>,
    /// To where, if the source says so.
    #[serde(default)]
    to: Option<String>,
    /// Which of the party's contingents, if the source says so: 4 for the fourth.
    #[serde(default)]
    #[schema(minimum = 1)]
    ordinal: Option<u16>,
}

/// How large the whole mission may be.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CeilingStatement)]
pub(crate) struct CeilingGiven {
    #[schema(value_type = QuantityGiven)]
    quantity: Value,
    /// Of what: `people`, `people/police`.
    #[schema(example = "people")]
    resource: String,
    /// The text that sets it, if the source names one.
    #[serde(default)]
    instrument: Option<String>,
    /// When it is in force, as EDTF has it.
    in_force: String,
}

/// An act on the mandate.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MandateStatement)]
pub(crate) struct MandateGiven {
    act: ActWord,
    /// The text that does it, if the source names one.
    #[serde(default)]
    instrument: Option<String>,
    /// Who acts, or proposes: `UN`; none where the source does not say.
    #[serde(default)]
    body: Option<String>,
    /// When it was done, as EDTF has it.
    span: String,
    /// How long it holds: a day, a month or a year, such as `12 months`, or `unstated`.
    #[schema(example = "2025-10-02")]
    until: String,
}

/// A site changed hands or is held.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SiteStatement)]
pub(crate) struct SiteGiven {
    /// Which site, as the source names it.
    site: String,
    status: SiteWord,
    /// Who did it or holds it: `KEN`, several joined by `+`, `mission` or `unstated`.
    holder: String,
    /// When, as EDTF has it.
    span: String,
}

/// A meeting, call, visit or statement.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EngagementStatement)]
pub(crate) struct EngagementGiven {
    form: FormWord,
    /// The party that engages: `KEN`, several joined by `+`, `mission` or `unstated`.
    whose: String,
    /// Public office holders and bodies that took part.
    #[serde(default)]
    participants: Vec<String>,
    /// What it was about.
    #[serde(default)]
    topics: Vec<String>,
    /// Where, if the source says so.
    #[serde(default)]
    place: Option<String>,
    /// When, as EDTF has it.
    span: String,
}

/// What is late, lacking or criticised.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConcernStatement)]
pub(crate) struct ConcernGiven {
    about: AboutWord,
    /// What else it is about.
    #[serde(default)]
    also: Vec<AboutWord>,
    /// Of whom: `KEN`, several joined by `+`, `mission` or `unstated`.
    whose: String,
    /// Of what; `unstated` where the source does not say.
    resource: String,
    /// The named units it is of.
    #[serde(default)]
    units: Vec<String>,
    /// How many are late, lacking or concerned, if the source says so.
    #[serde(default)]
    #[schema(value_type = Option<QuantityGiven>)]
    quantity: Option<Value>,
    /// When, as EDTF has it.
    span: String,
}

/// The statement that this JSON means, or a problem that names the field; `at` is where it stands in the body.
pub(crate) fn read(mut value: Value, at: &str) -> Result<Statement, Problem> {
    const KINDS: &str = "`count`, `movement`, `ceiling`, `mandate`, `site`, `engagement` or `concern`";
    let kind = value.as_object_mut().and_then(|fields| fields.remove("kind"));
    match kind.as_ref().and_then(Value::as_str) {
        Some("count") => shaped::<CountShape>(value, at),
        Some("movement") => shaped::<MovementShape>(value, at),
        Some("ceiling") => shaped::<CeilingGiven>(value, at),
        Some("mandate") => shaped::<MandateGiven>(value, at),
        Some("site") => shaped::<SiteGiven>(value, at),
        Some("engagement") => shaped::<EngagementGiven>(value, at),
        Some("concern") => shaped::<ConcernGiven>(value, at),
        other => {
            let found = other.map_or_else(|| "nothing".to_owned(), |kind| format!("`{}`", short(kind)));
            let detail = format!("{found} where the kind of statement should be; write {KINDS}");
            Err(Problem::new(Code::BadBody, detail).at(format!("{at}/kind")))
        }
    }
}

/// What can be meant as a statement.
trait Means: DeserializeOwned {
    /// The statement, or a problem at `at` and the field's name.
    fn statement(self, at: &str) -> Result<Statement, Problem>;
}

fn shaped<T: Means>(value: Value, at: &str) -> Result<Statement, Problem> {
    taken::shape::<T>(value, at)?.statement(at)
}

impl Means for CountShape {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        let fields = CountFields {
            scope: scope(&self.whose, &self.resource, &self.units, at)?,
            stage: self.stage.into(),
            quantity: quantity_given::read(self.quantity, &format!("{at}/quantity"))?,
            as_of: parsed(&self.as_of, at, "as_of")?,
            place: maybe(self.place.as_deref(), at, "place", Place)?,
        };
        Count::try_from(fields).map(Statement::Count).map_err(|error| bad(&error, at, "stage"))
    }
}

impl Means for MovementShape {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        let ordinal = self.ordinal.map(|n| Ordinal::new(n).ok_or(n)).transpose();
        let fields = MovementFields {
            scope: scope(&self.whose, &self.resource, &self.units, at)?,
            step: self.step.into(),
            quantity: quantity_given::read(self.quantity, &format!("{at}/quantity"))?,
            during: parsed(&self.during, at, "during")?,
            from: maybe(self.from.as_deref(), at, "from", Place)?,
            to: maybe(self.to.as_deref(), at, "to", Place)?,
            ordinal: ordinal
                .map_err(|n| bad(&format!("`{n}` is no contingent; the first is 1"), at, "ordinal"))?,
        };
        Movement::try_from(fields).map(Statement::Movement).map_err(|error| bad(&error, at, "step"))
    }
}

impl Means for CeilingGiven {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        Ok(Statement::Ceiling(Ceiling {
            quantity: quantity_given::read(self.quantity, &format!("{at}/quantity"))?,
            resource: parsed(&self.resource, at, "resource")?,
            instrument: maybe(self.instrument.as_deref(), at, "instrument", Instrument)?,
            in_force: parsed(&self.in_force, at, "in_force")?,
        }))
    }
}

impl Means for MandateGiven {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        Ok(Statement::Mandate(Mandate {
            act: self.act.into(),
            instrument: maybe(self.instrument.as_deref(), at, "instrument", Instrument)?,
            body: self.body.map(|body| parsed::<Party>(&body, at, "body")).transpose()?,
            span: parsed(&self.span, at, "span")?,
            until: until(&self.until).ok_or_else(|| {
                let start = short(&self.until);
                let how = "write such as `2025-10-02`, `2025-10`, `12 months` or `unstated`";
                bad(&format!("`{start}` is no end of a mandate; {how}"), at, "until")
            })?,
        }))
    }
}

impl Means for SiteGiven {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        Ok(Statement::Site(Site {
            site: SiteName(taken::name(&self.site, &format!("{at}/site"))?),
            status: self.status.into(),
            holder: whose(&self.holder).map_err(|why| bad(&why, at, "holder"))?,
            span: parsed(&self.span, at, "span")?,
        }))
    }
}

impl Means for EngagementGiven {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        Ok(Statement::Engagement(Engagement {
            form: self.form.into(),
            whose: whose(&self.whose).map_err(|why| bad(&why, at, "whose"))?,
            participants: names(&self.participants, at, "participants")?,
            topics: names(&self.topics, at, "topics")?,
            place: maybe(self.place.as_deref(), at, "place", Place)?,
            span: parsed(&self.span, at, "span")?,
        }))
    }
}

impl Means for ConcernGiven {
    fn statement(self, at: &str) -> Result<Statement, Problem> {
        let quantity =
            self.quantity.map(|quantity| quantity_given::read(quantity, &format!("{at}/quantity")));
        Ok(Statement::Concern(Concern {
            about: self.about.into(),
            also: self.also.into_iter().map(Into::into).collect(),
            scope: scope(&self.whose, &self.resource, &self.units, at)?,
            quantity: quantity.transpose()?,
            span: parsed(&self.span, at, "span")?,
        }))
    }
}

fn bad(why: &impl fmt::Display, at: &str, field: &str) -> Problem {
    Problem::new(Code::BadBody, why.to_string()).at(format!("{at}/{field}"))
}

/// What is quoted back of words that may be long.
fn short(words: &str) -> String {
    words.chars().take(60).collect()
}

fn parsed<T: FromStr<Err: fmt::Display>>(words: &str, at: &str, field: &str) -> Result<T, Problem> {
    // What no span or resource is as long as is not read, so that it is not quoted back as a whole.
    short_enough(words, at, field)?.parse().map_err(|error| bad(&error, at, field))
}

fn short_enough<'w>(words: &'w str, at: &str, field: &str) -> Result<&'w str, Problem> {
    taken::name(words, &format!("{at}/{field}")).map(|_| words)
}

fn maybe<T>(words: Option<&str>, at: &str, field: &str, make: fn(Name) -> T) -> Result<Option<T>, Problem> {
    words.map(|words| taken::name(words, &format!("{at}/{field}")).map(make)).transpose()
}

fn names(words: &[String], at: &str, field: &str) -> Result<BTreeSet<Name>, Problem> {
    let named = words.iter().enumerate();
    named.map(|(place, words)| taken::name(words, &format!("{at}/{field}/{place}"))).collect()
}

fn scope(of: &str, resource: &str, units: &[String], at: &str) -> Result<Scope, Problem> {
    Ok(Scope {
        whose: whose(of).map_err(|why| bad(&why, at, "whose"))?,
        resource: parsed::<Resource>(resource, at, "resource")?,
        units: names(units, at, "units")?.into_iter().map(UnitName).collect(),
    })
}

fn whose(words: &str) -> Result<Whose, String> {
    match words {
        "mission" => Ok(Whose::Mission),
        "unstated" => Ok(Whose::Unstated),
        _ => {
            let parties: Result<BTreeSet<Party>, _> =
                words.split('+').map(|code| short(code).parse()).collect();
            parties.map(Whose::of).map_err(|error| format!("{error}; or `mission` or `unstated`"))
        }
    }
}

fn until(words: &str) -> Option<Until> {
    if words == "unstated" {
        return Some(Until::Unstated);
    }
    match words.strip_suffix(" months").or_else(|| words.strip_suffix(" month")) {
        Some(months) => months.parse().ok().map(Until::Months),
        None => words.parse::<Period>().ok().map(Until::Date),
    }
}

impl From<&Statement> for StatementShape {
    fn from(statement: &Statement) -> Self {
        let words = |name: Option<&dyn fmt::Display>| name.map(ToString::to_string);
        let quantity = |quantity: Quantity| Value::String(quantity.to_string());
        let units = |scope: &Scope| scope.units.iter().map(ToString::to_string).collect();
        let list = |names: &BTreeSet<Name>| names.iter().map(ToString::to_string).collect();
        let when = |span: Span| span.to_string();
        match statement {
            Statement::Count(count) => Self::Count(CountShape {
                whose: count.scope.whose.to_string(),
                resource: count.scope.resource.to_string(),
                units: units(&count.scope),
                stage: count.stage.into(),
                quantity: quantity(count.quantity),
                as_of: when(count.as_of),
                place: words(count.place.as_ref().map(|place| place as _)),
            }),
            Statement::Movement(movement) => Self::Movement(MovementShape {
                whose: movement.scope.whose.to_string(),
                resource: movement.scope.resource.to_string(),
                units: units(&movement.scope),
                step: movement.step.into(),
                quantity: quantity(movement.quantity),
                during: when(movement.during),
                from: words(movement.from.as_ref().map(|place| place as _)),
                to: words(movement.to.as_ref().map(|place| place as _)),
                ordinal: movement.ordinal.map(|ordinal| ordinal.0.get()),
            }),
            Statement::Ceiling(ceiling) => Self::Ceiling(CeilingGiven {
                quantity: quantity(ceiling.quantity),
                resource: ceiling.resource.to_string(),
                instrument: words(ceiling.instrument.as_ref().map(|text| text as _)),
                in_force: when(ceiling.in_force),
            }),
            Statement::Mandate(mandate) => Self::Mandate(MandateGiven {
                act: mandate.act.into(),
                instrument: words(mandate.instrument.as_ref().map(|text| text as _)),
                body: words(mandate.body.as_ref().map(|body| body as _)),
                span: when(mandate.span),
                until: match mandate.until {
                    Until::Date(period) => period.to_string(),
                    Until::Months(months) => format!("{months} months"),
                    Until::Unstated => "unstated".to_owned(),
                },
            }),
            Statement::Site(site) => Self::Site(SiteGiven {
                site: site.site.to_string(),
                status: site.status.into(),
                holder: site.holder.to_string(),
                span: when(site.span),
            }),
            Statement::Engagement(engagement) => Self::Engagement(EngagementGiven {
                form: engagement.form.into(),
                whose: engagement.whose.to_string(),
                participants: list(&engagement.participants),
                topics: list(&engagement.topics),
                place: words(engagement.place.as_ref().map(|place| place as _)),
                span: when(engagement.span),
            }),
            Statement::Concern(concern) => Self::Concern(ConcernGiven {
                about: concern.about.into(),
                also: concern.also.iter().map(|about| (*about).into()).collect(),
                whose: concern.scope.whose.to_string(),
                resource: concern.scope.resource.to_string(),
                units: units(&concern.scope),
                quantity: concern.quantity.map(quantity),
                span: when(concern.span),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::strategies;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_statement_that_is_given_is_taken_again(statement in strategies::statement()) {
            let given = serde_json::to_value(StatementShape::from(&statement)).unwrap();
            let taken = read(given.clone(), "/statement");
            prop_assert!(taken.as_ref() == Ok(&statement), "{given}: {taken:?}");
        }
    }
}
