//! Whose a number may be: the parties around it, each with what speaks for it, and nobody's or the whole mission's.

use model::{ClaimKind, Party, Whose};

use crate::{Mention, PartyForm, What, clause::Link, context::Context, draft::Draft};

use super::{
    grammar::{kind, link},
    line::Line,
    number::{Number, Sink, draft_of, size},
};

/// A number has no more parties than these to choose from; more stand only in lists.
const MOST: usize = 12;

/// Where a party is named in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) party: Party,
    pub(super) token: usize,
    pub(super) form: &'static str,
}

/// The parties that a number may be of, nobody or the whole mission first.
pub(super) fn parties(
    c: &Context<'_>,
    number: &Number,
    named: &[Named],
    drafts: &[Draft],
) -> Vec<Option<Party>> {
    let mut found = vec![None];
    let mut add = |party: Party| {
        if found.len() < MOST && !found.contains(&Some(party)) {
            found.push(Some(party));
        }
    };
    for draft in draft_of(drafts, number) {
        draft.statement.whose().into_iter().flat_map(Whose::parties).for_each(&mut add);
    }
    c.scope(number.phrase).whose.parties().for_each(&mut add);
    let mut near: Vec<&Named> = named.iter().collect();
    near.sort_by_key(|named| named.token.abs_diff(number.tokens.start));
    for named in near {
        add(named.party);
    }
    c.discourse.focus.into_iter().for_each(&mut add);
    c.discourse.donor.into_iter().for_each(&mut add);
    c.discourse
        .last_claims
        .iter()
        .filter_map(|statement| statement.whose())
        .flat_map(Whose::parties)
        .for_each(&mut add);
    c.discourse.acted().iter().copied().flatten().filter_map(|actor| actor.party).for_each(&mut add);
    c.voices.at(number.phrase).and_then(|voice| voice.speaker.party).into_iter().for_each(&mut add);
    c.discourse.main().into_iter().for_each(&mut add);
    found
}

/// Where a sentence names parties.
pub(super) fn named(c: &Context<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    for mention in c.mentions {
        if let Some((party, form)) = party_of(mention) {
            found.push(Named { party, token: mention.tokens.start, form });
        }
        for inner in &mention.inner {
            if let Some((party, form)) = party_of(inner)
                && !found.iter().any(|named| named.party == party && named.token == inner.tokens.start)
            {
                found.push(Named { party, token: inner.tokens.start, form });
            }
        }
    }
    found
}

fn party_of(mention: &Mention) -> Option<(Party, &'static str)> {
    match &mention.what {
        What::Party(party) => Some((
            party.party,
            match party.form {
                PartyForm::Name => "name",
                PartyForm::Demonym => "demonym",
                PartyForm::People => "people",
                PartyForm::Capital => "capital",
                PartyForm::Organ => "organ",
            },
        )),
        What::Person(person) => Some((person.party?, "person")),
        What::Office(office) => Some((office.party?, "office")),
        What::Unit(unit) => Some((unit.party?, "unit")),
        What::Place(place) => Some((place.party?, "place")),
        _ => None,
    }
}

/// Puts all that speaks for or against a party, given what the number tells.
#[expect(clippy::too_many_arguments, reason = "each is a part of what is weighed")]
pub(super) fn weigh(
    c: &Context<'_>,
    line: &Line<'_>,
    number: &Number,
    kind: ClaimKind,
    party: Option<Party>,
    named: &[Named],
    drafts: &[Draft],
    sink: &mut impl Sink,
) {
    let kind = kind.name();
    let here = number.tokens.start;
    let mut sink = Twice { kind, sink };
    let ruled = draft_of(drafts, number).next().map(|draft| draft.statement.whose().cloned());
    let scope = c.scope(number.phrase).whose;
    let is = |whose: &Whose| match party {
        Some(party) => whose.parties().any(|own| own == party),
        None => whose.parties().next().is_none(),
    };
    match &ruled {
        Some(Some(whose)) => {
            let says = match (is(whose), whose) {
                (true, Whose::Mission) => "mission",
                (true, Whose::Parties(_)) => "among",
                (true, _) => "this",
                (false, Whose::Unstated) => "nobody",
                (false, _) => "other",
            };
            sink.put(if party.is_some() { "rule-of" } else { "rule-null" }, says, "", here);
        }
        Some(None) => sink.put(if party.is_some() { "rule-of" } else { "rule-null" }, "whole", "", here),
        None => sink.put(if party.is_some() { "rule-of" } else { "rule-null" }, "no-rule", "", here),
    }
    let says = match (is(&scope), &scope) {
        (true, Whose::Mission) => "mission",
        (true, Whose::Parties(_)) => "among",
        (true, _) => "this",
        (false, Whose::Unstated) => "nobody",
        (false, _) => "other",
    };
    sink.put(if party.is_some() { "scope-of" } else { "scope-null" }, says, "", here);
    match party {
        Some(party) => one(c, line, number, party, named, &mut sink),
        None => nobody(c, line, number, named, &mut sink),
    }
}

