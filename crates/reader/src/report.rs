//! What a report is about as a whole: its mission and where that mission is.

use std::collections::{BTreeMap, BTreeSet};

use model::{MissionCode, Party, Published};

use crate::{Cue, Lexicons, Mention, MissionMention, PartyForm, Sense, Sentence, What};

/// How many sentences are read to find out what a report is about; a report says it early.
pub(crate) const OPENING: usize = 400;

/// A report on a force names it in one of its first sentences.
const FIRST: usize = 3;

/// One that names it later names it in so many sentences.
const OFTEN: usize = 4;

/// One that names none tells of soldiers in so many sentences.
const AGAIN: usize = 3;

/// What soldiers do who come to an area or go from it.
const MOVES: [Sense; 6] =
    [Sense::Deploy, Sense::Send, Sense::Withdraw, Sense::Rotate, Sense::Reduce, Sense::Replace];

/// What a report is about.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    /// The mission named most, unless the text is about a force outside it.
    pub(crate) mission: Option<MissionCode>,
    /// The state the mission is in: its forces are no contributor's.
    pub(crate) host: Option<Party>,
    /// The body that gives the mission its mandate, if a pack tells.
    pub(crate) body: Option<Party>,
    /// When it was published.
    pub(crate) published: Published,
    /// Whether any mission is named or described. A text without one is not about a force.
    pub(crate) has_mission: bool,
    /// Whether a force is what it is about, and not only mentioned: one is named at its beginning or again and again.
    pub(crate) is_about_force: bool,
}

impl Report {
    /// What the opening of a text tells: its first [`OPENING`] sentences with their mentions.
    pub(crate) fn of(
        opening: &[(Sentence, Vec<Mention>)],
        lexicons: &Lexicons,
        published: Published,
    ) -> Self {
        let mut seen: BTreeMap<MissionCode, Named> = BTreeMap::new();
        let mut hosts: BTreeMap<Party, usize> = BTreeMap::new();
        let mut has_mission = false;
        let mut has_uniforms = false;
        let mut has_people = false;
        let mut naming: BTreeSet<usize> = BTreeSet::new();
        let mut parties: BTreeSet<Party> = BTreeSet::new();
        let mut is_generic = false;
        let mut areas: BTreeMap<Party, BTreeSet<usize>> = BTreeMap::new();
        let mut uniforms: BTreeSet<usize> = BTreeSet::new();
        let mut moving: BTreeSet<usize> = BTreeSet::new();
        let own = opening.iter().enumerate().filter(|(_, (sentence, _))| !sentence.is_pointer());
        for (index, (sentence, mentions)) in own {
            for (at, mention) in mentions.iter().enumerate() {
                parties.extend(party(mention));
                has_mission |= is_peacekeepers(sentence, mention);
                if let Some(area) = area(mention).filter(|area| lexicons.is_area(*area)) {
                    areas.entry(area).or_default().insert(index);
                }
                if is_uniformed(mention) || mention.what == What::Group {
                    uniforms.insert(index);
                    let moves = |sense: &Sense| mentions.iter().any(|mention| mention.says(*sense).is_some());
                    if MOVES.iter().any(moves) {
                        moving.insert(index);
                    }
                }
                has_people |= matches!(mention.what, What::People(_) | What::Group | What::Unit(_));
                has_uniforms |= is_uniformed(mention) || is_peacekeepers(sentence, mention);
                if is_peacekeepers(sentence, mention) || matches!(mention.what, What::Mission(_)) {
                    naming.insert(index);
                }
                let What::Mission(mission) = &mention.what else { continue };
                is_generic |= *mission == MissionMention::Generic;
                // "a mission led by Kenya": the one that a pack says Kenya leads.
                let described = leader(sentence, &mentions[at..]).and_then(|party| lexicons.led_by(party));
                let code = match mission {
                    MissionMention::Named(code) => Some(code),
                    MissionMention::Generic => described,
                };
                if let Some(code) = code {
                    has_mission = true;
                    let named =
                        seen.entry(code.clone()).or_insert(Named { first: index, count: 0, is_gone: true });
                    named.count += 1;
                    named.is_gone &= is_gone(sentence, &mentions[at..]);
                }
                has_mission |= describes(sentence, mention);
                if let Some(host) = host_behind(sentence, &mentions[at..]) {
                    *hosts.entry(host).or_default() += 1;
                }
            }
        }
        // The mission of the report: the most named; of equals the one named first.
        let most = seen.iter().max_by(|(_, a), (_, b)| a.count.cmp(&b.count).then(b.first.cmp(&a.first)));
        let mission = most.filter(|(_, named)| !named.is_gone).map(|(code, _)| code.clone());
        let most = most.map(|(code, _)| code);
        // "the mission", Kenyans and Haiti: described without ever being named.
        let described = lexicons.led_among(&parties).filter(|_| (is_generic || has_people) && most.is_none());
        // "Jamaican soldiers land in Haiti": people in uniform of one state where a pack says that a mission is, told of from the start.
        let area = areas.iter().max_by_key(|(_, named)| named.len()).filter(|(area, named)| {
            let early = |sentences: &BTreeSet<usize>| sentences.first().is_some_and(|first| *first < FIRST);
            let often = uniforms.len() >= OFTEN;
            let told = early(named) && is_generic && (early(&uniforms) || often);
            // Without a word for any mission: soldiers who move there, told of in one of the first sentences and again and again.
            let moved = uniforms.len() >= AGAIN
                && named.intersection(&moving).next().is_some_and(|first| *first < FIRST);
            let told = told || moved;
            told || lexicons.is_led_in(**area) && !uniforms.is_empty()
        });
        let sent = |area: &Party| parties.iter().any(|party| party.is_state() && party != area);
        let area = area.map(|(area, _)| *area).filter(sent);
        let mission = mission.or_else(|| described.cloned());
        has_mission |= described.is_some() || area.is_some();
        let most = most.or(described);
        let known = most.and_then(|mission| lexicons.host(mission));
        let told = || hosts.iter().max_by_key(|(_, count)| **count).map(|(party, _)| *party);
        let is_about_force = (has_uniforms || most.is_some())
            && (naming.first().is_some_and(|first| *first < FIRST) || naming.len() >= OFTEN)
            || area.is_some()
            || mission.is_some() && has_uniforms
            || described.is_some() && !is_generic;
        let host = known.or(area).or_else(told);
        let body = mission.as_ref().and_then(|mission| lexicons.body(mission));
        Self { mission, host, body, published, has_mission, is_about_force }
    }
}

