//! A claim as screens show it: what it says as a sentence and in its parts, who says it, where it stands written.

use jiff::{Timestamp, civil::Date};
use ledger::{Held, Ledger, Standing};
use model::{Basis, Claim, Modality, Published, Quantity, Source, Statement};
use picture::Contributor;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::WhoseShape;
use crate::sentence;

/// A claim.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClaimCard {
    /// Its address.
    pub(crate) id: String,
    /// The first eight digits of it, enough for people to point at it.
    #[schema(example = "3fa9c0de")]
    pub(crate) short: String,
    /// The mission's code; none where the source speaks of a force outside any.
    #[schema(example = "MSS")]
    pub(crate) mission: Option<String>,
    /// What kind of statement it is.
    pub(crate) kind: StatementKind,
    /// What it says, as a sentence that a person can confirm or deny.
    #[schema(example = "Kenya has nearly 400 police deployed, as of 2024-10-11, says William Ruto")]
    pub(crate) words: String,
    /// How surely it is said.
    pub(crate) modality: ModalityShape,
    /// Who says it, as the document names them; none: the document in its own voice.
    pub(crate) speaker: Option<String>,
    /// How far it may be trusted, by the Admiralty code.
    #[schema(example = "C3")]
    pub(crate) grade: String,
    /// When the world could know it.
    pub(crate) published: PublishedShape,
    /// When it held or happened, as EDTF has it: `2024-06-25`, `2024-06`, `2024-06/2024-07`, `../2024-01-07`, `2025-01/..`, `..`
    #[schema(example = "2024-10-11")]
    pub(crate) when: String,
    /// Who may see it: `public`, `mission` or such as `party:KEN`.
    #[schema(example = "public")]
    pub(crate) marking: String,
    /// How it stands after all decisions on it.
    pub(crate) standing: StandingShape,
    /// The claim that stands in its place, where it is replaced.
    pub(crate) replaced_by: Option<String>,
    /// Of whom it is; none for a ceiling, which is the whole mission's, and a mandate, which is its body's.
    pub(crate) whose: Option<WhoseShape>,
    /// What it counts: `people/police`, `money/USD`; none where it is of a kind that counts nothing.
    #[schema(example = "people/police")]
    pub(crate) resource: Option<String>,
    /// The stage of a count, the step of a movement, the act of a mandate, the status of a site, the form of an engagement, the
    /// matter of a concern; none for a ceiling.
    #[schema(example = "deployed")]
    pub(crate) stage_or_step: Option<String>,
    /// The number it carries, if it is of a kind that carries one.
    pub(crate) quantity: Option<QuantityShape>,
    /// Where it comes from.
    pub(crate) source: ClaimSource,
    /// The rule that made it; none where a person did.
    #[schema(example = "stands-at")]
    pub(crate) rule: Option<String>,
    /// The moment it was entered.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) entered: Timestamp,
}

/// The kinds of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StatementKind {
    /// So many stood in a stage.
    Count,
    /// So many took a step.
    Movement,
    /// How large the whole mission may be.
    Ceiling,
    /// An act on the mandate.
    Mandate,
    /// A site changed hands or is held.
    Site,
    /// A meeting, call, visit or statement.
    Engagement,
    /// What is late, lacking or criticised.
    Concern,
}

/// How surely something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Modality)]
pub(crate) enum ModalityShape {
    /// Told as so, in the document's own voice.
    Fact,
    /// Told as so by somebody whom the document quotes.
    Reported,
    /// Meant to come, without a promise.
    Planned,
    /// Promised or offered.
    Pledged,
    /// Asked for or suggested.
    Proposed,
    /// Said not to be so, or refused.
    Denied,
}

/// How a claim stands after all decisions on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Standing)]
pub(crate) enum StandingShape {
    /// Nobody has ruled on it: it counts.
    Undecided,
    /// Ruled right, or put in another's place: it counts.
    Accepted,
    /// Ruled out: it does not count, and is still shown.
    Rejected,
    /// Another claim stands in its place.
    Replaced,
}

/// A day of publication and how it is known.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Published)]
pub(crate) struct PublishedShape {
    /// The day, in the mission's area.
    #[schema(value_type = String, format = Date)]
    pub(crate) day: Date,
    /// How it is known.
    pub(crate) basis: BasisShape,
}

/// How a day of publication is known, surest first.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PublishedBasis)]
pub(crate) enum BasisShape {
    /// A person or an import gave it.
    Given,
    /// The page's metadata say so.
    Metadata,
    /// Inferred from a dateline.
    Dateline,
    /// Inferred: the latest past date in the text.
    LatestDate,
    /// Nothing tells: the day the text was read.
    DayRead,
}

/// A number as its source hedged it, and what that leaves open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Quantity)]
pub(crate) struct QuantityShape {
    /// With its hedge.
    #[schema(example = "nearly 400")]
    pub(crate) words: String,
    /// The least that it can mean.
    pub(crate) low: u64,
    /// The most that it can mean; none: no ceiling.
    pub(crate) high: Option<u64>,
}

/// Where a claim comes from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ClaimSource {
    /// It stands written in a document.
    Document(QuoteShape),
    /// A person entered it without a document.
    ByHand {
        /// Who.
        by: String,
    },
}

