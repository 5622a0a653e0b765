//! Numerals: numbers in digits and words, without hedge or currency.

use super::scene::Scene;
use crate::{
    Cue, Shape,
    meaning::{Meaning, NumberWord},
};

/// A number without its hedge: `mantissa * scale / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    mantissa: u64,
    decimals: u32,
    scale: u64,
    /// The token behind it.
    pub(super) end: usize,
    /// Whether it is digits with no separator and no scale, and so may be a year or a label.
    plain: bool,
    /// Whether its words say no more than about how many: "une centaine".
    pub(super) is_about: bool,
}

impl Numeral {
    /// The whole number; rounded when `round`, else `None` where a fraction is left.
    pub(super) fn whole(self, round: bool) -> Option<u64> {
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

    /// How many of something there are. "1.000" is `None`: one, or elsewhere a thousand.
    pub(super) fn count(self) -> Option<u64> {
        if self.scale == 1 && self.decimals > 0 { None } else { self.whole(false) }
    }

    /// As money: cents are rounded away. "$96.8" is `None`: it has lost its "million", and nobody can tell.
    pub(super) fn units_of_money(self) -> Option<u64> {
        if self.scale == 1 && self.decimals == 2 { self.whole(true) } else { self.count() }
    }

    /// Its hundredfold, for percentages.
    pub(super) fn hundredths(self) -> Option<u64> {
        Self { mantissa: self.mantissa.checked_mul(100)?, ..self }.whole(true)
    }

    /// Its value as written where it is a plain whole number.
    pub(super) fn plain(self) -> Option<u64> {
        (self.plain && self.decimals == 0).then_some(self.mantissa)
    }

    /// Its value where it is small enough to count days or years by.
    pub(super) fn small(self) -> Option<u64> {
        self.whole(false).filter(|n| *n < 1_000)
    }

    /// Whether it may be a year.
    pub(super) fn is_year(self) -> bool {
        self.plain().is_some_and(|n| (1900..2100).contains(&n))
    }
}

/// The number at a token, without hedge or currency.
pub(super) fn numeral(scene: &Scene<'_>, token: usize, between: bool) -> Option<Numeral> {
    match scene.shape(token) {
        Shape::Digits | Shape::Alphanumeric => digits(scene, token),
        Shape::Mark => None,
        _ => words(scene, token, between),
    }
}

/// A number that begins with digits, its scale included.
pub(super) fn digits(scene: &Scene<'_>, token: usize) -> Option<Numeral> {
    let core = match scene.shape(token) {
        Shape::Digits | Shape::Alphanumeric => parse_digits(scene, scene.raw(token), token + 1)?,
        _ => return None,
    };
    Some(scales(scene, core))
}

/// A number of these digits that ends before `end`, with the scale behind it.
pub(super) fn of_digits(scene: &Scene<'_>, digits: &str, end: usize) -> Option<Numeral> {
    Some(scales(scene, parse_digits(scene, digits, end)?))
}

/// Takes in "hundred", "million" and the like behind a number.
fn scales(scene: &Scene<'_>, mut core: Numeral) -> Numeral {
    for _ in 0..2 {
        let Some((scale, end)) = scene.find(scene.skip_hyphen(core.end), scale) else { break };
        let Some(product) = core.scale.checked_mul(scale) else { break };
        core = Numeral { scale: product, end, plain: false, ..core };
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
fn parse_digits(scene: &Scene<'_>, word: &str, end: usize) -> Option<Numeral> {
    let letters = word.find(char::is_alphabetic).unwrap_or(word.len());
    let (number, suffix) = word.split_at_checked(letters)?;
    let scale = if suffix.is_empty() { 1 } else { scene.lexicons.glued_scale(&suffix.to_lowercase())? };
    let decimal = decimal_mark(scene, number);
    let (whole, fraction) = number.split_once(decimal).unwrap_or((number, ""));
    if fraction.contains(decimal) || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut mantissa = 0_u64;
    for digit in whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit) {
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit.to_digit(10)?))?;
    }
    let decimals = u32::try_from(fraction.len()).ok().filter(|decimals| *decimals <= 9)?;
    let plain = number.chars().all(|c| c.is_ascii_digit()) && scale == 1;
    Some(Numeral { mantissa, decimals, scale, end, plain, is_about: false })
}

