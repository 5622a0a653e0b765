//! Claims as flat rows, one claim a row.

use ledger::{Held, Ledger, Standing};
use model::Statement;

use crate::{report, sentence};

/// What stands over the columns.
pub(crate) const COLUMNS: [&str; 21] = [
    "id",
    "mission",
    "type",
    "whose",
    "resource",
    "what",
    "quantity",
    "low",
    "high",
    "when",
    "modality",
    "speaker",
    "published",
    "grade",
    "marking",
    "standing",
    "rule",
    "document",
    "address",
    "quote",
    "sentence",
];

/// A claim of this ledger, standing so, as a row.
pub(crate) fn cells(ledger: &Ledger, held: &Held, standing: Standing) -> [String; 21] {
    let claim = &held.claim;
    let document = claim.quote().and_then(|quote| ledger.document(quote.document));
    let quantity = claim.statement.quantity();
    let bounds = quantity.map(model::Quantity::bounds);
    let text = |value: Option<String>| value.unwrap_or_default();
    [
        held.id.to_string(),
        text(claim.mission.as_ref().map(ToString::to_string)),
        claim.statement.kind().to_owned(),
        text(claim.statement.whose().map(ToString::to_string)),
        text(claim.statement.resource().map(ToString::to_string)),
        what(&claim.statement),
        text(quantity.map(|quantity| quantity.to_string())),
        text(bounds.map(|bounds| bounds.low.to_string())),
        text(bounds.and_then(|bounds| bounds.high).map(|high| high.to_string())),
        claim.statement.span().to_string(),
        claim.modality.to_string(),
        claim.speaker.to_string(),
        claim.published.day.to_string(),
        claim.grade.to_string(),
        claim.marking.to_string(),
        stands(standing).to_owned(),
        report::rule(claim),
        text(document.map(|document| document.title.to_string())),
        text(document.and_then(|document| document.address.as_ref()).map(ToString::to_string)),
        text(ledger.words(claim).map(str::to_owned)),
        sentence::sentence(claim),
    ]
}

/// The word for how a claim stands.
pub(crate) fn stands(standing: Standing) -> &'static str {
    match standing {
        Standing::Undecided => "undecided",
        Standing::Accepted => "accepted",
        Standing::Rejected => "rejected",
        Standing::Replaced(_) => "replaced",
    }
}

/// The stage, step, act, status, form or subject.
fn what(statement: &Statement) -> String {
    match statement {
        Statement::Count(count) => count.stage.to_string(),
        Statement::Movement(movement) => movement.step.to_string(),
        Statement::Ceiling(_) => "ceiling".to_owned(),
        Statement::Mandate(mandate) => mandate.act.to_string(),
        Statement::Site(site) => format!("{} {}", site.site, site.status),
        Statement::Engagement(engagement) => engagement.form.to_string(),
        Statement::Concern(concern) => concern.about.to_string(),
    }
}
