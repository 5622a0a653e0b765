//! The dateline that opens a report: "NAIROBI, Oct 2, 2023 (Reuters) -".

use super::scene::Scene;
use crate::{Anchor, Cue, Mention, Shape, What};

/// The most tokens a dateline has.
const MOST_TOKENS: usize = 18;

/// The dateline at the start of a sentence; its dates are among `dates`.
pub(super) fn dateline(scene: &Scene<'_>, dates: &[Mention]) -> Option<Mention> {
    if !scene.sentence.opens_line || scene.sentence.is_item {
        return None;
    }
    let dash = (1..scene.len().min(MOST_TOKENS)).find(|token| {
        scene.is_dash(*token)
            && !scene.is_glued(*token)
            && (scene.word(*token) != "-" || !scene.is_glued(*token + 1))
    })?;
    let date = dates.iter().find(|mention| mention.tokens.end <= dash);
    let in_date = |token: usize| date.is_some_and(|date| date.tokens.contains(&token));
    let has_place = scene.shape(0) == Shape::Upper && scene.raw(0).chars().count() > 3;
    let has_day = date.is_some_and(|date| {
        matches!(date.what, What::Date(date) if date.anchor != Anchor::Missing && super::date::is_day(date.span))
    });
    let fits = (0..dash).all(|token| {
        in_date(token)
            || scene.shape(token).has_capital()
            || matches!(scene.word(token), "," | "(" | ")" | "." | "/" | "-" | "'")
            || scene.is(token, Cue::InDateline)
    });
    let only_a_date = date.is_some_and(|date| date.tokens.start == 0 && date.tokens.end == dash);
    (fits && (has_place || (has_day && (only_a_date || scene.shape(0).has_capital()))))
        .then(|| Scene::mention(0..dash + 1, What::Dateline))
}
