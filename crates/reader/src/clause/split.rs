//! The clauses of a sentence, each with its verb and its subject.

use std::ops::Range;

use crate::{Cue, Sentence};

use super::{
    phrase::{Kind, Mark, Phrase, Role, Time},
    segment::{Segment, segments},
    small::{Link, Tie},
};

/// A verb with its subject and what follows it, or a stretch without a verb.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// The phrases before its verb, the subject among them.
    pub(crate) before: Range<usize>,
    /// Its verb; `None` for a headline or an item of a list.
    pub(crate) verb: Option<usize>,
    /// The phrases behind its verb.
    pub(crate) after: Range<usize>,
    /// The phrase that acts, or is acted on in the passive; it may stand in another clause.
    pub(crate) subject: Option<usize>,
    /// The noun that a relative clause hangs on.
    pub(crate) antecedent: Option<usize>,
    /// How it hangs on the clause before it.
    pub(crate) hangs: Hangs,
    /// The clause it hangs on.
    pub(crate) on: Option<usize>,
}

/// How a clause hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hangs {
    /// It stands alone.
    Free,
    /// It is joined by "and", "but" or a comma.
    Joined,
    /// "who", "which".
    Relative,
    /// "when", "if".
    Tied(Tie),
    /// What somebody says: "... said that".
    Said,
    /// "bringing the total to 600", "sent by Kenya".
    Participle,
    /// "to send 400".
    Infinitive,
}

/// Cuts phrases into clauses, in the order of their verbs.
pub(super) fn clauses(phrases: &mut [Phrase], sentence: &Sentence) -> Vec<Clause> {
    let segments = segments(phrases, sentence);
    let mut clauses: Vec<Clause> = Vec::new();
    for segment in &segments {
        of_segment(segment, phrases, sentence, &mut clauses);
    }
    clauses
}

