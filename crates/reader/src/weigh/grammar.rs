//! What the syntax around a number tells: its own noun, the verb of its clause, and who acts in it.

use model::Whose;

use crate::{
    clause::{Hangs, Head, Kind, Link, Role},
    context::Context,
};

use super::{
    kinds::Surely,
    line::Line,
    number::{Number, Sink, stem},
};

pub(super) fn noun(c: &Context<'_>, line: &Line<'_>, number: &Number, sort: &str, sink: &mut impl Sink) {
    let phrase = c.phrase(number.phrase);
    let here = number.tokens.start;
    let last = phrase.tokens.end.saturating_sub(1);
    let item = line.of(last);
    sink.put("noun", line.word(Some(item)), sort, last);
    sink.put("nounlink", line.word(Some(item)), link(phrase.link), last);
    sink.put("link", link(phrase.link), sort, here);
    sink.put("kind", kind(&phrase.what), "", here);
    for (name, at) in [("kind-1", number.phrase.checked_sub(1)), ("kind+1", Some(number.phrase + 1))] {
        let Some(near) = at.and_then(|at| c.parse.phrases.get(at)) else { continue };
        sink.put(name, kind(&near.what), link(near.link), near.tokens.start);
        sink.put(name, kind(&near.what), sort, near.tokens.start);
    }
    if let Some(group) = phrase.group() {
        let head = match group.head {
            Head::People => "people",
            Head::Collective => "body",
            Head::Nationals => "nationals",
            Head::Number => "number",
            Head::Pronoun => "pronoun",
        };
        sink.put("head", head, "", here);
        let flags = [
            ("additional", group.is_additional),
            ("definite", group.is_definite),
            ("of-mission", group.is_of_mission),
            ("none", group.is_none),
            ("part", group.is_part),
            ("its", group.is_its),
            ("planned", group.is_planned),
            ("owned", group.is_owned_otherwise),
            ("ordinal", group.ordinal.is_some()),
            ("whole", group.out_of.as_ref().is_some_and(|of| of.tokens == number.tokens)),
            ("out-of", group.out_of.as_ref().is_some_and(|of| of.tokens != number.tokens)),
            ("parties", !group.parties.is_empty()),
            ("units", !group.units.is_empty()),
            ("host", c.is_host(number.phrase)),
            ("force", c.is_force(number.phrase)),
        ];
        for (flag, _) in flags.into_iter().filter(|(_, is)| *is) {
            sink.put("group", flag, "", here);
            sink.put("group", flag, head, here);
        }
        let whose = match c.scope(number.phrase).whose {
            Whose::Party(_) => "party",
            Whose::Parties(_) => "parties",
            Whose::Mission => "mission",
            Whose::Unstated => "unstated",
        };
        sink.put("whose", whose, "", here);
    }
}

