//! Numbers: digits and number words with their hedges, money, percentages, durations, and numbers that count nothing.

use std::num::NonZeroU64;

use model::{Currency, Interval, Quantity};

use super::scene::Scene;
use crate::{
    Duration, Mention, Money, Shape, What,
    meaning::{DateWord, Hedge, Length, Meaning, NumberWord, Side, Sign},
};

/// A number without its hedge: `mantissa * scale / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Core {
    mantissa: u64,
    decimals: u32,
    scale: u64,
    /// The token behind it.
    pub(super) end: usize,
    /// Whether it is digits with no separator and no scale, and so may be a year or a label.
    plain: bool,
}

impl Core {
    /// The whole number; rounded when `round`, else `None` where a fraction is left.
    fn whole(self, round: bool) -> Option<u64> {
        let product = u128::from(self.mantissa) * u128::from(self.scale);
        let divisor = 10_u128.checked_pow(self.decimals)?;
        let whole = if product.is_multiple_of(divisor) {
            product / divisor
        } else if round {
            (product + divisor / 2) / divisor
        } else {
            return None;
        };
        u64::try_from(whole).ok()
    }

    /// Its value as written where it is a plain whole number.
    pub(super) fn plain(self) -> Option<u64> {
        (self.plain && self.decimals == 0).then_some(self.mantissa)
    }

    /// Its value where it is small enough to count days or years by.
    pub(super) fn small(self) -> Option<u64> {
        self.whole(false).filter(|n| *n < 1_000)
    }

    fn is_year(self) -> bool {
        self.plain().is_some_and(|n| (1900..2100).contains(&n))
    }
}

