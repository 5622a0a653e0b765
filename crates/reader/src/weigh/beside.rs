//! What stands beside a number: what the rules say of it and of others, and its place among them.

use model::{ClaimKind, Whose};

use crate::{clause::Kind, context::Context, draft::Draft};

use super::{
    kinds::Surely,
    number::{Number, Sink, draft_of},
};

pub(super) fn rules(
    c: &Context<'_>,
    number: &Number,
    all: &[Number],
    drafts: &[Draft],
    sort: &str,
    sink: &mut impl Sink,
) {
    let here = number.tokens.start;
    let mut none = true;
    for draft in draft_of(drafts, number) {
        none = false;
        let told = ClaimKind::of(&draft.statement).name();
        sink.put("rule", draft.rule, told, here);
        sink.put("rule-tells", told, "", here);
        sink.put("rule-tells", told, Surely::of(draft.modality).name(), here);
        let whose = match draft.statement.whose() {
            Some(Whose::Party(_)) => "party",
            Some(Whose::Parties(_)) => "parties",
            Some(Whose::Mission) => "mission",
            Some(Whose::Unstated) | None => "nobody",
        };
        sink.put("rule-whose", told, whose, here);
    }
    if none {
        sink.put("no-rule", sort, "", here);
    }
    let mut others = 0;
    for draft in drafts.iter().filter(|draft| draft.number.is_none()) {
        sink.put("beside", ClaimKind::of(&draft.statement).name(), draft.statement.kind(), here);
    }
    for other in all.iter().filter(|other| other.tokens != number.tokens) {
        for draft in draft_of(drafts, other) {
            others += 1;
            let side = if other.tokens.start < here { "before" } else { "behind" };
            sink.put("other-rule", ClaimKind::of(&draft.statement).name(), side, other.tokens.start);
        }
    }
    sink.put("others", ["0", "1", "2", "3"][others.min(3)], sort, here);
    for statement in c.discourse.last_claims.iter().rev().take(2) {
        sink.put("last", ClaimKind::of(statement).name(), sort, here);
    }
    if c.discourse.is_leaving {
        sink.put("leaving", sort, "", here);
    }
}

pub(super) fn place(c: &Context<'_>, number: &Number, all: &[Number], sink: &mut impl Sink) {
    let here = number.tokens.start;
    let nth = all.iter().position(|other| other.tokens == number.tokens).unwrap_or(0);
    let several = ["1", "2", "3", "4"][all.len().clamp(1, 4) - 1];
    sink.put("nth", ["1", "2", "3", "4"][nth.min(3)], several, here);
    if let Some(before) = nth.checked_sub(1).and_then(|before| all.get(before)) {
        let near = if here <= before.tokens.end + 2 { "near" } else { "far" };
        sink.put("number-before", before.sort.name(), near, before.tokens.start);
    }
    if let Some(next) = all.get(nth + 1) {
        let near = if next.tokens.start <= number.tokens.end + 3 { "near" } else { "far" };
        sink.put("number-behind", next.sort.name(), near, next.tokens.start);
    }
    if !c.sentence.has_stop {
        sink.put("headline", "", "", here);
    }
    let names_mission = (0..c.parse.phrases.len()).any(|at| c.is_mission(at));
    sink.put("names-mission", if names_mission { "yes" } else { "no" }, number.sort.name(), here);
    if c.scene_of(number.phrase).is_some_and(|place| place.party.is_some() && place.party == c.report.host) {
        sink.put("scene", "host", "", here);
    }
    for (index, phrase) in c.parse.phrases.iter().enumerate() {
        if let Kind::Event(senses) = &phrase.what {
            let near = if index.abs_diff(number.phrase) <= 2 { "near" } else { "far" };
            for sense in senses {
                sink.put("event", sense.name(), near, phrase.tokens.start);
            }
        }
    }
}
