//! Missions with what stands around their names: "Kenya-led ...", "... (MSS)".

use super::scene::Scene;
use crate::{Cue, Mention, MissionMention, PartyForm, What, meaning::Meaning};

/// The most words between "-led" and the mission's noun.
const MOST_WORDS: usize = 4;

/// Missions that reach further than their entry: led by a party, or with their code in brackets.
pub(super) fn missions(scene: &Scene<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for hit in &scene.hits {
        let Meaning::Mission(mission) = hit.meaning else { continue };
        let mut tokens = hit.tokens.clone();
        let mut mission = mission;
        if let Some(end) = bracketed(scene, tokens.end, mission) {
            tokens.end = end;
        } else if let Some((named, end)) =
            named_behind(scene, tokens.end).filter(|_| *mission == MissionMention::Generic)
        {
            (mission, tokens.end) = (named, end);
        }
        tokens.start = led(scene, tokens.start);
        if tokens != hit.tokens {
            mentions.push(Scene::mention(tokens, What::Mission(mission.clone())));
        }
    }
    mentions
}

/// "... in Somalia (AUSSOM)": the code behind a mission that is not named otherwise, and the token behind it.
fn named_behind<'s>(scene: &Scene<'s>, at: usize) -> Option<(&'s MissionMention, usize)> {
    let open = (at..=at + MOST_WORDS).find(|token| scene.word(*token) == "(")?;
    let place = open == at || scene.is(at, Cue::LeadsToCode);
    let (mission, end) = scene.find(open + 1, |meaning| match meaning {
        Meaning::Mission(mission @ MissionMention::Named(_)) => Some(mission),
        _ => None,
    })?;
    (place && scene.word(end) == ")").then_some((mission, end + 1))
}

/// The token behind "(MSS)" at `at`, where the brackets hold a code of the same mission.
fn bracketed(scene: &Scene<'_>, at: usize, mission: &MissionMention) -> Option<usize> {
    let ((), end) = scene.find(at + 1, |meaning| match meaning {
        Meaning::Mission(other) if other == mission => Some(()),
        _ => None,
    })?;
    (scene.word(at) == "(" && scene.word(end) == ")").then_some(end + 1)
}

/// The first token of "Kenya-led ..." before a mission's noun, or `head` itself.
fn led(scene: &Scene<'_>, head: usize) -> usize {
    for led in (head.saturating_sub(MOST_WORDS + 1)..head).rev() {
        if scene.is(led, Cue::Led) && led > 1 && scene.is_dash(led - 1) {
            let party = (led.saturating_sub(6)..led - 1).find(|start| {
                scene.at(*start).iter().any(|hit| {
                    hit.tokens.end == led - 1
                        && matches!(hit.meaning, Meaning::Party(party) if party.form != PartyForm::People)
                })
            });
            return party.unwrap_or(head);
        }
        if !scene.shape(led).is_word() {
            break;
        }
    }
    head
}