/// Every number of a sentence, in order, none overlapping another.
pub(super) fn numbers(scene: &Scene<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut token = 0;
    while token < scene.len() {
        let found = instrument(scene, token).or_else(|| vague(scene, token)).or_else(|| amount(scene, token));
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
    let is_year = |token| digits(scene, token).is_some_and(Core::is_year);
    if scene.word(end) == "(" && is_year(end + 1) && scene.word(end + 2) == ")" {
        end += 3;
    }
    let name = model::Name::new(scene.raw_range(&(start..end))).ok()?;
    Some(Scene::mention(start..end, What::Instrument(name)))
}

/// "dozens", "a handful".
fn vague(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    let ((), end) =
        scene.find(start, |meaning| matches!(meaning, Meaning::Number(NumberWord::Vague)).then_some(()))?;
    // "a few hundred" is in the lexicon; a number behind a vague word is read by itself.
    core(scene, end, false).is_none().then(|| Scene::mention(start..end, What::Number(Quantity::SomeNumber)))
}

/// A number with its hedges, currency and unit.
fn amount(scene: &Scene<'_>, start: usize) -> Option<Mention> {
    let (mut hedge, mut at) = (None, start);
    for _ in 0..3 {
        let before = |meaning: &Meaning| match meaning {
            Meaning::Hedge { side: Side::Before, hedge } => Some(*hedge),
            _ => None,
        };
        let Some((found, end)) = scene.find(at, before) else { break };
        hedge = Some(hedge.map_or(found, |first| stronger(first, found)));
        at = end;
    }
    let between = scene.word(at) == "between" && hedge.is_none();
    if between {
        at += 1;
    }
    let mut prefix = currency(scene, at);
    if let Some((_, end)) = prefix {
        at = end;
    } else if let Some((sign, core)) = glued_currency(scene, at) {
        return finish(scene, start, hedge, core, None, Some(sign));
    }
    let mut first = core(scene, at, between)?;
    if let Some(aside) = aside(scene, start, at, first, hedge) {
        return Some(aside);
    }
    let mut second = None;
    if let Some((connector, must)) = connector(scene, first.end, between, start) {
        let (sign, next) =
            currency(scene, connector).map_or((None, connector), |(sign, end)| (Some(sign), end));
        if let Some(mut found) = core(scene, next, false) {
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
    match scene.word(at) {
        "and" if between => Some((at + 1, true)),
        _ if between => None,
        // "from 200 to 400" is a change, not a range.
        "to" | "or" if scene.word_before(start) != "from" => Some((at + 1, false)),
        _ if scene.is_dash(at) && scene.is_glued(at) && scene.is_glued(at + 1) => Some((at + 1, false)),
        _ => None,
    }
}

/// "10 to 15 million": the scale of the second end is the first's too.
fn share_scale(first: &mut Core, second: &mut Core) {
    if first.scale == 1 && second.scale > 100 && first.decimals + second.decimals < 8 {
        let at_same_decimals =
            |core: &Core, other: &Core| core.mantissa.checked_mul(10_u64.pow(other.decimals));
        if at_same_decimals(first, second) < at_same_decimals(second, first) {
            first.scale = second.scale;
        }
    }
}

/// What stands behind a number decides what it is.
fn finish(
    scene: &Scene<'_>,
    start: usize,
    hedge: Option<Hedge>,
    first: Core,
    second: Option<Core>,
    prefix: Option<Sign>,
) -> Option<Mention> {
    let last = second.unwrap_or(first);
    let mut end = last.end;
    if prefix.is_none() && scene.find(end, percent).is_some() {
        let ((), end) = scene.find(end, percent)?;
        let hundredths = Core { mantissa: last.mantissa.checked_mul(100)?, ..last }.whole(true)?;
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
    let Some(value) = last.whole(sign.is_some()) else {
        return Some(Scene::mention(start..end, What::Aside));
    };
    let low = second.and_then(|_| first.whole(sign.is_some()));
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
fn length(scene: &Scene<'_>, start: usize, end: usize, core: Core) -> Option<Mention> {
    let at = scene.skip_hyphen(end);
    let unit = |meaning: &Meaning| match meaning {
        Meaning::Date(DateWord::Period(length)) => Some(Some(*length)),
        Meaning::Measure => Some(None),
        _ => None,
    };
    let (unit, after) = scene.find(at, unit)?;
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

/// Whether a number counts nothing: a label, an age, a clock time, a telephone number, a year.
fn aside(scene: &Scene<'_>, start: usize, at: usize, core: Core, hedge: Option<Hedge>) -> Option<Mention> {
    let as_aside = |end: usize| Some(Scene::mention(start..end, What::Aside));
    let end = core.end;
    let is_digits = scene.shape(at) == Shape::Digits;
    let labelled = scene.ends_before(at, |meaning| matches!(meaning, Meaning::Label))
        && (core.plain().is_some() || (!is_digits && scene.shape(at).has_capital()))
        && !counts(scene, end);
    let aged = scene.ends_before(start, |meaning| matches!(meaning, Meaning::Date(DateWord::Aged)))
        || scene.find(scene.skip_hyphen(end), |meaning| date_word(meaning, DateWord::Age)).is_some();
    let clock = scene.find(end, |meaning| date_word(meaning, DateWord::Clock)).map(|((), end)| end);
    let next_is_glued_digits = |mark: &str| {
        scene.word(end) == mark
            && scene.is_glued(end)
            && scene.is_glued(end + 1)
            && scene.shape(end + 1) == Shape::Digits
    };
    if let Some(end) = clock {
        return as_aside(end);
    }
    if is_digits && (next_is_glued_digits(":") || next_is_glued_digits("/")) {
        let after = scene.find(end + 2, |meaning| date_word(meaning, DateWord::Clock));
        return as_aside(after.map_or(end + 2, |((), end)| end));
    }
    let prefixed = matches!(scene.word_before(at), "+" | "#") && scene.is_glued(at);
    let opens_item = scene.sentence.is_item && at <= 1 && matches!(scene.word(end), "." | ")") && is_digits;
    let age_in_commas = is_digits
        && core.plain().is_some_and(|n| (15..100).contains(&n))
        && scene.word_before(start) == ","
        && scene.word(end) == ","
        && start.checked_sub(2).is_some_and(|name| {
            scene.shape(name).has_capital()
                && !scene.ends_before(name + 1, |m| matches!(m, Meaning::Party(_) | Meaning::Unit { .. }))
        });
    if labelled || aged || prefixed || opens_item || age_in_commas {
        return as_aside(end);
    }
    let year =
        core.is_year() && is_digits && !matches!(hedge, Some(Hedge::Over | Hedge::AtLeast | Hedge::UpTo));
    (year
        && !counts(scene, end)
        && currency(scene, end).is_none()
        && !scene.ends_before(at, |m| matches!(m, Meaning::Currency(_))))
    .then(|| Scene::mention(at..end, What::Aside))
}

/// Whether what follows can be counted: people, a group, equipment, a demonym, within two words.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    let counted = |token: usize| {
        scene.at(token).iter().any(|hit| match hit.meaning {
            Meaning::People(_) | Meaning::Group | Meaning::Equipment(_) => true,
            Meaning::Party(party) => {
                matches!(party.form, crate::PartyForm::Demonym | crate::PartyForm::People)
            }
            _ => false,
        })
    };
    counted(at) || (scene.shape(at) == Shape::Lower && counted(at + 1))
}

fn date_word(meaning: &Meaning, wanted: DateWord) -> Option<()> {
    matches!(meaning, Meaning::Date(word) if *word == wanted).then_some(())
}

/// A currency's sign or word at a token.
fn currency(scene: &Scene<'_>, token: usize) -> Option<(Sign, usize)> {
    scene.find(token, |meaning| match meaning {
        Meaning::Currency(sign) => Some(*sign),
        _ => None,
    })
}

/// "Sh500", "EUR 20m" without the space: a currency's letters and the number in one token.
fn glued_currency(scene: &Scene<'_>, token: usize) -> Option<(Sign, Core)> {
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
    Some((sign, scales(scene, parse_digits(&number, end)?)))
}

/// The number at a token, without hedge or currency.
pub(super) fn core(scene: &Scene<'_>, token: usize, between: bool) -> Option<Core> {
    match scene.shape(token) {
        Shape::Digits | Shape::Alphanumeric => digits(scene, token),
        Shape::Mark => None,
        _ => words(scene, token, between),
    }
}

/// A number that begins with digits, its scale included.
pub(super) fn digits(scene: &Scene<'_>, token: usize) -> Option<Core> {
    let core = match scene.shape(token) {
        Shape::Digits | Shape::Alphanumeric => parse_digits(scene.raw(token), token + 1)?,
        _ => return None,
    };
    Some(scales(scene, core))
}

/// Takes in "hundred", "million" and the like behind a number.
fn scales(scene: &Scene<'_>, mut core: Core) -> Core {
    for _ in 0..2 {
        let Some((scale, end)) = scene.find(scene.skip_hyphen(core.end), scale) else { break };
        let Some(product) = core.scale.checked_mul(scale) else { break };
        core = Core { scale: product, end, plain: false, ..core };
    }
    core
}

fn scale(meaning: &Meaning) -> Option<u64> {
    match meaning {
        Meaning::Number(NumberWord::Scale(scale)) => Some(*scale),
        _ => None,
    }
}

/// "400", "2,500", "13.3", "10m", "2.5bn"; `None` for "4th", "12.3.2024" and what is too large.
fn parse_digits(word: &str, end: usize) -> Option<Core> {
    let letters = word.find(char::is_alphabetic).unwrap_or(word.len());
    let (number, suffix) = word.split_at_checked(letters)?;
    let scale = match suffix.to_lowercase().as_str() {
        "" => 1,
        "k" => 1_000,
        "m" | "mn" | "mln" | "million" => 1_000_000,
        "b" | "bn" | "billion" => 1_000_000_000,
        _ => return None,
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if fraction.contains('.') || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut mantissa = 0_u64;
    for digit in whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit) {
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit.to_digit(10)?))?;
    }
    let decimals = u32::try_from(fraction.len()).ok().filter(|decimals| *decimals <= 9)?;
    let plain = number.chars().all(|c| c.is_ascii_digit()) && scale == 1;
    Some(Core { mantissa, decimals, scale, end, plain })
}

/// "four hundred and twenty-one", "a dozen", "half a million".
fn words(scene: &Scene<'_>, token: usize, between: bool) -> Option<Core> {
    let unit = |at: usize| {
        scene.find(at, |meaning| match meaning {
            Meaning::Number(NumberWord::Unit(n)) => Some(*n),
            _ => None,
        })
    };
    let whole = |mantissa: u64, end: usize| Core { mantissa, decimals: 0, scale: 1, end, plain: false };
    if scene
        .find(token, |meaning| matches!(meaning, Meaning::Number(NumberWord::Half)).then_some(()))
        .is_some()
    {
        let at = token + 1 + usize::from(matches!(scene.word(token + 1), "a" | "an"));
        let (scale, end) = scene.find(scene.skip_hyphen(at), scale)?;
        return scale.is_multiple_of(2).then(|| whole(scale / 2, end));
    }
    let (mut total, mut current, mut end, mut room) = (0_u64, 0_u64, token, u64::MAX);
    if matches!(scene.word(token), "a" | "an") {
        let (scale, after) = scene.find(token + 1, scale)?;
        (current, end, room) = (scale, after, scale);
        if scale >= 1_000 {
            (total, current) = (scale, 0);
        }
    } else if scene.word(token) == "one" && is_pronoun_one(scene, token) {
        return None;
    }
    // The longest number that words can write has fewer than 24 of them.
    for _ in 0..24 {
        let mut at = scene.skip_hyphen(end);
        if scene.word(at) == "and" && end > token && room >= 100 && !between && unit(at + 1).is_some() {
            at += 1;
        }
        if let Some((n, after)) = unit(at) {
            if n >= room || (end > token && room != u64::MAX && n == 0) {
                break;
            }
            current = current.checked_add(n)?;
            room = if n >= 20 && n.is_multiple_of(10) { 10 } else { 1 };
            end = after;
        } else if let Some((scale, after)) = scene.find(at, scale).filter(|_| end > token && at >= end) {
            if current == 0 && total == 0 {
                return None;
            }
            if scale >= 1_000 {
                total = total.checked_add(current.max(u64::from(current == 0)).checked_mul(scale)?)?;
                current = 0;
            } else {
                current = current.max(1).checked_mul(scale)?;
            }
            room = scale;
            end = after;
        } else {
            break;
        }
    }
    (end > token).then_some(whole(total.checked_add(current)?, end))
}

/// "no one", "the one", "one another": a pronoun rather than a count.
fn is_pronoun_one(scene: &Scene<'_>, token: usize) -> bool {
    matches!(
        scene.word_before(token),
        "no" | "the"
            | "this"
            | "that"
            | "last"
            | "next"
            | "another"
            | "every"
            | "each"
            | "any"
            | "which"
            | "first"
    ) || matches!(scene.word(token + 1), "another" | "day" | "who" | "way" | "thing" | "'s")
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
