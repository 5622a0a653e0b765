//! Numbers with their hedges: counts, money, percentages, durations.

use std::num::NonZeroU64;

use model::{Currency, Interval, Quantity};

use super::{
    aside::aside,
    numeral::{Numeral, digits, numeral, of_digits, share_scale},
    scene::Scene,
};
use crate::{
    Cue, Duration, Mention, Money, Shape, What,
    meaning::{DateWord, Hedge, Length, Meaning, NumberWord, Side, Sign},
};

/// Every number of a sentence, in order, none overlapping another.
pub(super) fn numbers(scene: &Scene<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut token = 0;
    while token < scene.len() {
        let found = instrument(scene, token)
            .or_else(|| one_length(scene, token))
            .or_else(|| vague(scene, token))
            .or_else(|| amount(scene, token));
        token = match found {
            Some(mention) => {
                let end = mention.tokens.end.max(token + 1);
                mentions.push(mention);
                end
            }
            None => token + 1,
        };
    }
    mentions
}

/// "resolution 2699 (2023)".
fn instrument(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    let ((), at) = scene.find(start, |meaning| matches!(meaning, Meaning::Instrument).then_some(()))?;
    let mut end = digits(scene, at)?.end;
    let is_year = |token| digits(scene, token).is_some_and(Numeral::is_year);
    if scene.word(end) == "(" && is_year(end + 1) && scene.word(end + 2) == ")" {
        end += 3;
    }
    let name = model::Name::new(scene.raw_range(&(start..end))).ok()?;
    Some(Scene::mention(start..end, What::Instrument(name)))
}

/// "for a year", "by another month": one of a length of time, behind the words that make it a length and no rate.
fn one_length(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    let is_length = scene.is_before(start, Cue::LeadsToLength);
    if !is_length || !scene.is(start, Cue::OneLength) {
        return None;
    }
    let at = start + 1 + usize::from(scene.is(start + 1, Cue::FullLength));
    let unit = scene.find(at, |meaning| match meaning {
        Meaning::Date(DateWord::Period(length)) => Some(*length),
        _ => None,
    });
    let (unit, end) = unit.filter(|(_, end)| !scene.is_plural(end - 1))?;
    let duration = match unit {
        Length::Hour => return None,
        Length::Day => Duration::Days(1),
        Length::Week => Duration::Days(7),
        Length::Month => Duration::Months(1),
        Length::Year => Duration::Months(12),
    };
    Some(Scene::mention(start..end, What::Duration(duration)))
}

/// "dozens", "a handful".
fn vague(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    let ((), end) =
        scene.find(start, |meaning| matches!(meaning, Meaning::Number(NumberWord::Vague)).then_some(()))?;
    // "a few hundred" is in the lexicon; a number behind a vague word is read by itself.
    numeral(scene, end, false)
        .is_none()
        .then(|| Scene::mention(start..end, What::Number(Quantity::SomeNumber)))
}

/// "handed over 19 bases", "took over 30 posts": the word belongs to its verb and hedges nothing.
fn is_of_verb(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Cue::Over) && scene.is_before(at, Cue::VerbWithOver)
        || scene.is(at, Cue::Up) && scene.is_before(at, Cue::VerbWithUp)
}

/// "A1,900", "A70.5 million", "5A0.5 million": the digits behind the mark belong to what looks like a label.
fn is_rest_of_label(scene: &Scene<'_>, start: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    start > 1
        && matches!(scene.word(start - 1), "," | ".")
        && scene.is_glued(start)
        && scene.is_glued(start - 1)
        && scene.shape(start - 2) == Shape::Alphanumeric
        && (!scene.raw(start - 2).starts_with(digit) || scene.raw(start - 2).ends_with(digit))
}

