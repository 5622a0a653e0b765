//! Whose a figure is.

use picture::Contributor;
use serde::Serialize;
use utoipa::ToSchema;

/// Whose a figure is: a party, several in one number, or what no party is named for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Whose)]
pub(crate) struct WhoseShape {
    /// `KEN`, `BHS+BLZ`, `unstated`, `others`, `mission` or `sum`.
    #[schema(example = "KEN")]
    pub(crate) code: String,
    /// What kind it is.
    kind: WhoseKind,
    /// The name for people.
    #[schema(example = "Kenya")]
    name: String,
}

/// The kinds of contributor.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum WhoseKind {
    /// A party that claims name.
    Party,
    /// Several parties in one number, as stated.
    Parties,
    /// Of whom no source says.
    Unstated,
    /// Whoever else: what figures of the whole mission hold beyond the parties named.
    Others,
    /// The whole mission, as its own figures state it.
    Mission,
    /// All together, as all claims have it.
    Sum,
}

impl From<&Contributor> for WhoseShape {
    fn from(whose: &Contributor) -> Self {
        let kind = match whose {
            Contributor::Party(_) => WhoseKind::Party,
            Contributor::Parties(_) => WhoseKind::Parties,
            Contributor::Unstated => WhoseKind::Unstated,
            Contributor::Others => WhoseKind::Others,
            Contributor::Mission => WhoseKind::Mission,
            Contributor::Sum => WhoseKind::Sum,
        };
        Self { code: whose.to_string(), kind, name: whose.name() }
    }
}
