//! Names that no lexicon has: runs of capitalised words, told apart as persons, units, bodies and places.

use std::{collections::BTreeMap, ops::Range};

use model::{Name, Party};

use super::{
    office::{self, Title},
    scene::Scene,
};
use crate::{
    Cue, Mention, OfficeKind, OfficeMention, PartyForm, PersonMention, PlaceMention, Shape, UnitMention,
    What,
    lexicon::Hit,
    meaning::{Meaning, NamePart},
};

/// The most tokens of one name.
const MOST_TOKENS: usize = 8;

/// The persons a text has named so far, by their last name.
pub(super) type People = BTreeMap<String, PersonMention>;

/// Every person, and every run of capitalised words that is no person but a unit, a body, a place or an unknown name.
/// `titles` are the offices of the sentence; the offices that turn out to belong to a person are in the mention.
pub(super) fn names(scene: &Scene<'_>, titles: &[Title], people: &mut People) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let headline = is_headline(scene);
    let mut token = 0;
    while token < scene.len() {
        let known = known_person(scene, token).or_else(|| named_before(scene, token, people));
        let run = known
            .as_ref()
            .map(|(tokens, _)| tokens.clone())
            .or_else(|| (!headline).then(|| run(scene, token, titles)).flatten());
        let Some(run) = run else {
            token += 1;
            continue;
        };
        token = run.end;
        mentions.extend(classify(scene, &run, known.as_ref().map(|(_, person)| person), titles, people));
    }
    mentions
}

/// A headline in capitals says nothing about which words are names.
fn is_headline(scene: &Scene<'_>) -> bool {
    let words = (0..scene.len()).filter(|token| scene.shape(*token).is_word()).count();
    let capitals = (0..scene.len()).filter(|token| scene.shape(*token).has_capital()).count();
    !scene.sentence.has_stop && words > 3 && capitals * 10 >= words * 7
}

/// A person whom the lexicon knows.
fn known_person(scene: &Scene<'_>, token: usize) -> Option<(Range<usize>, PersonMention)> {
    let (person, end) = scene.find(token, |meaning| match meaning {
        Meaning::Person { name, office, party } => {
            Some(PersonMention { name: name.clone(), office: office.clone(), party: *party })
        }
        _ => None,
    })?;
    Some((token..end, person))
}

/// A last name that the text has given before, even where the word is an office too: "King".
fn named_before(scene: &Scene<'_>, token: usize, people: &People) -> Option<(Range<usize>, PersonMention)> {
    let person = people.get(scene.word(token))?;
    let alone = !scene.shape(token + 1).has_capital() && scene.shape(token) == Shape::Capitalised;
    let is_office =
        |token: usize| scene.at(token).iter().any(|hit| matches!(hit.meaning, Meaning::Office { .. }));
    let follows_name = token > 0 && scene.shape(token - 1).has_capital() && !is_office(token - 1);
    (alone && !follows_name).then(|| (token..token + 1, person.clone()))
}

/// What at a token keeps it out of a run of unknown names.
fn is_known(scene: &Scene<'_>, token: usize) -> bool {
    if scene.in_name(token) && !is_party(scene, token) || has_part(scene, token, NamePart::Courtesy) {
        return true;
    }
    scene.at(token).iter().any(|hit| {
        matches!(
            hit.meaning,
            Meaning::Mission(_) | Meaning::Unit { .. } | Meaning::Place { .. } | Meaning::Site | Meaning::Person { .. } | Meaning::Date(_)
        ) || (matches!(hit.meaning, Meaning::Office { .. }) && hit.tokens.end > token)
            || matches!(hit.meaning, Meaning::Party(party) if matches!(party.form, PartyForm::Organ | PartyForm::Capital | PartyForm::People))
    })
}

fn is_party(scene: &Scene<'_>, token: usize) -> bool {
    scene.at(token).iter().any(|hit| matches!(hit.meaning, Meaning::Party(_)))
}

fn has_part(scene: &Scene<'_>, token: usize, wanted: NamePart) -> bool {
    scene.at(token).iter().any(|hit| matches!(hit.meaning, Meaning::NamePart(part) if *part == wanted))
}

