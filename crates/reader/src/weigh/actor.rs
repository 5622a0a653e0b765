//! Whose what a sentence tells without a number is: each party in reach with what speaks for it, and nobody's or the whole mission's.

use model::{ClaimKind, Party, Statement};

use crate::{clause::Kind, context::Context, draft::Draft};

use super::{
    grammar::{self, link},
    kinds::{parties_of, without_number},
    line::Line,
    number::{Sink, stem},
    whose::Named,
};

/// A sentence has no more parties than these to choose from.
const MOST: usize = 12;

/// The parties that a sentence may tell something of, nobody or the whole mission first.
pub(super) fn parties(c: &Context<'_>, named: &[Named], drafts: &[Draft]) -> Vec<Option<Party>> {
    let mut found = vec![None];
    let mut add = |party: Party| {
        if found.len() < MOST && !found.contains(&Some(party)) {
            found.push(Some(party));
        }
    };
    drafts.iter().flat_map(|draft| parties_of(&draft.statement)).for_each(&mut add);
    for named in named {
        add(named.party);
    }
    for at in 0..c.parse.phrases.len() {
        c.phrase(at).actors().iter().filter_map(|actor| actor.party).for_each(&mut add);
        if c.phrase(at).group().is_some() {
            c.scope(at).whose.parties().for_each(&mut add);
        }
    }
    c.discourse.focus.into_iter().for_each(&mut add);
    c.discourse.council.into_iter().for_each(&mut add);
    c.discourse.donor.into_iter().for_each(&mut add);
    let last = c.discourse.last_claims.iter();
    last.filter_map(Statement::whose).flat_map(model::Whose::parties).for_each(&mut add);
    c.discourse.acted().iter().copied().flatten().filter_map(|actor| actor.party).for_each(&mut add);
    c.discourse.main().into_iter().for_each(&mut add);
    found
}

/// Puts all that speaks for or against a party, given what the sentence tells.
pub(super) fn weigh(
    c: &Context<'_>,
    line: &Line<'_>,
    kind: ClaimKind,
    party: Option<Party>,
    named: &[Named],
    drafts: &[Draft],
    sink: &mut impl Sink,
) {
    let mut sink = Twice { kind: kind.name(), sink };
    let is = |statement: &Statement| {
        let own = parties_of(statement);
        party.map_or(own.is_empty(), |party| own.contains(&party))
    };
    let who = if party.is_some() { "party" } else { "nobody" };
    let mut silent = true;
    for draft in drafts {
        let says = if is(&draft.statement) { "this" } else { "other" };
        let token = c.phrase(draft.phrase).tokens.start;
        if without_number(&draft.statement) == Some(kind) {
            silent = false;
            sink.put("by-rule", who, says, token);
        } else {
            sink.put("by-beside", who, says, token);
        }
    }
    if silent {
        sink.put("by-no-rule", who, "", 0);
    }
    match party {
        Some(party) => one(c, line, party, named, &mut sink),
        None => nobody(c, line, named, &mut sink),
    }
}

/// Puts each feature by itself, and once more with what the sentence tells.
struct Twice<'s, S> {
    kind: &'static str,
    sink: &'s mut S,
}

impl<S: Sink> Twice<'_, S> {
    fn put(&mut self, name: &'static str, a: &str, b: &str, at: usize) {
        if b.is_empty() {
            self.sink.put_both(name, a, self.kind, at);
        } else {
            let both = format!("{a} {b}");
            self.sink.put_both(name, &both, self.kind, at);
        }
    }
}