pub(super) fn verb(c: &Context<'_>, number: &Number, sort: &str, sink: &mut impl Sink) {
    let clause = Context { index: number.clause, ..*c };
    let own = clause.clause();
    let here = number.tokens.start;
    let role = if own.subject == Some(number.phrase) {
        if clause.is_passive() { "acted-on" } else { "subject" }
    } else if own.after.contains(&number.phrase) {
        if c.phrase(number.phrase).link.is_none() { "object" } else { link(c.phrase(number.phrase).link) }
    } else if own.before.contains(&number.phrase) {
        "before"
    } else {
        "outside"
    };
    sink.put("role", role, sort, here);
    let hangs = match own.hangs {
        Hangs::Free => "free",
        Hangs::Joined => "joined",
        Hangs::Relative => "relative",
        Hangs::Tied(_) => "tied",
        Hangs::Said => "said",
        Hangs::Participle => "participle",
        Hangs::Infinitive => "infinitive",
    };
    sink.put("hangs", hangs, role, here);
    let surely = clause.modality().map_or("open", |modality| Surely::of(modality).name());
    sink.put("surely", surely, sort, here);
    subject(&clause, role, sink);
    let Some(at) = own.verb else {
        sink.put("no-verb", sort, "", here);
        return;
    };
    let Some(verb) = c.phrase(at).verb() else { return };
    let time = verb.time.name();
    sink.put("time", time, sort, c.phrase(at).tokens.start);
    let flags = [
        ("negated", verb.is_negated),
        ("passive", verb.is_passive),
        ("possible", verb.is_possible),
        ("unreal", verb.is_unreal),
        ("yet", verb.is_yet),
        ("done", verb.is_done),
        ("be", verb.verbs.is_empty()),
    ];
    for (flag, _) in flags.into_iter().filter(|(_, is)| *is) {
        sink.put("verb-is", flag, sort, c.phrase(at).tokens.start);
    }
    for (nth, part) in verb.verbs.iter().enumerate() {
        let name = if nth + 1 == verb.verbs.len() { "does" } else { "led-by" };
        let token = part.tokens.start;
        let word = stem(c.sentence.word(token));
        sink.put(name, word, "", token);
        sink.put(name, word, role, token);
        for sense in &part.senses {
            sink.put("sense", name, sense.name(), token);
            sink.put("sense-role", sense.name(), role, token);
            sink.put("sense-sort", sense.name(), sort, token);
            sink.put("sense-time", sense.name(), time, token);
        }
    }
    // The clause that this one hangs on.
    let outer = own.on.and_then(|on| c.parse.clauses.get(on)?.verb).filter(|outer| *outer != at);
    if let Some(verb) = outer.and_then(|at| c.phrase(at).verb()) {
        for part in verb.verbs.iter().rev().take(1) {
            let token = part.tokens.start;
            sink.put("outer", stem(c.sentence.word(token)), hangs, token);
            for sense in &part.senses {
                sink.put("outer-sense", sense.name(), hangs, token);
            }
        }
    }
}

/// What kind of actor a phrase is.
pub(super) fn acts(c: &Context<'_>, at: usize) -> &'static str {
    let phrase = c.phrase(at);
    if c.is_mission(at) {
        return "mission";
    }
    match phrase.actors().first().map(|actor| (&actor.role, actor.party)) {
        Some((_, Some(party))) if Some(party) == c.report.host => "host",
        Some((Role::Party, Some(party))) if party.is_state() => "state",
        Some((Role::Party, _)) => "body",
        Some((Role::Person, _)) => "person",
        Some((Role::Pronoun | Role::It, _)) => "pronoun",
        Some(_) => "actor",
        None => kind(&phrase.what),
    }
}

fn subject(c: &Context<'_>, role: &str, sink: &mut impl Sink) {
    let Some(at) = c.clause().subject else { return };
    let phrase = c.phrase(at);
    let what = acts(c, at);
    sink.put("subject", what, role, phrase.tokens.start);
    let verb = c.verb().and_then(|verb| verb.verbs.last());
    for sense in verb.iter().flat_map(|verb| &verb.senses) {
        sink.put("subject-sense", what, sense.name(), phrase.tokens.start);
    }
}

pub(super) fn link(link: Option<Link>) -> &'static str {
    match link {
        None => "bare",
        Some(Link::From) => "from",
        Some(Link::To) => "to",
        Some(Link::In) => "in",
        Some(Link::Of) => "of",
        Some(Link::By) => "by",
        Some(Link::With) => "with",
        Some(Link::For) => "for",
        Some(Link::On) => "on",
        Some(Link::As) => "as",
        Some(Link::Including) => "including",
        Some(Link::Than) => "than",
        Some(Link::Other) => "other",
    }
}

pub(super) fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::People(_) => "people",
        Kind::Kit(_) => "kit",
        Kind::Sum(_) => "sum",
        Kind::Actors(_) => "actors",
        Kind::Site(_) => "site",
        Kind::Place(_) => "place",
        Kind::Date(_) => "date",
        Kind::Duration(_) => "duration",
        Kind::Percent => "percent",
        Kind::Instrument(_) => "instrument",
        Kind::MoneyNoun => "money",
        Kind::Event(_) => "event",
        Kind::Verb(_) => "verb",
        Kind::Tie(_) => "tie",
        Kind::Relative => "relative",
        Kind::And => "and",
        Kind::But => "but",
        Kind::Mark(_) => "mark",
        Kind::Noun => "noun",
        Kind::Particle => "particle",
    }
}
