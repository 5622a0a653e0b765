//! Offices and organs with the party beside them: "Russia's envoy", "Defence Ministry spokesman", "ambassadors of France".

use std::ops::Range;

use model::{Name, Party};

use super::scene::Scene;
use crate::{Cue, Mention, OfficeKind, OfficeMention, PartyForm, What, meaning::Meaning};

/// An office as it stands in a sentence, before it is known whether a name follows.
#[derive(Clone, Debug)]
pub(super) struct Title {
    /// From the party before it to the last word of the office.
    pub(super) tokens: Range<usize>,
    /// Its words without the party's genitive or an article.
    pub(super) office: Range<usize>,
    pub(super) kind: OfficeKind,
    pub(super) party: Option<Party>,
}

/// Every office of a sentence, in order, none overlapping another: a chain such as "Defence Ministry spokesman" is one.
pub(super) fn titles(scene: &Scene<'_>) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    let mut token = 0;
    while token < scene.len() {
        let Some(((mut kind, mut party), mut end)) = office(scene, token) else {
            token += 1;
            continue;
        };
        // "US President" must not cut "President-Elect".
        let reach = (token + 1..end).filter_map(|inner| office(scene, inner)).max_by_key(|(_, after)| *after);
        if let Some(((next, its), after)) = reach.filter(|(_, after)| *after > end) {
            (kind, party, end) = (next, party.or(its), after);
        }
        while let Some(((next, its), after)) = office(scene, scene.skip_hyphen(end)) {
            // In "the ambassador reports" a verb follows.
            if next == OfficeKind::Source {
                break;
            }
            (kind, party, end) = (next, party.or(its), after);
        }
        let office = token..end;
        // "le président kényan".
        let behind = scene.find(end, demonym).filter(|_| scene.lexicons.order().adjectives_follow);
        if let Some((own, after)) = behind {
            (party, end) = (Some(own), after);
        }
        let before = party_before(scene, token).filter(|_| behind.is_none());
        let start = before.map_or(token, |(_, start)| start);
        let party = before.map(|(party, _)| party).or(party);
        titles.push(Title { tokens: start..end, office, kind, party });
        token = end;
    }
    titles
}

fn office(scene: &Scene<'_>, token: usize) -> Option<((OfficeKind, Option<Party>), usize)> {
    if scene.in_name(token) {
        return None;
    }
    scene.find(token, |meaning| match meaning {
        Meaning::Office { kind, party } => Some((*kind, *party)),
        _ => None,
    })
}

fn demonym(meaning: &Meaning) -> Option<Party> {
    match meaning {
        Meaning::Party(party) if party.form == PartyForm::Demonym => Some(party.party),
        _ => None,
    }
}

/// The party that ends before a token, with or without "'s", and its first token: "Kenya's ", "Kenyan ".
pub(super) fn party_before(scene: &Scene<'_>, token: usize) -> Option<(Party, usize)> {
    let mut end = token;
    for _ in 0..2 {
        end -=
            usize::from(end > 0 && scene.word_before(end) == "'" || scene.is_before(end, Cue::OwnerEnding));
    }
    (end.saturating_sub(5)..end).find_map(|start| {
        scene.at(start).iter().find_map(|hit| match hit.meaning {
            Meaning::Party(party) if hit.tokens.end == end && party.form != PartyForm::People => {
                Some((party.party, start))
            }
            _ => None,
        })
    })
}

/// The office as a mention, with "of France and Canada" behind it.
pub(super) fn mention(scene: &Scene<'_>, title: &Title) -> Option<Mention> {
    let mut tokens = title.tokens.clone();
    let mut party = title.party;
    if party.is_none() && scene.is(tokens.end, Cue::LeadsToParty) {
        let is_of = scene.is(tokens.end, Cue::Of);
        let is_plural = scene.is_plural(title.office.end - 1);
        let mut at = tokens.end + 1;
        while let Some((found, end)) = party_at(scene, at + usize::from(scene.is(at, Cue::The))) {
            party = party.or(Some(found));
            if is_of {
                tokens.end = end;
            }
            if !is_plural || !scene.is(end, Cue::And) {
                break;
            }
            at = end + 1;
        }
    }
    let named = super::entry::without_article(scene, tokens.clone());
    let name = Name::new(scene.raw_range(&named)).ok()?;
    Some(Scene::mention(named, What::Office(OfficeMention { name, kind: title.kind, party })))
}

/// The first token of an office, its party included, an article left out.
pub(super) fn first_token(scene: &Scene<'_>, title: &Title) -> usize {
    super::entry::without_article(scene, title.tokens.clone()).start
}

fn party_at(scene: &Scene<'_>, token: usize) -> Option<(Party, usize)> {
    scene.find(token, |meaning| match meaning {
        Meaning::Party(party) if matches!(party.form, PartyForm::Name | PartyForm::Organ) => {
            Some(party.party)
        }
        _ => None,
    })
}
