//! A claim opened: what it says in its parts, the words around it, and what was decided on it.

use ledger::{Held, Ledger};
use model::{ClaimId, Decision, DecisionId, Ruling};
use picture::Viewer;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ClaimCard, DecisionShape, StatementShape};
use crate::claim_page;

/// A claim opened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClaimPage {
    claim: ClaimCard,
    /// What it says in its parts, as a correction gives them.
    statement: StatementShape,
    /// The words in front of the quote.
    before: Option<String>,
    /// The words behind it.
    after: Option<String>,
    /// Every decision that names it, in the order in which they were entered.
    decisions: Vec<DecisionShape>,
    /// The claim that stands in its place.
    replaced_by: Option<ClaimCard>,
    /// The claims in whose place it stands.
    replaces: Vec<ClaimCard>,
    /// The claims ruled to tell of the same event.
    same_as: Vec<ClaimCard>,
    /// The claims ruled to tell of another.
    not_same: Vec<ClaimCard>,
}

impl ClaimPage {
    /// A claim of this ledger, as this viewer may see it.
    pub(crate) fn of(ledger: &Ledger, held: &Held, viewer: Viewer) -> Self {
        let may_see = |marking| viewer.may_see(marking);
        let card = |held: &Held| ClaimCard::of(ledger, held, ledger.standing_seen(held.id, &may_see));
        let cards = |ids: Vec<ClaimId>| ids.into_iter().filter_map(|id| ledger.claim(id)).map(card).collect();
        let decisions: Vec<(DecisionId, &Decision)> = ledger
            .decisions_on(held.id)
            .filter(|decision| ledger.may_see_decision(decision, &may_see))
            .map(|decision| (decision.id(), decision))
            .collect();
        let others = |wanted: fn(Ruling) -> Option<bool>| ruled_with(held.id, &decisions, wanted);
        let put_here = decisions.iter().filter_map(|(_, decision)| match decision.ruling {
            Ruling::Replace { with } if with == held.id => Some(decision.claim),
            _ => None,
        });
        let stands_here =
            |id: &ClaimId| ledger.standing_seen(*id, &may_see) == ledger::Standing::Replaced(held.id);
        let mut replaces: Vec<_> = put_here.filter(stands_here).collect();
        replaces.sort();
        replaces.dedup();
        let replaced_by = match ledger.standing_seen(held.id, &may_see) {
            ledger::Standing::Replaced(with) => ledger.claim(with).map(card),
            _ => None,
        };
        let around = held.claim.quote().and_then(|quote| {
            let document = ledger.document(quote.document)?;
            let range = quote.at.range();
            Some(claim_page::around(&document.text, range.start, range.end))
        });
        let (before, after) = around.unzip();
        let same_as = others(|ruling| match ruling {
            Ruling::SameAs { .. } => Some(true),
            Ruling::NotSame { .. } => Some(false),
            _ => None,
        });
        let not_same = others(|ruling| match ruling {
            Ruling::SameAs { .. } => Some(false),
            Ruling::NotSame { .. } => Some(true),
            _ => None,
        });
        Self {
            claim: card(held),
            statement: (&held.claim.statement).into(),
            before,
            after,
            replaced_by,
            replaces: cards(replaces),
            same_as: cards(same_as),
            not_same: cards(not_same),
            decisions: decisions.iter().map(|(_, decision)| (*decision).into()).collect(),
        }
    }
}

/// The claims of which the last ruling with this one is as wanted: the last made, and of one moment that of the greater address,
/// as the ledger has it.
fn ruled_with(
    id: ClaimId,
    decisions: &[(DecisionId, &Decision)],
    wanted: fn(Ruling) -> Option<bool>,
) -> Vec<ClaimId> {
    let mut last = std::collections::BTreeMap::new();
    for (of, decision) in decisions {
        let (Some(is_wanted), Some(other)) = (wanted(decision.ruling), decision.ruling.other()) else {
            continue;
        };
        let other = if other == id { decision.claim } else { other };
        let rank = (decision.made, *of);
        let before = last.entry(other).or_insert((rank, is_wanted));
        if before.0 < rank {
            *before = (rank, is_wanted);
        }
    }
    last.into_iter().filter(|(_, (_, is_wanted))| *is_wanted).map(|(other, _)| other).collect()
}