/// A number with its hedges, currency and unit.
fn amount(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    // "'s1,900": a number that hangs on a word is no number of its own.
    let behind_word = start > 0
        && (scene.shape(start - 1).is_word() || scene.is(start - 1, Cue::PossessiveEnding))
        && !scene.is_elided(start - 1);
    if behind_word && scene.is_glued(start) || is_rest_of_label(scene, start) {
        return None;
    }
    let (mut hedge, mut at) = (None, start);
    for _ in 0..3 {
        let before = |meaning: &Meaning| match meaning {
            Meaning::Hedge { side: Side::Before, hedge } => Some(*hedge),
            _ => None,
        };
        let Some((found, end)) = scene.find(at, before) else { break };
        if at == start && is_of_verb(scene, at) {
            return None;
        }
        hedge = Some(hedge.map_or(found, |first| stronger(first, found)));
        at = end;
    }
    let between = scene.is(at, Cue::Between) && hedge.is_none();
    if between {
        at += 1;
    }
    let mut prefix = currency(scene, at);
    if let Some((_, end)) = prefix {
        at = end;
    } else if let Some((sign, core)) = glued_currency(scene, at) {
        return finish(scene, start, hedge, core, None, Some(sign));
    }
    let mut first = numeral(scene, at, between)?;
    if let Some(aside) = aside(scene, start, at, first, hedge) {
        return Some(aside);
    }
    let mut second = None;
    if let Some((connector, must)) = connector(scene, first.end, between, start) {
        let (sign, next) =
            currency(scene, connector).map_or((None, connector), |(sign, end)| (Some(sign), end));
        if let Some(mut found) = numeral(scene, next, false) {
            prefix = prefix.or(sign.map(|sign| (sign, next)));
            share_scale(&mut first, &mut found);
            let ends = (first.whole(true), found.whole(true));
            if matches!(ends, (Some(low), Some(high)) if low < high) && !(first.is_year() && found.is_year())
            {
                second = Some(found);
            }
        }
        if second.is_none() && must {
            return None;
        }
    } else if between {
        return None;
    }
    finish(scene, start, hedge, first, second, prefix.map(|(sign, _)| sign))
}

/// The token behind a word that joins two ends of a range, and whether the range must follow.
fn connector(scene: &Scene<'_>, at: usize, between: bool, start: usize) -> Option<(usize, bool)> {
    match at {
        at if scene.is(at, Cue::And) && between => Some((at + 1, true)),
        _ if between => None,
        // "from 200 to 400" is a change, not a range.
        at if scene.is(at, Cue::JoinsRange) && !begins_change(scene, start) => Some((at + 1, false)),
        at if scene.is_dash(at) && scene.is_glued(at) && scene.is_glued(at + 1) => Some((at + 1, false)),
        _ => None,
    }
}

/// "from 200", "by 200": the number that a change begins with, or by which it goes on to another; not that of "un contingent de 200 à 400 policiers".
fn begins_change(scene: &Scene<'_>, start: usize) -> bool {
    let counted = |meaning: &Meaning| matches!(meaning, Meaning::Group | Meaning::People(_));
    let of_group = || scene.is_before(start, Cue::Of) && scene.ends_before(start - 1, counted);
    scene.is_before(start, Cue::By) || scene.is_before(start, Cue::From) && !of_group()
}

/// What stands behind a number decides what it is.
fn finish(
    scene: &Scene<'_>,
    start: usize,
    hedge: Option<Hedge>,
    first: Numeral,
    second: Option<Numeral>,
    prefix: Option<Sign>,
) -> Option<Mention> {
    let last = second.unwrap_or(first);
    let mut end = last.end;
    if prefix.is_none() && scene.find(end, percent).is_some() {
        let ((), end) = scene.find(end, percent)?;
        let hundredths = last.hundredths()?;
        return Some(Scene::mention(start..end, What::Percent(hundredths)));
    }
    let suffix = match prefix {
        None => currency(scene, scene.skip_hyphen(end)),
        // "$40 million US": the sign is settled by what follows.
        Some(Sign::BareDollar) => currency(scene, end).filter(|(sign, _)| *sign != Sign::BareDollar),
        Some(Sign::Of(_)) => None,
    };
    if let Some((_, after)) = suffix {
        end = after;
    }
    let sign = suffix.map(|(sign, _)| sign).or(prefix);
    if let Some(mention) = length(scene, start, end, last).filter(|_| sign.is_none()) {
        return Some(mention);
    }
    let after = |meaning: &Meaning| match meaning {
        Meaning::Hedge { side: Side::After, hedge } => Some(*hedge),
        _ => None,
    };
    let mut hedge = hedge;
    if let Some((found, after)) = scene.find(scene.skip_hyphen(end), after).or_else(|| scene.find(end, after))
    {
        hedge = Some(hedge.map_or(found, |first| stronger(first, found)));
        end = after;
    }
    let hedge = hedge.or(last.is_about.then_some(Hedge::About));
    let count = |number: Numeral| if sign.is_some() { number.units_of_money() } else { number.count() };
    let ends = (count(last), second.map(|_| count(first)));
    let (Some(value), None | Some(Some(_))) = ends else {
        return Some(Scene::mention(start..end, What::Aside));
    };
    let low = ends.1.flatten();
    let quantity = match low.and_then(|low| Interval::new(low, value)) {
        Some(interval) => Quantity::Between(interval),
        None => hedged(hedge, value),
    };
    let money = |currency, is_bare_dollar| What::Money(Money { quantity, currency, is_bare_dollar });
    let what = match sign {
        Some(Sign::Of(currency)) => money(currency, false),
        Some(Sign::BareDollar) => money(Currency::Unstated, true),
        None => What::Number(quantity),
    };
    Some(Scene::mention(start..end, what))
}