/// Puts each feature by itself, and once more with what the number tells.
struct Twice<'s, S> {
    kind: &'static str,
    sink: &'s mut S,
}

impl<S: Sink> Twice<'_, S> {
    fn put(&mut self, name: &'static str, a: &str, b: &str, at: usize) {
        if b.is_empty() {
            self.sink.put_both(name, a, self.kind, at);
        } else {
            self.sink.put(name, a, b, at);
        }
    }
}

fn one<S: Sink>(
    c: &Context<'_>,
    line: &Line<'_>,
    number: &Number,
    party: Party,
    named: &[Named],
    sink: &mut Twice<'_, S>,
) {
    let here = number.tokens.start;
    let is_host = Some(party) == c.report.host;
    sink.put(
        "is-a",
        if is_host {
            "host"
        } else if party.is_state() {
            "state"
        } else {
            "body"
        },
        "",
        here,
    );
    if c.discourse.main() == Some(party) {
        sink.put("main", "", "", here);
    }
    if c.discourse.focus == Some(party) {
        sink.put("focus", if named.is_empty() { "alone" } else { "beside" }, "", here);
    }
    if c.discourse.donor == Some(party) {
        sink.put("donor", "", "", here);
    }
    let before = c.discourse.last_claims.iter().rev().find_map(|statement| statement.whose());
    if before.is_some_and(|whose| whose.parties().any(|own| own == party)) {
        sink.put("last-claim", if named.is_empty() { "alone" } else { "beside" }, "", here);
    }
    let acted = c.discourse.acted().unwrap_or_default().iter().any(|actor| actor.party == Some(party));
    if acted {
        sink.put("acted", if named.is_empty() { "alone" } else { "beside" }, "", here);
    }
    let speaks = c.voices.at(number.phrase).and_then(|voice| voice.speaker.party) == Some(party);
    if speaks {
        sink.put("speaks", "", "", here);
    }
    let clause = Context { index: number.clause, ..*c };
    if clause.agents().contains(&party) {
        sink.put("agent", "", "", here);
    }
    let own: Vec<&Named> = named.iter().filter(|named| named.party == party).collect();
    let states = named.iter().map(|named| named.party).filter(|party| Some(*party) != c.report.host);
    let mut others = states.filter(|other| *other != party);
    let alone = if others.next().is_none() { "alone" } else { "among" };
    let Some(nearest) = own.iter().min_by_key(|named| named.token.abs_diff(here)) else {
        sink.put("not-here", alone, "", here);
        return;
    };
    sink.put("here", alone, nearest.form, nearest.token);
    sink.put("here", alone, "", nearest.token);
    apart(line, number, nearest, named, sink);
    in_clause(c, number, nearest, sink);
}

/// Puts how far a party stands from the number, and what stands between.
fn apart<S: Sink>(
    line: &Line<'_>,
    number: &Number,
    nearest: &Named,
    named: &[Named],
    sink: &mut Twice<'_, S>,
) {
    let here = number.tokens.start;
    let side = if nearest.token < here { "before" } else { "behind" };
    // How many other parties stand nearer, on either side and on this one.
    let distance = nearest.token.abs_diff(here);
    let nearer = |same: bool| {
        let mut seen: Vec<Party> = Vec::new();
        for other in named {
            let on_side = (other.token < here) == (nearest.token < here);
            if other.party != nearest.party
                && other.token.abs_diff(here) < distance
                && (!same || on_side)
                && !seen.contains(&other.party)
            {
                seen.push(other.party);
            }
        }
        ["0", "1", "2", "3"][seen.len().min(3)]
    };
    sink.put("rank", nearer(false), side, nearest.token);
    sink.put("rank", nearer(false), "", nearest.token);
    sink.put("rank-side", nearer(true), side, nearest.token);
    let (from, to) = (line.of(nearest.token), line.of(here));
    let items = from.abs_diff(to);
    let far = match items {
        0..=1 => "1",
        2 => "2",
        3 => "3",
        4..=6 => "6",
        7..=12 => "12",
        _ => "far",
    };
    sink.put("distance", far, side, nearest.token);
    sink.put("form", nearest.form, side, nearest.token);
    sink.put("form", nearest.form, "", nearest.token);
    let at = |item: Option<usize>| line.word(item);
    sink.put("party-1", at(from.checked_sub(1)), side, nearest.token);
    sink.put("party+1", at(Some(from + 1)), side, nearest.token);
    if (2..=4).contains(&items) {
        let (low, high) = (from.min(to), from.max(to));
        sink.put("inner", at(Some(low + 1)), if items > 2 { at(Some(high - 1)) } else { "" }, nearest.token);
    }
    // No other number stands between.
    let parted = line.items[from.min(to)..from.max(to)]
        .iter()
        .skip(1)
        .any(|item| matches!(item.word, "<n>" | "<sum>"));
    sink.put(if parted { "parted" } else { "joined" }, side, "", nearest.token);
}

