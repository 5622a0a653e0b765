//! How large the mission may be, and how large it is planned to be.

use std::collections::BTreeSet;

use model::{ClaimId, Instrument, Quantity, Resource, Span, Statement};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, sharper};
use crate::gather::Told;

/// One ceiling and the claims that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CeilingLine {
    /// How many.
    pub quantity: Quantity,
    /// Of what.
    pub resource: Resource,
    /// Whether it is in law (`true`) or only planned or asked for.
    pub authorised: bool,
    /// Whether it is the latest in law, or the latest planned.
    pub in_force: bool,
    /// Since when or for when.
    pub when: Span,
    /// The text that sets it, if a source names one.
    pub instrument: Option<Instrument>,
    /// The claims that state it.
    pub claims: BTreeSet<ClaimId>,
}

/// Every ceiling, the latest first; the latest in law and the latest planned are marked as in force.
pub(super) fn lines(told: &[&Told]) -> Vec<CeilingLine> {
    let mut lines = Vec::new();
    for told in told {
        let Statement::Ceiling(ceiling) = &told.claim.statement else { continue };
        let fresh = CeilingLine {
            quantity: ceiling.quantity,
            resource: ceiling.resource.clone(),
            authorised: told.claim.modality.is_told(),
            in_force: false,
            when: ceiling.in_force,
            instrument: ceiling.instrument.clone(),
            claims: BTreeSet::from([told.id]),
        };
        let same = |a: &CeilingLine, b: &CeilingLine| {
            a.quantity == b.quantity && a.resource == b.resource && a.authorised == b.authorised
        };
        fold(
            &mut lines,
            fresh,
            same,
            |line| &mut line.claims,
            |line, fresh| {
                line.when = sharper(line.when, fresh.when);
                if line.instrument.is_none() {
                    line.instrument.clone_from(&fresh.instrument);
                }
            },
        );
    }
    lines.reverse();
    for authorised in [true, false] {
        if let Some(line) = lines.iter_mut().find(|line| line.authorised == authorised) {
            line.in_force = true;
        }
    }
    lines
}