/// The run of capitalised words that begins at a token.
fn run(scene: &Scene<'_>, start: usize, titles: &[Title]) -> Option<Range<usize>> {
    let in_title = |token: usize| {
        let before = titles.partition_point(|title| title.office.end <= token);
        titles.get(before).is_some_and(|title| title.office.contains(&token))
    };
    let heads_body = |token: usize| {
        !scene.in_name(token)
            && (has_part(scene, token, NamePart::BodyHead) || has_part(scene, token, NamePart::UnitHead))
    };
    let is_name =
        |token: usize| scene.shape(token).has_capital() && !is_known(scene, token) && !in_title(token);
    if !is_name(start) || (opens(scene, start) && is_ordinary(scene, start)) {
        return None;
    }
    let mut end = start + 1;
    while end < scene.len() && end - start < MOST_TOKENS {
        let glued_hyphen = scene.is_dash(end) && scene.is_glued(end) && scene.is_glued(end + 1);
        let initial =
            scene.word(end) == "." && scene.is_glued(end) && scene.raw(end - 1).chars().nth(1).is_none();
        let particle = has_part(scene, end, NamePart::Particle) && is_name(end + 1);
        let of = scene.is(end, Cue::Of) && has_part(scene, end - 1, NamePart::BodyHead) && is_name(end + 1);
        if is_name(end) || is_last_name(scene, end) || (scene.shape(end).has_capital() && heads_body(end)) {
            end += 1;
        } else if glued_hyphen && is_name(end + 1)
            || (particle && !initial)
            || of
            || (initial && is_name(end + 1))
        {
            end += 2;
        } else {
            break;
        }
    }
    Some(start..end.min(scene.len()))
}

/// Whether an office's word is the last name of the person whose run it ends: "Raymond King".
fn is_last_name(scene: &Scene<'_>, token: usize) -> bool {
    let is_office = |hit: &Hit<'_>| matches!(hit.meaning, Meaning::Office { .. }) && hit.tokens.len() == 1;
    scene.shape(token) == Shape::Capitalised
        && scene.at(token).iter().all(is_office)
        && !scene.shape(token + 1).has_capital()
}

/// Whether a capital at a token may be there only because a sentence, a speech or a list begins.
fn opens(scene: &Scene<'_>, token: usize) -> bool {
    token == 0
        || matches!(
            scene.word_before(token),
            ":" | "\u{201c}" | "\"" | "\u{ab}" | "\u{2018}" | "." | "?" | "!" | "("
        )
        || (scene.is_dash(token - 1) && !scene.is_glued(token))
        || scene.word_before(token) == "\u{2022}"
}

/// Whether a word is an ordinary one of the language, as far as the lexicons tell.
fn is_ordinary(scene: &Scene<'_>, token: usize) -> bool {
    scene.lexicons.opens_sentence(scene.word(token))
        || scene.at(token).iter().any(|hit| match hit.meaning {
            Meaning::NamePart(part) => *part == NamePart::Ordinary,
            Meaning::Party(_) | Meaning::Person { .. } => false,
            _ => true,
        })
}