/// The clauses of one stretch: its finite verb, and the participles and infinitives around it.
fn of_segment(segment: &Segment, phrases: &[Phrase], sentence: &Sentence, clauses: &mut Vec<Clause>) {
    let verbs: Vec<usize> =
        segment.phrases.clone().filter(|index| matches!(phrases[*index].what, Kind::Verb(_))).collect();
    let antecedent = matches!(segment.hangs, Hangs::Relative)
        .then(|| antecedent(segment.phrases.start, phrases, clauses))
        .flatten();
    let on = governor(segment, clauses);
    let Some(main_verb) = main_verb(&verbs, phrases) else {
        clauses.push(Clause {
            before: segment.phrases.clone(),
            verb: None,
            after: segment.phrases.end..segment.phrases.end,
            // A clause behind an inserted one goes on with it.
            subject: segment
                .phrases
                .clone()
                .find(|index| phrases[*index].is_nominal() && phrases[*index].link.is_none()),
            antecedent,
            hangs: segment.hangs,
            on,
        });
        return;
    };
    let first = clauses.len();
    for (nth, &verb) in verbs.iter().enumerate() {
        let from = if nth == 0 { segment.phrases.start } else { verbs[nth - 1] + 1 };
        let to = verbs.get(nth + 1).copied().unwrap_or(segment.phrases.end);
        let group = phrases[verb].verb();
        let is_main = verb == main_verb;
        let infinitive =
            group.is_some_and(|group| group.time == Time::Open && !has_gerund(group) && !is_adjective(group));
        // "have a year to leave": the time is no one who leaves.
        let is_time = |at: usize| {
            matches!(phrases[at].what, Kind::Noun)
                && sentence.is(phrases[at].tokens.end.saturating_sub(1), Cue::TimeNoun)
        };
        let near =
            (from..verb).rev().find(|index| phrases[*index].is_nominal() && !(infinitive && is_time(*index)));
        // "a push for the mission to be converted": without a finite verb the nearest noun is what it is said of.
        let bare = group.is_some_and(|group| !group.is_finite);
        let (hangs, subject, on, before) =
            if is_main && bare && near.is_some_and(|at| said_of(&phrases[at], infinitive)) {
                let hangs = if infinitive { Hangs::Infinitive } else { Hangs::Participle };
                (hangs, near, on, segment.phrases.start..verb)
            } else if is_main {
                let before = segment.phrases.start..verb;
                let own = before.clone().find(|index| {
                    let phrase = &phrases[*index];
                    phrase.is_nominal() && phrase.link.is_none() && !names_place(phrases, *index)
                });
                let own = own.map(|first| nearer(phrases, first, verb));
                let inverted = || {
                    let light = group.is_some_and(|group| group.verbs.is_empty());
                    (verb + 1..to)
                        .find(|index| phrases[*index].is_nominal() && phrases[*index].link.is_none())
                        .filter(|_| light && nth == 0 && matches!(segment.hangs, Hangs::Free))
                };
                let subject = own.or(antecedent).or_else(inverted).or_else(|| {
                    taken_up(segment, phrases, clauses).or_else(|| inherited(segment, on, clauses))
                });
                // "Of the 1,000 officers pledged by Kenya": said of the noun before it.
                let of_noun = own.is_none()
                    && near.is_some_and(|near| {
                        is_acted_on(phrases, verb) || with_noun(segment, phrases, near, verb)
                    });
                let subject = if of_noun { near } else { subject };
                let between_commas = of_noun || is_inserted(phrases, verb, to);
                let hangs = if between_commas
                    || group.is_some_and(|group| !group.is_finite)
                        && own.is_none()
                        && segment.hangs == Hangs::Joined
                {
                    if infinitive { Hangs::Infinitive } else { Hangs::Participle }
                } else {
                    segment.hangs
                };
                (hangs, subject, on, before)
            } else {
                let hangs = if infinitive { Hangs::Infinitive } else { Hangs::Participle };
                let direct = near
                    .filter(|index| matches!(phrases[*index].link, None | Some(Link::For)) || !infinitive);
                let main_at = clauses[first..]
                    .iter()
                    .position(|clause| clause.verb == Some(main_verb))
                    .map(|at| first + at);
                let subject = direct
                    .filter(|_| !infinitive || verb > main_verb)
                    .or_else(|| main_at.and_then(|at| clauses[at].subject));
                (hangs, subject, main_at.or(on), from..verb)
            };
        clauses.push(Clause {
            before,
            verb: Some(verb),
            after: verb + 1..to,
            subject,
            antecedent: if is_main { antecedent } else { None },
            hangs,
            on,
        });
    }
}

/// "In an incident, a road accident, a soldier died", "Late on Tuesday the last soldiers left": of two nouns before a verb the one
/// right before it acts, unless they are a list or the second only names the first again.
fn nearer(phrases: &[Phrase], first: usize, verb: usize) -> usize {
    let acts = |phrase: &Phrase| matches!(phrase.what, Kind::People(_) | Kind::Actors(_));
    let last = (first + 1..verb).rev().find(|at| phrases[*at].is_nominal() && phrases[*at].link.is_none());
    let Some(last) = last.filter(|at| acts(&phrases[*at])) else { return first };
    // What stands between it and the verb belongs to it; a comma there closes an inserted name.
    let open = (last + 1..verb).all(|at| !matches!(phrases[at].what, Kind::Mark(_) | Kind::And));
    let comma = (first + 1..last).rev().find(|at| matches!(phrases[*at].what, Kind::Mark(Mark::Comma)));
    let and = |from: usize| (from..last).any(|at| matches!(phrases[at].what, Kind::And));
    let alike = std::mem::discriminant(&phrases[first].what) == std::mem::discriminant(&phrases[last].what);
    let bare = matches!(phrases[first].what, Kind::Noun) && phrases[first].tokens.len() == 1 && first == 0
        || matches!(phrases[first].what, Kind::Noun)
            && phrases[first].tokens.len() == 1
            && matches!(phrases[first - 1].what, Kind::Mark(Mark::Stop));
    match comma {
        Some(comma) if open && !(and(comma) && alike) => {
            // Behind the comma the first of those joined.
            let joined = (comma + 1..=last)
                .find(|at| acts(&phrases[*at]) && phrases[*at].link.is_none())
                .unwrap_or(last);
            if matches!(phrases[comma + 1].what, Kind::And) { first } else { joined }
        }
        None if open && bare && !and(first) => last,
        _ => first,
    }
}

