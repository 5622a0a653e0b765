//! Mentions that a lexicon entry makes by itself: parties, units, people, groups, equipment, verbs, small words.

use std::ops::Range;

use model::{Name, Ordinal};

use super::scene::Scene;
use crate::{
    Cue, Mention, OfficeMention, PlaceMention, Shape, SiteMention, UnitMention, VerbForm, VerbReading, What,
    WordClass, meaning::Meaning,
};

/// A mention for each entry found in a sentence; several verbs over the same tokens are one mention.
pub(super) fn entries(scene: &Scene<'_>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for hit in &scene.hits {
        let name = || Name::new(scene.raw_range(&without_article(scene, hit.tokens.clone()))).ok();
        let what = match hit.meaning {
            Meaning::Party(party) => Some(What::Party(*party)),
            Meaning::Mission(mission) => Some(What::Mission(mission.clone())),
            Meaning::Unit { name, party } => {
                Some(What::Unit(UnitMention { name: name.clone(), party: *party }))
            }
            Meaning::Place { party } => name().map(|name| What::Place(PlaceMention { name, party: *party })),
            Meaning::Site | Meaning::SiteHead => name().map(|name| What::Site(SiteMention { name })),
            Meaning::Office { kind, party } => {
                name().map(|name| What::Office(OfficeMention { name, kind: *kind, party: *party }))
            }
            Meaning::People(service) => Some(What::People(*service)),
            Meaning::Group => Some(What::Group),
            Meaning::Equipment(equipment) => Some(What::Equipment(equipment.clone())),
            Meaning::MoneyNoun => Some(What::MoneyNoun),
            Meaning::Verb(reading) => {
                let reading = as_noun(scene, &hit.tokens, *reading);
                match mentions.last_mut() {
                    Some(Mention { tokens, what: What::Verb(readings), .. }) if *tokens == hit.tokens => {
                        readings.push(reading);
                        continue;
                    }
                    _ => {}
                }
                Some(What::Verb(vec![reading]))
            }
            Meaning::Word(class) => Some(What::Word(*class)),
            Meaning::Ordinal(n) => Some(What::Ordinal(Ordinal(*n))),
            _ => None,
        };
        mentions.extend(what.map(|what| Scene::mention(hit.tokens.clone(), what)));
    }
    mentions.extend((0..scene.len()).filter_map(|token| digit_ordinal(scene, token)));
    for mention in &mut mentions {
        if let What::Verb(readings) = &mut mention.what
            && mention.tokens.len() == 1
            && let Some(apart) = with_particle(scene, mention.tokens.start)
        {
            *readings = apart;
        }
    }
    mentions
}

/// How far behind its verb a particle may stand: "took the station in the north of the town back".
const PARTICLE_REACH: usize = 9;

/// "saw the group off", "pulled their troops out": the verb that the two parts make together.
fn with_particle(scene: &Scene<'_>, verb: usize) -> Option<Vec<VerbReading>> {
    let reach = verb + 2..(verb + PARTICLE_REACH).min(scene.len());
    for token in reach {
        if matches!(scene.word(token), "," | ";" | ":" | "." | "(" | "\"") {
            return None;
        }
        // "out of", "off at the airport": behind a particle no noun stands that it could lead.
        let ends = token + 1 == scene.len()
            || !scene.shape(token + 1).is_word()
            || scene.is(token + 1, Cue::BehindParticle)
            || scene.is(token + 1, Cue::BehindNoun);
        if scene.is(token, Cue::VerbParticle) && ends {
            let words = format!("{} {}", scene.word(verb), scene.word(token));
            let readings: Vec<_> = scene.lexicons.verb_of(&words).collect();
            if !readings.is_empty() {
                return Some(readings);
            }
        }
    }
    None
}

/// "the call", "in attacks", "plan was": where its neighbours make a base or third-person form a noun.
fn as_noun(scene: &Scene<'_>, tokens: &Range<usize>, reading: VerbReading) -> VerbReading {
    let has_verb_behind = scene.at(tokens.end).iter().any(|hit| {
        matches!(
            hit.meaning,
            Meaning::Word(WordClass::Be | WordClass::Has | WordClass::Future | WordClass::Modal)
        )
    });
    // "this plan", but "this puts".
    let points = scene.is_before(tokens.start, Cue::This) && reading.form == VerbForm::Third;
    let is_noun = scene.is_before(tokens.start, Cue::LeadsToNoun) && !points
        || has_verb_behind
        || scene.is(tokens.end, Cue::BehindNoun);
    // "d'envoyer": the mark of the bare verb, and no preposition.
    let is_marked = reading.form == VerbForm::Base
        && scene.lexicons.order().bare_verbs_chain
        && scene.is_before(tokens.start, Cue::InfinitiveMark);
    match reading.form {
        _ if is_marked => reading,
        VerbForm::Base | VerbForm::Third | VerbForm::BaseOrPast if is_noun => {
            VerbReading { form: VerbForm::Noun, ..reading }
        }
        _ => reading,
    }
}

/// "4th".
fn digit_ordinal(scene: &Scene<'_>, token: usize) -> Option<Mention> {
    if scene.shape(token) != Shape::Alphanumeric {
        return None;
    }
    let word = scene.word(token);
    let digits = scene.lexicons.without_ordinal_ending(word)?;
    let ordinal = Ordinal::new(digits.parse().ok()?)?;
    Some(Scene::mention(token..token + 1, What::Ordinal(ordinal)))
}

/// The tokens without "the" or "a" before them.
pub(super) fn without_article(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let skip = usize::from(scene.is(tokens.start, Cue::Article) && tokens.len() > 1);
    tokens.start + skip..tokens.end
}
