//! Vague movements: reports without a day, which may repeat what is told elsewhere and so are not simply added.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::ClaimId;

use crate::{amount::Amount, group::Happening, posted::Posted, settle::Settled};

/// What is made of a vague movement.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// It is all there is: it counts, on this day.
    Counts(Date),
    /// It may tell of the same as these claims.
    MayBeSame(BTreeSet<ClaimId>, String),
    /// A later count stands over it.
    BeforeCount,
    /// It may have come on top or not.
    Possible,
}

/// No more than so many events in a row are tried as parts of one vague report.
const LONGEST_RUN: usize = 64;

/// Holds a vague movement against the events with days, the counts of the stage it leads to, and the vague
/// movements that count already.
pub(crate) fn judge(
    vague: &Happening,
    amount: Amount,
    dated: &[Settled],
    posted: &[&Posted],
    counted: &[&Settled],
    as_of: Date,
) -> Verdict {
    let others: Vec<&Settled> = dated
        .iter()
        .filter(|event| event.happening.step == vague.step)
        .filter(|event| event.happening.touches(vague.first, vague.last))
        .collect();
    let near: Vec<&Posted> =
        posted.iter().copied().filter(|count| vague.first.is_none_or(|first| count.day >= first)).collect();
    let touching =
        counted.iter().filter(|other| other.happening.touches(vague.first, vague.last)).collect::<Vec<_>>();
    if amount.best.is_none() {
        let with: BTreeSet<ClaimId> = others
            .iter()
            .chain(touching.iter().copied())
            .flat_map(|event| event.happening.claims())
            .chain(near.iter().flat_map(|count| count.choice.taken.claims.iter().copied()))
            .collect();
        return if with.is_empty() {
            Verdict::Counts(vague.last.min(as_of))
        } else {
            Verdict::MayBeSame(with, "it gives no number and may be among these".to_owned())
        };
    }
    if let Some((run, words)) = as_run(amount, &others) {
        return Verdict::MayBeSame(run, words);
    }
    let like = near.iter().rev().find(|count| count.choice.amount.rounded().meets(amount.rounded()));
    if let Some(count) = like {
        let words = format!(
            "{} may be the strength counted as {} on {}",
            number(amount),
            count.choice.taken.words,
            count.day
        );
        return Verdict::MayBeSame(count.choice.taken.claims.clone(), words);
    }
    match posted.last() {
        Some(count) if vague.last <= count.day => Verdict::BeforeCount,
        Some(count) if vague.first.is_none_or(|first| first <= count.day) => Verdict::Possible,
        _ if !others.is_empty() || !touching.is_empty() => Verdict::Possible,
        _ => Verdict::Counts(vague.last.min(as_of)),
    }
}

/// The longest row of events, the earliest of such, whose sum or size is what the vague report gives.
fn as_run(amount: Amount, others: &[&Settled]) -> Option<(BTreeSet<ClaimId>, String)> {
    let others: Vec<&Settled> = others.iter().filter(|event| event.amount.best.is_some()).copied().collect();
    let mut found: Option<&[&Settled]> = None;
    for start in 0..others.len() {
        let mut sum = Amount::NONE;
        for (length, event) in (1..=LONGEST_RUN).zip(&others[start..]) {
            sum = sum.plus(event.amount);
            let longer = found.is_none_or(|run| run.len() < length);
            if longer && sum.rounded().meets(amount.rounded()) {
                found = Some(&others[start..start + length]);
            }
        }
    }
    let run = found?;
    let words = match run {
        [first, .., last] => format!(
            "{} may be the sum of the {} movements from {} to {}",
            number(amount),
            run.len(),
            first.day,
            last.day
        ),
        _ => format!("{} may be the movement of {}", number(amount), run.first()?.day),
    };
    Some((run.iter().flat_map(|event| event.happening.claims()).collect(), words))
}

fn number(amount: Amount) -> String {
    model::Quantity::Exactly(amount.best.unwrap_or(amount.low)).to_string()
}