/// ", with 300 soldiers sent home": behind a comma and "with" a participle is said of the noun between them.
fn with_noun(segment: &Segment, phrases: &[Phrase], near: usize, verb: usize) -> bool {
    let opens = segment.hangs == Hangs::Joined && segment.resumes && near == segment.phrases.start;
    let participle = phrases[verb].verb().is_some_and(|group| {
        !group.is_passive && matches!(&group.verbs[..], [verb] if verb.form.may_be_participle())
    });
    opens && near + 1 == verb && phrases[near].link == Some(Link::With) && participle
}

/// "pledged by Kenya": a participle with who did it behind.
fn is_acted_on(phrases: &[Phrase], verb: usize) -> bool {
    let bare = phrases[verb].verb().is_some_and(|group| {
        !group.is_passive
            && matches!(&group.verbs[..], [verb] if verb.form == crate::VerbForm::PastOrParticiple)
    });
    bare && phrases.get(verb + 1).is_some_and(|next| next.link == Some(Link::By))
}

/// "the mission, approved by the Council, ...": a participle between commas, not the verb of the noun before it.
fn is_inserted(phrases: &[Phrase], verb: usize, end: usize) -> bool {
    let bare = phrases[verb].verb().is_some_and(|group| {
        !group.is_passive
            && matches!(&group.verbs[..], [verb] if verb.form == crate::VerbForm::PastOrParticiple)
            && group.time == Time::Past
    });
    let behind_comma = verb > 0 && matches!(phrases[verb - 1].what, Kind::Mark(Mark::Comma));
    let comma_behind = phrases.get(end).is_some_and(|phrase| matches!(phrase.what, Kind::Mark(Mark::Comma)));
    let link = phrases.get(verb + 1).and_then(|next| next.link);
    // At the end of a sentence only what cannot be a verb of its own: ", made up of".
    bare && behind_comma && (comma_behind && link.is_some() || matches!(link, Some(Link::Of | Link::By)))
}

/// Whether a bare verb can be said of the noun before it: "for the mission to be", "with a third group coming later".
fn said_of(noun: &Phrase, infinitive: bool) -> bool {
    match noun.link {
        None | Some(Link::For) => true,
        Some(Link::With) => !infinitive,
        _ => false,
    }
}

/// "left one officer dead": an adjective that tells what became of the noun before it.
fn is_adjective(group: &super::phrase::VerbGroup) -> bool {
    group.verbs.first().is_some_and(|verb| verb.form == crate::VerbForm::Adjective)
}

fn has_gerund(group: &super::phrase::VerbGroup) -> bool {
    group.verbs.first().is_some_and(|verb| verb.form == crate::VerbForm::Gerund)
}

/// The verb that carries the stretch: the last finite one that is surely no participle, else the first finite one.
fn main_verb(verbs: &[usize], phrases: &[Phrase]) -> Option<usize> {
    let group = |index: &&usize| phrases[**index].verb();
    let sure = verbs.iter().find(|index| {
        group(index).is_some_and(|group| {
            group.is_finite
                && (group.time != Time::Past
                    || group.verbs.first().is_none_or(|verb| verb.form == crate::VerbForm::Past)
                    || group.is_passive)
        })
    });
    sure.or_else(|| verbs.iter().find(|index| group(index).is_some_and(|group| group.is_finite)))
        .or_else(|| verbs.first())
        .copied()
}