/// Puts what a party's phrase is in the number's clause.
fn in_clause<S: Sink>(c: &Context<'_>, number: &Number, nearest: &Named, sink: &mut Twice<'_, S>) {
    let here = number.tokens.start;
    let clause = Context { index: number.clause, ..*c };
    let side = if nearest.token < here { "before" } else { "behind" };
    let phrase = c.parse.phrases.partition_point(|phrase| phrase.tokens.end <= nearest.token);
    let Some(of) = c.parse.phrases.get(phrase).filter(|of| of.tokens.contains(&nearest.token)) else {
        return;
    };
    if phrase == number.phrase {
        sink.put("same-phrase", side, "", nearest.token);
        return;
    }
    let role = if clause.clause().subject == Some(phrase) {
        if clause.is_passive() { "acted-on" } else { "subject" }
    } else if clause.clause().before.contains(&phrase) {
        "before"
    } else if clause.clause().after.contains(&phrase) {
        "behind"
    } else {
        "other-clause"
    };
    sink.put("party-role", role, link(of.link), nearest.token);
    sink.put("party-role", role, "", nearest.token);
    sink.put("party-phrase", kind(&of.what), link(of.link), nearest.token);
    let verb = clause.verb().and_then(|verb| verb.verbs.last());
    for sense in verb.iter().flat_map(|verb| &verb.senses) {
        sink.put("party-verb", sense.name(), role, nearest.token);
    }
    if of.link == Some(Link::Of) && phrase == number.phrase + 1 {
        sink.put("of-it", "", "", nearest.token);
    }
    // The party of another number that stands nearer to it.
    let taken = c.mentions.iter().any(|mention| {
        matches!(mention.what, What::Number(_) | What::Money(_))
            && mention.tokens.start != here
            && mention.tokens.start.abs_diff(nearest.token) < nearest.token.abs_diff(here)
    });
    sink.put(if taken { "nearer-to-other" } else { "nearest-to-this" }, side, "", nearest.token);
}

fn nobody<S: Sink>(
    c: &Context<'_>,
    line: &Line<'_>,
    number: &Number,
    named: &[Named],
    sink: &mut Twice<'_, S>,
) {
    let here = number.tokens.start;
    sink.put("null", "", "", here);
    let mut parties: Vec<Party> =
        named.iter().map(|named| named.party).filter(|party| Some(*party) != c.report.host).collect();
    parties.sort_unstable();
    parties.dedup();
    sink.put("null-parties", ["0", "1", "2", "3"][parties.len().min(3)], "", here);
    let clause = Context { index: number.clause, ..*c };
    if clause.subject_is_mission() {
        sink.put("null-mission", "subject", "", here);
    }
    if (0..c.parse.phrases.len()).any(|at| c.is_mission(at)) {
        sink.put("null-mission", "named", "", here);
    }
    if let Some(group) = c.phrase(number.phrase).group() {
        if group.is_of_mission {
            sink.put("null-mission", "of-it", "", here);
        }
        sink.put("null-definite", if group.is_definite { "yes" } else { "no" }, "", here);
        sink.put("null-group", if group.parties.is_empty() { "no-party" } else { "party" }, "", here);
    }
    let last = c.phrase(number.phrase).tokens.end.saturating_sub(1);
    sink.put("null-noun", line.word(Some(line.of(last))), "", last);
    let before = c.discourse.last_claims.last().map(|statement| statement.whose());
    let last_claim = match before {
        None => "none",
        Some(Some(Whose::Party(_) | Whose::Parties(_))) => "is-a",
        Some(_) => "nobody",
    };
    sink.put("null-last", last_claim, "", here);
    let first = line.of(here);
    for back in 1..=3 {
        if let Some(at) = first.checked_sub(back) {
            sink.put("null-before", line.word(Some(at)), "", line.token(at));
        }
    }
    for ahead in 0..3 {
        let at = line.of(number.tokens.end) + ahead;
        sink.put("null-behind", line.word(Some(at)), "", line.token(at));
    }
    sink.put("null-size", size(number.quantity), "", here);
    let subject = clause.clause().subject.map_or("none", |at| kind(&c.phrase(at).what));
    sink.put("null-subject", subject, "", here);
}
