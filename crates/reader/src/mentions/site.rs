//! Sites: a noun such as "hospital" with its modifiers.

use model::Name;

use super::scene::Scene;
use crate::{Cue, Mention, Shape, SiteMention, What, meaning::Meaning};

/// The most words that can modify a site's noun.
const MOST_MODIFIERS: usize = 5;

/// Every site with modifiers: "the general hospital" without its article, "Toussaint Louverture airport".
pub(super) fn sites(scene: &Scene<'_>) -> Vec<Mention> {
    let heads = scene.hits.iter().filter(|hit| matches!(hit.meaning, Meaning::SiteHead));
    heads
        .filter_map(|hit| {
            let start = modifiers(scene, hit.tokens.start);
            let tokens = start..hit.tokens.end;
            let name = Name::new(scene.raw_range(&tokens)).ok()?;
            (start < hit.tokens.start).then(|| Scene::mention(tokens, What::Site(SiteMention { name })))
        })
        .collect()
}

/// The first token of the modifiers before a site's noun: what follows its article, or the capitalised words before it.
fn modifiers(scene: &Scene<'_>, head: usize) -> usize {
    let mut start = head;
    while start > 0 && head - start < MOST_MODIFIERS {
        let before = start - 1;
        let word = scene.word(before);
        if scene.is(before, Cue::LeadsToSite) {
            return start;
        }
        let hyphen = scene.is_dash(before) && scene.is_glued(before) && scene.is_glued(start);
        let modifies = scene.shape(before).is_word()
            && !scene.lexicons.opens_sentence(word)
            && !scene.is(before, Cue::PossessiveEnding);
        if !hyphen && !modifies {
            break;
        }
        start = before;
    }
    // Without an article only names are sure to belong to it.
    let mut start = head;
    while start > 0 && head - start < MOST_MODIFIERS {
        let before = start - 1;
        let hyphen = scene.is_dash(before) && scene.is_glued(before) && scene.is_glued(start);
        let is_name = matches!(scene.shape(before), Shape::Capitalised | Shape::Upper | Shape::Mixed)
            && !(scene.lexicons.opens_sentence(scene.word(before)));
        if !hyphen && !is_name {
            break;
        }
        start = before;
    }
    start
}