fn classify(
    scene: &Scene<'_>,
    run: &Range<usize>,
    known: Option<&PersonMention>,
    titles: &[Title],
    people: &mut People,
) -> Vec<Mention> {
    let last = run.end - 1;
    let name = |tokens: &Range<usize>| Name::new(scene.raw_range(tokens)).ok();
    let title = titles.iter().find(|title| title.tokens.end == run.start && title.kind == OfficeKind::Role);
    let heads_body = has_part(scene, last, NamePart::BodyHead) || has_part(scene, last, NamePart::UnitHead);
    if let Some(title) = title.filter(|title| heads_body && scene.shape(title.office.start).has_capital()) {
        // "General Assembly" is no general.
        let whole = title.office.start..run.end;
        let office =
            name(&whole).map(|name| OfficeMention { name, kind: OfficeKind::Organ, party: title.party });
        return office.map(|office| Scene::mention(whole, What::Office(office))).into_iter().collect();
    }
    let is_polite = courtesy_before(scene, run.start).is_some();
    let is_led = (title.is_some() || is_polite) && !run.clone().any(|token| is_party(scene, token));
    if known.is_some() || is_led {
        return person(scene, run, known, title, titles, people).into_iter().collect();
    }
    if run.len() > 1 {
        let party = run.clone().find_map(|token| party_at(scene, token));
        let Some(name) = name(run) else { return Vec::new() };
        if has_part(scene, last, NamePart::UnitHead) {
            return vec![Scene::mention(run.clone(), What::Unit(UnitMention { name, party }))];
        }
        if has_part(scene, last, NamePart::BodyHead) {
            let office = OfficeMention { name, kind: OfficeKind::Organ, party };
            return vec![Scene::mention(run.clone(), What::Office(office))];
        }
    }
    // A party's name among unknown words is a mention of its own; the words around it are looked at without it.
    if let Some(party) = run.clone().find(|token| is_party(scene, *token)) {
        let end = scene
            .at(party)
            .iter()
            .filter(|hit| matches!(hit.meaning, Meaning::Party(_)))
            .map(|hit| hit.tokens.end)
            .max();
        let mut mentions = Vec::new();
        for part in [run.start..party, end.unwrap_or(party + 1).min(run.end)..run.end] {
            if !part.is_empty() {
                mentions.extend(classify(scene, &part, None, titles, people));
            }
        }
        return mentions;
    }
    let Some(name) = name(run) else { return Vec::new() };
    let behind_place_word =
        scene.ends_before(run.start, |meaning| matches!(meaning, Meaning::NamePart(NamePart::BeforePlace)));
    let is_acronym = run.len() == 1 && scene.shape(run.start) == Shape::Upper;
    if behind_place_word && !is_acronym {
        return vec![Scene::mention(run.clone(), What::Place(PlaceMention { name, party: None }))];
    }
    let is_weak = run.clone().any(|token| is_ordinary(scene, token) && !is_last_name(scene, token));
    let words = run.clone().filter(|token| scene.shape(*token).is_word()).count();
    let has_acronym =
        run.clone().any(|token| scene.shape(token) == Shape::Upper && scene.raw(token).chars().count() > 1);
    if words > 1 && !is_weak && !has_acronym && !behind_article(scene, run.start) {
        return person(scene, run, None, None, titles, people).into_iter().collect();
    }
    let may_be_ordinary = opens(scene, run.start) && scene.shape(run.start) != Shape::Upper;
    if run.len() == 1 && (is_weak || may_be_ordinary) {
        return Vec::new();
    }
    vec![Scene::mention(run.clone(), What::Name(name))]
}

/// The first token of "Mr" or "Dr." that ends before a token.
fn courtesy_before(scene: &Scene<'_>, token: usize) -> Option<usize> {
    (token.saturating_sub(2)..token).find(|start| {
        scene.at(*start).iter().any(|hit| {
            hit.tokens.end == token && matches!(hit.meaning, Meaning::NamePart(NamePart::Courtesy))
        })
    })
}

fn behind_article(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_before(token, Cue::LeadsToThing)
}

fn party_at(scene: &Scene<'_>, token: usize) -> Option<Party> {
    scene
        .find(token, |meaning| match meaning {
            Meaning::Party(party) => Some(party.party),
            _ => None,
        })
        .map(|(party, _)| party)
}

/// A person with the office before or behind the name, remembered by the last name.
fn person(
    scene: &Scene<'_>,
    run: &Range<usize>,
    known: Option<&PersonMention>,
    title: Option<&Title>,
    titles: &[Title],
    people: &mut People,
) -> Option<Mention> {
    let words = Name::new(scene.raw_range(run)).ok()?;
    let is_full = run.len() > 1;
    let surname = scene.word(run.end - 1).to_owned();
    let behind = || {
        let at = run.end;
        let article = usize::from(scene.is(at + 1, Cue::LeadsToOffice));
        let comma = matches!(scene.word(at), "," | "(");
        titles
            .iter()
            .find(|title| comma && title.tokens.start == at + 1 + article && title.kind == OfficeKind::Role)
    };
    let beside = title.or_else(behind);
    let earlier = people.get(&surname);
    let office = beside.and_then(|title| Name::new(scene.raw_range(&title.office)).ok());
    let party = beside.and_then(|title| title.party);
    let person = PersonMention {
        name: match earlier.or(known) {
            Some(fuller) if !is_full => fuller.name.clone(),
            _ => words,
        },
        office: office
            .or_else(|| earlier.and_then(|p| p.office.clone()))
            .or_else(|| known.and_then(|p| p.office.clone())),
        party: party.or_else(|| known.and_then(|p| p.party)).or_else(|| earlier.and_then(|p| p.party)),
    };
    if scene.shape(run.end - 1).has_capital() {
        people.insert(surname, person.clone());
    }
    let before = || courtesy_before(scene, run.start).unwrap_or(run.start);
    let start = title.map_or_else(before, |title| office::first_token(scene, title));
    Some(Scene::mention(start..run.end, What::Person(person)))
}