/// The noun that a relative clause beginning here hangs on: the nearest one, or the subject of the clause before it.
fn antecedent(start: usize, phrases: &[Phrase], clauses: &[Clause]) -> Option<usize> {
    for index in (0..start).rev().take(12) {
        let phrase = &phrases[index];
        if matches!(phrase.what, Kind::Verb(_)) {
            break;
        }
        let is_place = matches!(phrase.what, Kind::Place(_))
            || matches!(phrase.link, Some(Link::In | Link::To))
                && phrase.actors().iter().all(|actor| actor.role == Role::Party)
                && !phrase.actors().is_empty();
        if phrase.is_nominal() && !is_place {
            return Some(index);
        }
    }
    clauses.last().and_then(|clause| clause.subject)
}

/// "at State House, Nairobi, the president said": a place behind a place and a comma.
fn names_place(phrases: &[Phrase], at: usize) -> bool {
    let place = |phrase: &Phrase| match &phrase.what {
        Kind::Place(_) | Kind::Site(_) => true,
        Kind::Actors(actors) => actors.iter().all(|actor| matches!(actor.role, Role::Party | Role::Name)),
        _ => false,
    };
    at >= 2
        && place(&phrases[at])
        && matches!(phrases[at - 1].what, Kind::Mark(Mark::Comma))
        && place(&phrases[at - 2])
        && phrases[at - 2].link == Some(Link::In)
}

/// The clause that this stretch hangs on.
fn governor(segment: &Segment, clauses: &[Clause]) -> Option<usize> {
    let last = clauses.len().checked_sub(1)?;
    match segment.hangs {
        Hangs::Joined if segment.resumes => {
            // After a comma the clause before the inserted one goes on.
            let mut at = last;
            while matches!(clauses[at].hangs, Hangs::Relative | Hangs::Participle | Hangs::Infinitive) {
                let Some(up) = clauses[at].on.or_else(|| at.checked_sub(1)).filter(|up| *up < at) else {
                    break;
                };
                at = up;
            }
            Some(at)
        }
        Hangs::Joined => {
            let mut at = last;
            while matches!(clauses[at].hangs, Hangs::Participle | Hangs::Infinitive) {
                let Some(up) = clauses[at].on.filter(|up| *up < at) else { break };
                at = up;
            }
            Some(at)
        }
        _ => Some(last),
    }
}

/// The subject that a clause without one takes over.
fn inherited(segment: &Segment, on: Option<usize>, clauses: &[Clause]) -> Option<usize> {
    match segment.hangs {
        Hangs::Joined | Hangs::Tied(_) | Hangs::Relative => on.and_then(|at| clauses[at].subject),
        Hangs::Free | Hangs::Said | Hangs::Participle | Hangs::Infinitive => None,
    }
}

/// "and its mandate, which rests on a treaty, was extended": behind the inserted clause the noun before it goes on, where a
/// clause began with that noun.
fn taken_up(segment: &Segment, phrases: &[Phrase], clauses: &[Clause]) -> Option<usize> {
    if let Some(noun) = around_saying(segment, phrases, clauses) {
        return Some(noun);
    }
    let last = clauses.last().filter(|last| last.hangs == Hangs::Relative && segment.resumes)?;
    let noun = last.antecedent.filter(|noun| phrases[*noun].link.is_none())?;
    let before = noun.checked_sub(1)?;
    matches!(phrases[before].what, Kind::And | Kind::But).then_some(noun)
}

/// "Ruritania, he said, has promised two battalions": behind the verb of saying between commas the noun before it goes on.
fn around_saying(segment: &Segment, phrases: &[Phrase], clauses: &[Clause]) -> Option<usize> {
    let last = clauses.last().filter(|last| segment.resumes && last.after.is_empty())?;
    let says = last.verb.and_then(|verb| phrases[verb].verb())?.does(&[crate::Sense::Say]);
    let speaker = last.subject.filter(|_| says)?;
    let comma = speaker.checked_sub(1).filter(|at| matches!(phrases[*at].what, Kind::Mark(Mark::Comma)))?;
    (last.before.start..comma).find(|at| phrases[*at].is_nominal() && phrases[*at].link.is_none())
}
