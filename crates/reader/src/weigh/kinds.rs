//! The kinds of claims that are weighed, in the order of a model's columns, and how surely.

use std::collections::BTreeSet;

use model::{ClaimKind, Modality, Party, Statement, Whose};

/// What a number can tell, in the order of a model's columns; `None`: no claim. Mandates, sites and engagements carry no number.
pub(super) const OF_NUMBERS: [Option<ClaimKind>; 12] = [
    None,
    Some(ClaimKind::Strength),
    Some(ClaimKind::Pledge),
    Some(ClaimKind::Training),
    Some(ClaimKind::Ready),
    Some(ClaimKind::Deployment),
    Some(ClaimKind::Return),
    Some(ClaimKind::Ceiling),
    Some(ClaimKind::Casualty),
    Some(ClaimKind::Equipment),
    Some(ClaimKind::Funds),
    Some(ClaimKind::Shortfall),
];

/// What a sentence can tell without a number, in the order of a model's columns. A ceiling is nothing without one.
pub(super) const OF_SENTENCES: [ClaimKind; 13] = [
    ClaimKind::Strength,
    ClaimKind::Pledge,
    ClaimKind::Training,
    ClaimKind::Ready,
    ClaimKind::Deployment,
    ClaimKind::Return,
    ClaimKind::Casualty,
    ClaimKind::Equipment,
    ClaimKind::Funds,
    ClaimKind::Mandate,
    ClaimKind::Site,
    ClaimKind::Engagement,
    ClaimKind::Shortfall,
];

/// The kind of a statement without a number; `None` of one with a number, and of what is not weighed by its sentence.
pub(super) fn without_number(statement: &Statement) -> Option<ClaimKind> {
    let numbered = statement.quantity().is_some_and(|quantity| quantity.number().is_some());
    Some(ClaimKind::of(statement)).filter(|kind| !numbered && OF_SENTENCES.contains(kind))
}

/// Whose a statement is: of an act on a mandate, the body's.
pub(super) fn parties_of(statement: &Statement) -> BTreeSet<Party> {
    match statement {
        Statement::Mandate(mandate) => mandate.body.into_iter().collect(),
        _ => statement.whose().into_iter().flat_map(Whose::parties).collect(),
    }
}

/// How surely, as far as the model tells it: what is told as so is not parted by who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surely {
    Told,
    Planned,
    Pledged,
    Denied,
}

impl Surely {
    /// Every one, in the order of a model's columns.
    pub(super) const ALL: [Self; 4] = [Self::Told, Self::Planned, Self::Pledged, Self::Denied];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Planned => "planned",
            Self::Pledged => "pledged",
            Self::Denied => "denied",
        }
    }

    /// That of a modality.
    pub(super) fn of(modality: Modality) -> Self {
        match modality {
            Modality::Fact | Modality::Reported => Self::Told,
            Modality::Planned | Modality::Proposed => Self::Planned,
            Modality::Pledged => Self::Pledged,
            Modality::Denied => Self::Denied,
        }
    }
}
