//! The largest one-to-one pairing between two small sets.

use std::collections::{BTreeMap, BTreeSet};

/// Pairs as many of the left with one of the right as the test allows, by augmenting paths (Kuhn's algorithm,
/// <https://en.wikipedia.org/wiki/Hopcroft%E2%80%93Karp_algorithm> has the family). Left to right.
pub(super) fn pairs(
    left: usize,
    right: usize,
    fits: impl Fn(usize, usize) -> bool,
) -> BTreeMap<usize, usize> {
    let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
    for i in 0..left {
        place(i, right, &fits, &mut owner, &mut BTreeSet::new());
    }
    owner.into_iter().map(|(j, i)| (i, j)).collect()
}

fn place(
    i: usize,
    right: usize,
    fits: &impl Fn(usize, usize) -> bool,
    owner: &mut BTreeMap<usize, usize>,
    seen: &mut BTreeSet<usize>,
) -> bool {
    for j in 0..right {
        if !fits(i, j) || !seen.insert(j) {
            continue;
        }
        let free = owner.get(&j).copied().is_none_or(|other| place(other, right, fits, owner, seen));
        if free {
            owner.insert(j, i);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_small_case_is_paired_as_fully_as_can_be() {
        // All ways in which 3 on the left may fit 3 on the right, against trying every order of the right.
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        for case in 0_u32..512 {
            let fits = |i: usize, j: usize| case >> (3 * i + j) & 1 == 1;
            let best = orders.iter().map(|order| (0..3).filter(|i| fits(*i, order[*i])).count()).max();
            let got = pairs(3, 3, fits);
            assert!(got.iter().all(|(i, j)| fits(*i, *j)), "case {case}");
            assert_eq!(Some(got.len()), best, "case {case}");
        }
    }
}