fn percent(meaning: &Meaning) -> Option<()> {
    matches!(meaning, Meaning::Number(NumberWord::Percent)).then_some(())
}

/// "12 months", "18-month"; an aside for hours and for measures such as km.
fn length(scene: &Scene<'_>, start: usize, end: usize, core: Numeral) -> Option<Mention> {
    let at = scene.skip_hyphen(end);
    let unit = |meaning: &Meaning| match meaning {
        Meaning::Date(DateWord::Period(length)) => Some(Some(*length)),
        Meaning::Measure => Some(None),
        _ => None,
    };
    // "six more months".
    let more = usize::from(at == end && scene.is(at, Cue::MoreOfLength));
    let (unit, after) = scene.find(at + more, unit)?;
    let count = core.whole(true).and_then(|n| u32::try_from(n).ok());
    let what = match (unit, count) {
        (Some(Length::Day), Some(n)) => What::Duration(Duration::Days(n)),
        (Some(Length::Week), Some(n)) => What::Duration(Duration::Days(n.checked_mul(7)?)),
        (Some(Length::Month), Some(n)) => What::Duration(Duration::Months(n)),
        (Some(Length::Year), Some(n)) => What::Duration(Duration::Months(n.checked_mul(12)?)),
        _ => What::Aside,
    };
    Some(Scene::mention(start..after, what))
}

/// A currency's sign or word at a token.
pub(super) fn currency(scene: &Scene<'_>, token: usize) -> Option<(Sign, usize)> {
    scene.find(token, |meaning| match meaning {
        Meaning::Currency(sign) => Some(*sign),
        _ => None,
    })
}

/// "Sh500", "EUR 20m" without the space: a currency's letters and the number in one token.
fn glued_currency(scene: &Scene<'_>, token: usize) -> Option<(Sign, Numeral)> {
    let word = scene.raw(token);
    let digits = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    if scene.shape(token) != Shape::Alphanumeric {
        return None;
    }
    let sign = scene.lexicons.currency(word.get(..digits)?)?;
    // "Sh13.3m": the tokeniser cuts before the stop.
    let has_fraction = scene.word(token + 1) == "." && scene.is_glued(token + 1) && scene.is_glued(token + 2);
    let (number, end) = if has_fraction {
        (format!("{}.{}", word.get(digits..)?, scene.raw(token + 2)), token + 3)
    } else {
        (word.get(digits..)?.to_owned(), token + 1)
    };
    Some((sign, of_digits(scene, &number, end)?))
}

/// Of two hedges on one number, the one that says more: "up to about 400" is up to 400.
fn stronger(first: Hedge, second: Hedge) -> Hedge {
    if first == Hedge::About { second } else { first }
}

fn hedged(hedge: Option<Hedge>, value: u64) -> Quantity {
    match (hedge, NonZeroU64::new(value)) {
        (Some(Hedge::About), Some(n)) => Quantity::About(n),
        (Some(Hedge::Nearly), Some(n)) => Quantity::Nearly(n),
        (Some(Hedge::Over), _) => Quantity::Over(value),
        (Some(Hedge::AtLeast), _) => Quantity::AtLeast(value),
        (Some(Hedge::UpTo), Some(n)) => Quantity::UpTo(n),
        (Some(Hedge::Under), Some(n)) => Quantity::Under(n),
        (Some(Hedge::About | Hedge::Nearly | Hedge::UpTo | Hedge::Under), None) | (None, _) => {
            Quantity::Exactly(value)
        }
    }
}