fn one<S: Sink>(c: &Context<'_>, line: &Line<'_>, party: Party, named: &[Named], sink: &mut Twice<'_, S>) {
    let host = c.report.host;
    let is_a = if Some(party) == host {
        "host"
    } else if party.is_state() {
        "state"
    } else {
        "body"
    };
    sink.put("by-is", is_a, "", 0);
    let flags = [
        ("main", c.discourse.main() == Some(party)),
        ("focus", c.discourse.focus == Some(party)),
        ("council", c.discourse.council == Some(party)),
        ("donor", c.discourse.donor == Some(party)),
        ("acted", c.discourse.acted().unwrap_or_default().iter().any(|actor| actor.party == Some(party))),
    ];
    let here = named.iter().any(|named| named.party == party);
    let others = named.iter().any(|named| named.party != party && Some(named.party) != host);
    let alone = if others { "among" } else { "alone" };
    for (flag, _) in flags.into_iter().filter(|(_, is)| *is) {
        sink.put("by-flag", flag, if here { "" } else { alone }, 0);
    }
    sink.put(if here { "by-here" } else { "by-not-here" }, alone, is_a, 0);
    // The first party that the sentence names beside the host.
    let first = named.iter().find(|named| Some(named.party) != host).map(|named| named.party);
    if first == Some(party) {
        sink.put("by-first", alone, "", 0);
    }
    for named in named.iter().filter(|named| named.party == party).take(3) {
        let item = line.of(named.token);
        sink.put("by-form", named.form, "", named.token);
        sink.put("by-1", line.word(item.checked_sub(1)), "", named.token);
        sink.put("by+1", line.word(Some(item + 1)), "", named.token);
    }
    for index in 0..c.parse.clauses.len() {
        acts(&Context { index, ..*c }, party, sink);
    }
}

/// Puts what a party is in a clause: who acts, on whom it is acted, or what else.
fn acts<S: Sink>(c: &Context<'_>, party: Party, sink: &mut Twice<'_, S>) {
    let own = c.clause();
    let main = if c.index == 0 { "main" } else { "later" };
    let verb = own.verb.and_then(|at| c.phrase(at).verb()).and_then(|verb| verb.verbs.last());
    for at in own.before.clone().chain(own.after.clone()).chain(own.subject) {
        let phrase = c.phrase(at);
        let acts = phrase.actors().iter().any(|actor| actor.party == Some(party));
        let owns = phrase.owner == Some(party);
        let group = phrase.group().is_some() && c.scope(at).whose.parties().any(|own| own == party);
        if !acts && !owns && !group {
            continue;
        }
        let how = if acts {
            grammar::kind(&phrase.what)
        } else if owns {
            "owner"
        } else {
            "group"
        };
        let role = if own.subject == Some(at) {
            if c.is_passive() { "acted-on" } else { "subject" }
        } else if own.after.contains(&at) {
            if phrase.link.is_none() { "object" } else { link(phrase.link) }
        } else {
            "before"
        };
        let token = phrase.tokens.start;
        sink.put("by-role", role, how, token);
        sink.put("by-role", role, main, token);
        let Some(verb) = verb else { continue };
        for sense in &verb.senses {
            sink.put("by-sense", sense.name(), role, token);
        }
        sink.put("by-does", stem(c.sentence.word(verb.tokens.start)), role, token);
    }
}

fn nobody<S: Sink>(c: &Context<'_>, line: &Line<'_>, named: &[Named], sink: &mut Twice<'_, S>) {
    sink.put("by-nobody", "", "", 0);
    let host = c.report.host;
    let mut parties: Vec<Party> =
        named.iter().map(|named| named.party).filter(|party| Some(*party) != host).collect();
    parties.sort_unstable();
    parties.dedup();
    sink.put("by-nobody-of", ["0", "1", "2", "3"][parties.len().min(3)], "", 0);
    for index in 0..c.parse.clauses.len() {
        let clause = Context { index, ..*c };
        let Some(at) = clause.clause().subject else { continue };
        let what = if clause.is_mission(at) { "mission" } else { grammar::kind(&clause.phrase(at).what) };
        let verb = clause.verb().and_then(|verb| verb.verbs.last());
        sink.put("by-nobody-subject", what, if index == 0 { "main" } else { "later" }, 0);
        for sense in verb.iter().flat_map(|verb| &verb.senses) {
            sink.put("by-nobody-sense", what, sense.name(), 0);
        }
        if let Kind::People(group) = &clause.phrase(at).what
            && group.parties.is_empty()
        {
            sink.put("by-nobody-people", if group.is_definite { "definite" } else { "some" }, "", 0);
        }
    }
    for item in line.items.iter().take(40) {
        if item.word.starts_with(|first: char| first.is_alphabetic() || first == '<') {
            sink.put("by-nobody-word", item.word, "", item.tokens.start);
        }
    }
}
