//! What a report is about as a whole: its mission and where that mission is.

use std::collections::BTreeMap;

use model::{MissionCode, Party, Published};

use crate::{Finder, Lexicons, Mention, MissionMention, PartyForm, Sentence, Sentences, What};

/// How many sentences are read to find out what a report is about; a report says it early.
const OPENING: usize = 400;

/// What a report is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Report {
    /// The mission named first, if it is named in the opening lines or is the only one.
    pub(crate) mission: Option<MissionCode>,
    /// The state the mission is in: its forces are no contributor's.
    pub(crate) host: Option<Party>,
    /// Whether any mission is named or described. A text without one is not about a force.
    pub(crate) has_mission: bool,
}

impl Report {
    /// Looks through the opening of a text.
    pub(crate) fn of(text: &str, lexicons: &Lexicons, published: Published) -> Self {
        let mut finder = Finder::new(text, lexicons, published);
        let mut seen: BTreeMap<MissionCode, (usize, usize)> = BTreeMap::new();
        let mut hosts: BTreeMap<Party, usize> = BTreeMap::new();
        let mut has_mission = false;
        for (index, sentence) in Sentences::new(text, lexicons).take(OPENING).enumerate() {
            let mentions = finder.mentions(&sentence);
            for (at, mention) in mentions.iter().enumerate() {
                let What::Mission(mission) = &mention.what else { continue };
                if let MissionMention::Named(code) = mission {
                    has_mission = true;
                    let entry = seen.entry(code.clone()).or_insert((index, 0));
                    entry.1 += 1;
                }
                if let Some(host) = host_behind(&sentence, &mentions[at..]) {
                    *hosts.entry(host).or_default() += 1;
                }
            }
        }
        // The mission of the report: the most named; of equals the one named first. One that is named late and once
        // is only mentioned.
        let mission = seen
            .iter()
            .max_by(|(_, (first_a, count_a)), (_, (first_b, count_b))| {
                count_a.cmp(count_b).then(first_b.cmp(first_a))
            })
            .filter(|(_, (first, count))| *first < 4 || *count > 1)
            .map(|(code, _)| code.clone());
        let host = hosts.iter().max_by_key(|(_, count)| **count).map(|(party, _)| *party);
        Self { mission, host, has_mission }
    }
}

/// "the mission in Haiti", "mission to help Haiti's forces": the state named right behind a mission.
fn host_behind(sentence: &Sentence, mentions: &[Mention]) -> Option<Party> {
    let mission = mentions.first()?;
    let mut token = mission.tokens.end;
    let end = token + 6;
    for mention in mentions.iter().skip(1).take(4) {
        let gap = token..mention.tokens.start;
        if mention.tokens.start > end
            || gap.clone().any(|at| matches!(sentence.word(at), "." | ";" | "and" | "by"))
        {
            return None;
        }
        let linked = gap.clone().any(|at| matches!(sentence.word(at), "in" | "to" | "for" | "at"));
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