/// A place in a document.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Quote)]
pub(crate) struct QuoteShape {
    /// The document's address in the ledger.
    pub(crate) document: String,
    /// Its headline or file name.
    pub(crate) title: String,
    /// Who published it, as far as known.
    pub(crate) publisher: Option<String>,
    /// Where it can be found again, as far as known.
    pub(crate) address: Option<String>,
    /// The words.
    pub(crate) quote: String,
    /// The byte of its text, in UTF-8, that the words start at.
    pub(crate) start: u64,
    /// The byte behind them.
    pub(crate) end: u64,
}

impl ClaimCard {
    /// A claim of this ledger, standing so.
    pub(crate) fn of(ledger: &Ledger, held: &Held, standing: Standing) -> Self {
        let claim = &*held.claim;
        let id = held.id.to_string();
        Self {
            short: id.chars().take(8).collect(),
            id,
            mission: claim.mission.as_ref().map(ToString::to_string),
            kind: (&claim.statement).into(),
            words: sentence::sentence(claim),
            modality: claim.modality.into(),
            speaker: match &claim.speaker {
                model::Speaker::Document => None,
                model::Speaker::Named(name) => Some(name.to_string()),
            },
            grade: claim.grade.to_string(),
            published: claim.published.into(),
            when: claim.statement.span().to_string(),
            marking: claim.marking.to_string(),
            standing: standing.into(),
            replaced_by: match standing {
                Standing::Replaced(with) => Some(with.to_string()),
                Standing::Undecided | Standing::Accepted | Standing::Rejected => None,
            },
            whose: claim.statement.whose().map(|whose| (&Contributor::from(whose)).into()),
            resource: claim.statement.resource().map(ToString::to_string),
            stage_or_step: stage_or_step(&claim.statement),
            quantity: claim.statement.quantity().map(Into::into),
            source: source(ledger, claim),
            rule: match &claim.source {
                Source::Read { rule, .. } => Some(rule.to_string()),
                Source::ByHand { .. } => None,
            },
            entered: held.entered,
        }
    }
}

/// A claim stands in no ledger without the document that it quotes.
pub(super) fn source(ledger: &Ledger, claim: &Claim) -> ClaimSource {
    match &claim.source {
        Source::ByHand { by } => ClaimSource::ByHand { by: by.to_string() },
        Source::Read { quote, .. } => {
            let document = ledger.document(quote.document);
            let range = quote.at.range();
            ClaimSource::Document(QuoteShape {
                document: quote.document.to_string(),
                title: document.map(|document| document.title.to_string()).unwrap_or_default(),
                publisher: document.and_then(|document| Some(document.publisher.as_ref()?.to_string())),
                address: document.and_then(|document| Some(document.address.as_ref()?.to_string())),
                quote: ledger.words(claim).unwrap_or_default().to_owned(),
                start: range.start as u64,
                end: range.end as u64,
            })
        }
    }
}

fn stage_or_step(statement: &Statement) -> Option<String> {
    match statement {
        Statement::Count(count) => Some(count.stage.to_string()),
        Statement::Movement(movement) => Some(movement.step.to_string()),
        Statement::Ceiling(_) => None,
        Statement::Mandate(mandate) => Some(mandate.act.to_string()),
        Statement::Site(site) => Some(site.status.to_string()),
        Statement::Engagement(engagement) => Some(engagement.form.to_string()),
        Statement::Concern(concern) => Some(concern.about.to_string()),
    }
}

impl From<&Statement> for StatementKind {
    fn from(statement: &Statement) -> Self {
        match statement {
            Statement::Count(_) => Self::Count,
            Statement::Movement(_) => Self::Movement,
            Statement::Ceiling(_) => Self::Ceiling,
            Statement::Mandate(_) => Self::Mandate,
            Statement::Site(_) => Self::Site,
            Statement::Engagement(_) => Self::Engagement,
            Statement::Concern(_) => Self::Concern,
        }
    }
}

impl From<Modality> for ModalityShape {
    fn from(modality: Modality) -> Self {
        match modality {
            Modality::Fact => Self::Fact,
            Modality::Reported => Self::Reported,
            Modality::Planned => Self::Planned,
            Modality::Pledged => Self::Pledged,
            Modality::Proposed => Self::Proposed,
            Modality::Denied => Self::Denied,
        }
    }
}

impl From<ModalityShape> for Modality {
    fn from(modality: ModalityShape) -> Self {
        match modality {
            ModalityShape::Fact => Self::Fact,
            ModalityShape::Reported => Self::Reported,
            ModalityShape::Planned => Self::Planned,
            ModalityShape::Pledged => Self::Pledged,
            ModalityShape::Proposed => Self::Proposed,
            ModalityShape::Denied => Self::Denied,
        }
    }
}

impl From<Standing> for StandingShape {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Undecided => Self::Undecided,
            Standing::Accepted => Self::Accepted,
            Standing::Rejected => Self::Rejected,
            Standing::Replaced(_) => Self::Replaced,
        }
    }
}

impl From<Published> for PublishedShape {
    fn from(Published { day, basis }: Published) -> Self {
        let basis = match basis {
            Basis::Given => BasisShape::Given,
            Basis::Metadata => BasisShape::Metadata,
            Basis::Dateline => BasisShape::Dateline,
            Basis::LatestDate => BasisShape::LatestDate,
            Basis::DayRead => BasisShape::DayRead,
        };
        Self { day, basis }
    }
}

impl From<Quantity> for QuantityShape {
    fn from(quantity: Quantity) -> Self {
        let bounds = quantity.bounds();
        Self { words: quantity.to_string(), low: bounds.low, high: bounds.high }
    }
}
