//! What is weighed of a sentence, for what it tells without a number: its words, what is done in it and by whom, and what the rules make of it.

use model::ClaimKind;

use crate::{clause::Kind, context::Context, draft::Draft};

use super::{
    grammar::{self, kind, link},
    kinds::{Surely, without_number},
    line::Line,
    number::{Sink, stem},
};

/// Of a sentence so many words are weighed; longer ones are lists.
const WORDS: usize = 80;

/// So many phrases behind a verb are weighed with it.
const OBJECTS: usize = 4;

/// Puts all that is weighed of a sentence.
pub(super) fn weigh(c: &Context<'_>, line: &Line<'_>, drafts: &[Draft], sink: &mut impl Sink) {
    sink.put("s-all", "", "", 0);
    words(line, sink);
    for index in 0..c.parse.clauses.len() {
        clause(&Context { index, ..*c }, sink);
    }
    named(c, sink);
    rules(c, drafts, sink);
}

fn words(line: &Line<'_>, sink: &mut impl Sink) {
    for (at, item) in line.items.iter().enumerate().take(WORDS) {
        let is_word = item.word.starts_with(|first: char| first.is_alphabetic() || first == '<');
        if !is_word {
            continue;
        }
        let token = item.tokens.start;
        sink.put("s-stem", stem(item.word), "", token);
        sink.put("s-stems", stem(item.word), stem(line.word(Some(at + 1))), token);
        if at == 0 {
            sink.put("s-first", item.word, "", token);
        }
    }
}

/// Puts what a clause does, who does it, how surely and to what.
fn clause(c: &Context<'_>, sink: &mut impl Sink) {
    let Some(at) = c.clause().verb else { return };
    let phrase = c.phrase(at);
    let Some(verb) = phrase.verb() else { return };
    let Some(part) = verb.verbs.last() else { return };
    let token = part.tokens.start;
    let does = stem(c.sentence.word(token));
    let time = verb.time.name();
    let surely = c.modality().map_or("open", |modality| Surely::of(modality).name());
    let subject = c.clause().subject.map_or("none", |subject| grammar::acts(c, subject));
    let voice = if verb.is_passive { "passive" } else { "active" };
    sink.put("s-does", does, subject, token);
    sink.put("s-does", does, voice, token);
    sink.put("s-does", does, time, token);
    for sense in &part.senses {
        let sense = sense.name();
        sink.put("s-sense", sense, "", token);
        sink.put("s-sense-time", sense, time, token);
        sink.put("s-sense-subject", sense, subject, token);
        sink.put("s-sense-surely", sense, surely, token);
        sink.put("s-sense-voice", sense, voice, token);
        if verb.is_negated {
            sink.put("s-sense-not", sense, "", token);
        }
    }
    for at in c.clause().after.clone().take(OBJECTS) {
        let object = c.phrase(at);
        let noun = stem(c.sentence.word(object.tokens.end.saturating_sub(1)));
        sink.put("s-does-noun", does, noun, token);
        for sense in &part.senses {
            sink.put("s-sense-noun", sense.name(), noun, token);
            sink.put("s-sense-kind", sense.name(), kind(&object.what), token);
        }
    }
    if let Some(at) = c.clause().subject {
        let noun = stem(c.sentence.word(c.phrase(at).tokens.end.saturating_sub(1)));
        sink.put("s-noun-does", noun, does, token);
        for sense in &part.senses {
            sink.put("s-noun-sense", noun, sense.name(), token);
        }
    }
}

/// Puts who and what is named.
fn named(c: &Context<'_>, sink: &mut impl Sink) {
    let (mut numbers, mut states, mut mission) = (0_usize, Vec::new(), false);
    for (at, phrase) in c.parse.phrases.iter().enumerate() {
        let token = phrase.tokens.start;
        match &phrase.what {
            Kind::Event(senses) => {
                for sense in senses {
                    sink.put("s-event", sense.name(), link(phrase.link), token);
                    sink.put("s-event", sense.name(), "", token);
                }
            }
            what @ (Kind::People(_) | Kind::Kit(_) | Kind::Sum(_)) => {
                let counted = match what {
                    Kind::Sum(_) => true,
                    Kind::Kit(kit) => kit.number.is_some(),
                    _ => c.is_counted(at),
                };
                numbers += usize::from(counted);
                sink.put("s-has", kind(what), if counted { "counted" } else { "" }, token);
            }
            what @ (Kind::Site(_) | Kind::Percent | Kind::Instrument(_) | Kind::MoneyNoun) => {
                sink.put("s-has", kind(what), "", token);
            }
            _ => {}
        }
        mission |= c.is_mission(at);
        states.extend(phrase.actors().iter().filter_map(|actor| actor.party));
    }
    let host = c.report.host;
    states.retain(|party| party.is_state() && Some(*party) != host);
    states.sort_unstable();
    states.dedup();
    sink.put("s-numbers", few(numbers), "", 0);
    sink.put("s-states", few(states.len()), if mission { "mission" } else { "" }, 0);
    if !c.sentence.has_stop {
        sink.put("s-headline", "", "", 0);
    }
}

fn few(count: usize) -> &'static str {
    ["0", "1", "2", "3"][count.min(3)]
}

/// Puts what the rules make of the sentence, and what was told in the last.
fn rules(c: &Context<'_>, drafts: &[Draft], sink: &mut impl Sink) {
    let mut silent = true;
    for draft in drafts {
        let token = c.phrase(draft.phrase).tokens.start;
        let surely = Surely::of(draft.modality).name();
        if let Some(kind) = without_number(&draft.statement) {
            silent = false;
            sink.put("s-rule", kind.name(), "", token);
            sink.put("s-rule", kind.name(), surely, token);
            sink.put("s-rule-of", kind.name(), draft.rule, token);
        } else {
            sink.put("s-number", ClaimKind::of(&draft.statement).name(), "", token);
        }
    }
    if silent {
        sink.put("s-silent", "", "", 0);
    }
    if drafts.is_empty() {
        sink.put("s-nothing", "", "", 0);
    }
    for statement in c.discourse.last_claims.iter().rev().take(2) {
        sink.put("s-last", ClaimKind::of(statement).name(), "", 0);
    }
}
