//! Ruled: what people decided on two claims stands over every rule.
//!
//! A ruling is on two claims, and counts only where both are known and may be seen. "The same" reaches from one to
//! the next ("A is B, B is C" makes one of all three) unless that would put together what was ruled apart.

use std::collections::{BTreeMap, BTreeSet};

use model::ClaimId;

use super::{Group, Telling};

/// The rulings on pairs of claims.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ruled {
    same: Vec<(ClaimId, ClaimId)>,
    apart: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
}

impl Ruled {
    pub(crate) fn of(pairs: BTreeMap<(ClaimId, ClaimId), bool>) -> Self {
        let mut ruled = Self::default();
        for ((one, other), same) in pairs {
            if same {
                ruled.same.push((one, other));
            } else {
                ruled.apart.entry(one).or_default().insert(other);
                ruled.apart.entry(other).or_default().insert(one);
            }
        }
        ruled
    }

    /// Whether one of these was ruled to tell of another event than one of the others.
    pub(super) fn apart<'t>(
        &self,
        these: impl IntoIterator<Item = &'t Telling>,
        others: impl IntoIterator<Item = &'t Telling>,
    ) -> bool {
        if self.apart.is_empty() {
            return false;
        }
        let others: BTreeSet<ClaimId> = others.into_iter().flat_map(|telling| telling.ids.clone()).collect();
        let mut named =
            these.into_iter().flat_map(|telling| &telling.ids).filter_map(|id| self.apart.get(id));
        named.any(|apart| !apart.is_disjoint(&others))
    }

    /// Whether anybody ruled on one of the claims that it tells of another event.
    pub(super) fn is_parted(&self, telling: &Telling) -> bool {
        telling.ids.iter().any(|id| self.apart.contains_key(id))
    }

    /// The rulings by which some of these were ruled to tell of different events.
    pub(super) fn within<'t>(&self, tellings: impl Iterator<Item = &'t Telling>) -> Self {
        if self.apart.is_empty() {
            return Self::default();
        }
        let ids = tellings.flat_map(|telling| &telling.ids);
        let apart = ids.filter_map(|id| Some((*id, self.apart.get(id)?.clone()))).collect();
        Self { same: Vec::new(), apart }
    }

    /// The claims that were ruled to tell of one event with another.
    pub(crate) fn joined(&self) -> BTreeSet<ClaimId> {
        self.same.iter().flat_map(|(one, other)| [*one, *other]).collect()
    }

    /// Those that were ruled to be of one event with one of these; and the rest.
    pub(crate) fn with(&self, tellings: Vec<Telling>, these: &[Telling]) -> (Vec<Telling>, Vec<Telling>) {
        tellings.into_iter().partition(|telling| self.is_same(these, telling))
    }

    /// Whether anybody ruled on one of the claims that it tells of one event with another.
    pub(super) fn is_joined(&self, telling: &Telling) -> bool {
        self.same.iter().any(|(one, other)| telling.ids.contains(one) || telling.ids.contains(other))
    }

    /// Whether these were ruled to be of one event.
    pub(super) fn is_same(&self, these: &[Telling], telling: &Telling) -> bool {
        let told = |id: &ClaimId| these.iter().any(|other| other.ids.contains(id));
        self.same.iter().any(|(one, other)| {
            (telling.ids.contains(one) && told(other)) || (telling.ids.contains(other) && told(one))
        })
    }

    /// The pairs ruled to be of one event.
    pub(super) fn same(&self) -> &[(ClaimId, ClaimId)] {
        &self.same
    }
}

/// Puts together what was ruled to be one event.
pub(super) fn join(groups: Vec<Group>, ruled: &Ruled) -> Vec<Group> {
    let joined = ruled.joined();
    let mut at: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for (i, group) in groups.iter().enumerate() {
        let ids = group.tellings.iter().flat_map(|telling| &telling.ids);
        at.extend(ids.filter(|id| joined.contains(id)).map(|id| (*id, i)));
    }
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    for (one, other) in ruled.same() {
        let Some((a, b)) = at.get(one).copied().zip(at.get(other).copied()) else { continue };
        if a == b {
            continue;
        }
        let Some((left, right)) = groups[a].take().zip(groups[b].take()) else { continue };
        if ruled.apart(&left.tellings, &right.tellings) {
            (groups[a], groups[b]) = (Some(left), Some(right));
            continue;
        }
        for place in at.values_mut().filter(|place| **place == b) {
            *place = a;
        }
        groups[a] = Group::of(left.tellings.into_iter().chain(right.tellings).collect());
    }
    groups.into_iter().flatten().collect()
}
