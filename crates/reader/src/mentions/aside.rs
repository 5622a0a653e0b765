//! Numbers that count nothing: labels, ages, clock times, telephone numbers, years.

use super::{number::currency, numeral::Numeral, scene::Scene};
use crate::{
    Cue, Mention, PartyForm, Shape, What,
    meaning::{DateWord, Hedge, Meaning},
};

/// Whether a number counts nothing: a label, an age, a clock time, a telephone number, a year.
pub(super) fn aside(
    scene: &Scene<'_>,
    start: usize,
    at: usize,
    number: Numeral,
    hedge: Option<Hedge>,
) -> Option<Mention> {
    let as_aside = |end: usize| Some(Scene::mention(start..end, What::Aside));
    let end = number.end;
    let is_digits = scene.shape(at) == Shape::Digits;
    let labelled = scene.ends_before(at, |meaning| matches!(meaning, Meaning::Label))
        && (number.plain().is_some() || (!is_digits && scene.shape(at).has_capital()))
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
    // "+509", "SC/15432", "An-124".
    let is_type =
        at > 1 && scene.is_dash(at - 1) && scene.is_glued(at - 1) && scene.shape(at - 2).has_capital();
    let prefixed = scene.is_glued(at) && (matches!(scene.word_before(at), "+" | "#" | "/") || is_type);
    let opens_item = scene.sentence.is_item && at <= 1 && matches!(scene.word(end), "." | ")") && is_digits;
    // "the 15-member Council", "a 12-nation bloc": what follows is no force of so many.
    let of_members = scene.is_dash(end)
        && scene.is_glued(end)
        && scene.is(end + 1, Cue::MemberOfBody)
        && !scene.at(end + 2).iter().any(|hit| matches!(hit.meaning, Meaning::Group));
    let age_in_commas = is_digits
        && number.plain().is_some_and(|n| (15..100).contains(&n))
        && scene.word_before(start) == ","
        && scene.word(end) == ","
        && start.checked_sub(2).is_some_and(|name| {
            scene.shape(name).has_capital()
                && !scene.ends_before(name + 1, |m| matches!(m, Meaning::Party(_) | Meaning::Unit { .. }))
        });
    if labelled || aged || prefixed || opens_item || of_members || age_in_commas {
        return as_aside(end);
    }
    let year =
        number.is_year() && is_digits && !matches!(hedge, Some(Hedge::Over | Hedge::AtLeast | Hedge::UpTo));
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
                matches!(party.form, PartyForm::Demonym | PartyForm::People)
            }
            _ => false,
        })
    };
    counted(at) || (scene.shape(at) == Shape::Lower && counted(at + 1))
}

fn date_word(meaning: &Meaning, wanted: DateWord) -> Option<()> {
    matches!(meaning, Meaning::Date(word) if *word == wanted).then_some(())
}