/// "the peacekeeping force", "the regional mission", "a Ruritanian-led mission": a mission that the lexicons do not know by name.
fn describes(sentence: &Sentence, mission: &Mention) -> bool {
    let before = mission.tokens.start.saturating_sub(1);
    (before..mission.tokens.end).any(|at| sentence.is(at, Cue::MissionKind))
}

/// "UN peacekeepers": a force, whatever its mission is called.
fn is_peacekeepers(sentence: &Sentence, mention: &Mention) -> bool {
    matches!(mention.what, What::People(_))
        && mention.tokens.clone().any(|at| sentence.is(at, Cue::Peacekeeper))
}

fn is_uniformed(mention: &Mention) -> bool {
    matches!(mention.what, What::People(model::Service::Police | model::Service::Troops))
}

/// The state that a party or a place lies in.
fn area(mention: &Mention) -> Option<Party> {
    if let What::Place(place) = &mention.what { place.party } else { party(mention) }
}

fn party(mention: &Mention) -> Option<Party> {
    if let What::Party(party) = &mention.what { Some(party.party) } else { None }
}

/// The party of "Kenya-led mission" and of "mission led by Kenya".
fn leader(sentence: &Sentence, mentions: &[Mention]) -> Option<Party> {
    let mission = mentions.first()?;
    if mission.tokens.clone().any(|at| sentence.is(at, Cue::Led)) {
        return mission.inner.iter().find_map(party);
    }
    let end = mission.tokens.end;
    let led = (end..end + 3).find(|at| sentence.is(*at, Cue::Led) && sentence.is(at + 1, Cue::By))?;
    mentions.iter().skip(1).take(4).filter(|next| next.tokens.start > led).find_map(party)
}

/// How a mission is named in a text.
#[derive(Debug)]
struct Named {
    /// The first sentence that names it.
    first: usize,
    count: usize,
    /// It is only ever said to have left: another force is what the text is about.
    is_gone: bool,
}

/// "now that SAMIM has withdrawn": a mission that is told of as past.
fn is_gone(sentence: &Sentence, mentions: &[Mention]) -> bool {
    let Some(end) = mentions.first().map(|mission| mission.tokens.end) else { return false };
    let has = sentence.is(end, Cue::HasDone);
    has && mentions.iter().skip(1).take(3).any(|next| {
        next.tokens.start <= end + 2
            && (next.says(Sense::Withdraw).is_some() || next.says(Sense::End).is_some())
    })
}

/// "the mission in Haiti", "mission to help Haiti's forces": the state named right behind a mission.
fn host_behind(sentence: &Sentence, mentions: &[Mention]) -> Option<Party> {
    let mission = mentions.first()?;
    let mut token = mission.tokens.end;
    let end = token + 6;
    for mention in mentions.iter().skip(1).take(4) {
        let gap = token..mention.tokens.start;
        if mention.tokens.start > end
            || gap
                .clone()
                .any(|at| matches!(sentence.word(at), "." | ";") || sentence.is(at, Cue::PartsNames))
        {
            return None;
        }
        let linked = gap.clone().any(|at| sentence.is(at, Cue::LeadsToArea));
        match &mention.what {
            What::Party(party) if linked && party.form == PartyForm::Name && party.party.is_state() => {
                return Some(party.party);
            }
            What::Place(place) if linked && place.party.is_some() => return place.party,
            _ => {}
        }
        token = mention.tokens.end;
    }
    None
}