/// The mark that parts a number's whole from its fraction: the language's own, or a stop before other than three digits.
fn decimal_mark(scene: &Scene<'_>, number: &str) -> char {
    let own = scene.lexicons.spelling().decimal;
    let groups = || number.split('.').skip(1).all(|digits| digits.len() == 3);
    if own == '.' || number.contains(own) || groups() { own } else { '.' }
}

/// "four hundred and twenty-one", "a dozen", "half a million".
fn words(scene: &Scene<'_>, token: usize, between: bool) -> Option<Numeral> {
    let unit = |at: usize| {
        scene.find(at, |meaning| match meaning {
            Meaning::Number(NumberWord::Unit(n)) => Some(*n),
            _ => None,
        })
    };
    let whole = |mantissa: u64, end: usize| Numeral {
        mantissa,
        decimals: 0,
        scale: 1,
        end,
        plain: false,
        is_about: false,
    };
    if scene
        .find(token, |meaning| matches!(meaning, Meaning::Number(NumberWord::Half)).then_some(()))
        .is_some()
    {
        let at = token + 1 + usize::from(scene.is(token + 1, Cue::OneArticle));
        let (scale, end) = scene.find(scene.skip_hyphen(at), scale)?;
        return scale.is_multiple_of(2).then(|| whole(scale / 2, end));
    }
    let about = scene.find(token, |meaning| match meaning {
        Meaning::Number(NumberWord::About(n)) => Some(*n),
        _ => None,
    });
    if let Some((n, end)) = about {
        return Some(Numeral { is_about: true, ..whole(n, end) });
    }
    let (mut total, mut current, mut end, mut room) = (0_u64, 0_u64, token, u64::MAX);
    // "cent", "mille": a scale that stands alone.
    let alone = scene.is(token, Cue::ScaleAlone);
    if alone || scene.is(token, Cue::OneArticle) {
        let (scale, after) = scene.find(token + usize::from(!alone), scale)?;
        // "a dozen four" is no number.
        (current, end, room) = (scale, after, if scale < 100 { 0 } else { scale });
        if scale >= 1_000 {
            (total, current) = (scale, 0);
        }
    } else if scene.is(token, Cue::One) && is_pronoun_one(scene, token) {
        return None;
    }
    // The longest number that words can write has fewer than 24 of them.
    for _ in 0..24 {
        let mut at = scene.skip_hyphen(end);
        if scene.is(at, Cue::And) && end > token && room >= 100 && !between && unit(at + 1).is_some() {
            at += 1;
        }
        let fits = |(n, _): &(u64, usize)| *n < room && !(end > token && room != u64::MAX && *n == 0);
        if let Some((n, after)) = unit(at).filter(fits) {
            current = current.checked_add(n)?;
            room = if n >= 20 && n.is_multiple_of(10) { 10 } else { 1 };
            end = after;
        } else if let Some((scale, after)) = scene.find(at, scale).filter(|_| end > token && at >= end) {
            // "two hundred three hundred" is two numbers.
            if current == 0 && total == 0 || scale < 1_000 && current >= scale {
                return None;
            }
            if scale >= 1_000 {
                total = total.checked_add(current.max(u64::from(current == 0)).checked_mul(scale)?)?;
                current = 0;
            } else {
                current = current.max(1).checked_mul(scale)?;
            }
            room = if scale < 100 { 0 } else { scale };
            end = after;
        } else {
            break;
        }
    }
    (end > token).then_some(whole(total.checked_add(current)?, end))
}

/// "no one", "the one", "one another": a pronoun rather than a count.
fn is_pronoun_one(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_before(token, Cue::BeforePronounOne) || scene.is(token + 1, Cue::BehindPronounOne)
}

/// "10 to 15 million": the scale of the second end is the first's too.
pub(super) fn share_scale(first: &mut Numeral, second: &mut Numeral) {
    if first.scale == 1 && second.scale > 100 && first.decimals + second.decimals < 8 {
        let at_same_decimals =
            |core: &Numeral, other: &Numeral| core.mantissa.checked_mul(10_u64.pow(other.decimals));
        if at_same_decimals(first, second) < at_same_decimals(second, first) {
            first.scale = second.scale;
        }
    }
}
