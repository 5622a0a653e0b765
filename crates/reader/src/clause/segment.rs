//! Cuts the phrases of a sentence where one clause ends and the next begins.

use std::ops::Range;

use crate::{Cue, Sense, Sentence};

use super::{
    phrase::{Kind, Mark, Phrase, Role, Time, VerbGroup},
    small::{Link, Tie},
    split::Hangs,
};

/// The stretch between two boundaries.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) phrases: Range<usize>,
    pub(super) hangs: Hangs,
    /// A comma, or the end of a clause inside another, stands before it: it may go on with the clause before that.
    pub(super) resumes: bool,
}

/// The senses that open what somebody says.
const SAYING: &[Sense] = &[Sense::Say, Sense::Confirm, Sense::Believe, Sense::Warn, Sense::Deny];

/// The stretches of a sentence, in order.
pub(super) fn segments(phrases: &mut [Phrase], sentence: &Sentence) -> Vec<Segment> {
    link_loose_ties(phrases, sentence);
    let quotes_words = quotes_words(phrases);
    let mut cutter = Cutter {
        quotes_words,
        phrases,
        done: Vec::new(),
        start: 0,
        hangs: Hangs::Free,
        resumes: false,
        last_verb: None,
    };
    for at in 0..cutter.phrases.len() {
        cutter.step(at);
    }
    let end = cutter.phrases.len();
    cutter.cut(end, end, Hangs::Free, false);
    cutter.done
}

/// "after the attack", "as part of": a tie without a verb behind it is a preposition.
fn link_loose_ties(phrases: &mut [Phrase], sentence: &Sentence) {
    for at in 0..phrases.len() {
        if !matches!(phrases[at].what, Kind::Tie(_)) {
            continue;
        }
        // "if that is so": behind a tie "that" stands for something.
        if let Some(next) = phrases.get_mut(at + 1).filter(|next| matches!(next.what, Kind::Relative)) {
            next.what = Kind::Noun;
        }
        // "Until this weekend the mission had been": a time, and behind it who acts.
        let of_time = |phrase: &Phrase| {
            phrase.link.is_none()
                && (matches!(phrase.what, Kind::Date(_))
                    || matches!(phrase.what, Kind::Noun)
                        && sentence.is(phrase.tokens.end.saturating_sub(1), Cue::TimeNoun))
        };
        let timed = (at + 1..phrases.len().min(at + 3)).any(|time| {
            of_time(&phrases[time])
                && (at + 1..time).all(|between| matches!(phrases[between].what, Kind::Noun))
                && phrases.get(time + 1).is_some_and(|next| next.is_nominal() && next.link.is_none())
        });
        if !timed && (has_verb(phrases, at + 1) || has_listed_subject(phrases, at + 1)) {
            continue;
        }
        let link = if matches!(phrases[at].what, Kind::Tie(Tie::When)) { Link::As } else { Link::Other };
        phrases[at].what = Kind::Particle;
        if let Some(next) = phrases.get_mut(at + 1)
            && next.link.is_none()
            && (next.is_nominal() || matches!(next.what, Kind::Date(_)))
        {
            next.link = Some(link);
        }
    }
}

/// Whether a verb comes before the next mark, conjunction or opener.
fn has_verb(phrases: &[Phrase], start: usize) -> bool {
    let ends = |phrase: &&Phrase| {
        !matches!(phrase.what, Kind::Mark(_) | Kind::And | Kind::But | Kind::Tie(_) | Kind::Relative)
    };
    phrases.iter().skip(start).take_while(ends).any(|phrase| matches!(phrase.what, Kind::Verb(_)))
}

/// Whether counted groups joined by "and" come with their verb: "when 20 of its soldiers and four of its police landed".
fn has_listed_subject(phrases: &[Phrase], start: usize) -> bool {
    let listed = |phrase: &&Phrase| {
        matches!(phrase.what, Kind::And | Kind::Mark(Mark::Comma))
            || phrase.group().is_some_and(|group| group.number.is_some()) && phrase.link.is_none()
    };
    let list = phrases.iter().skip(start).take_while(listed).count();
    list > 2 && phrases.get(start + list).is_some_and(|next| matches!(next.what, Kind::Verb(_)))
}

/// For each phrase whether it is a quotation mark of a pair around words without a verb, inside a sentence.
fn quotes_words(phrases: &[Phrase]) -> Vec<bool> {
    let mut around = vec![false; phrases.len()];
    let mut open: Option<usize> = None;
    let mut has_verb = false;
    for (at, phrase) in phrases.iter().enumerate() {
        if !matches!(phrase.what, Kind::Mark(Mark::Quote)) {
            has_verb |= matches!(phrase.what, Kind::Verb(_));
        } else if let Some(start) = open.take() {
            let words = !has_verb && start > 0 && at > start + 1;
            (around[start], around[at]) = (words, words);
        } else {
            (open, has_verb) = (Some(at), false);
        }
    }
    around
}

struct Cutter<'p> {
    /// Quotation marks that part no clauses.
    quotes_words: Vec<bool>,
    phrases: &'p [Phrase],
    done: Vec<Segment>,
    /// Where the open stretch begins, and how it hangs.
    start: usize,
    hangs: Hangs,
    resumes: bool,
    /// The last verb of the open stretch.
    last_verb: Option<usize>,
}

impl Cutter<'_> {
    fn step(&mut self, at: usize) {
        let open = self.last_verb.is_some();
        match &self.phrases[at].what {
            Kind::Mark(Mark::Comma) if open && has_verb(self.phrases, at + 1) => {
                self.cut(at, at + 1, Hangs::Joined, true);
            }
            Kind::And if open && self.joins_subjects(at) => {}
            Kind::And | Kind::But if open && has_verb(self.phrases, at + 1) => {
                let comma = at > 0 && matches!(self.phrases[at - 1].what, Kind::Mark(Mark::Comma));
                let goes_on = self.hangs == Hangs::Relative && !comma;
                self.cut(at, at + 1, if goes_on { Hangs::Relative } else { Hangs::Joined }, comma);
            }
            Kind::Mark(Mark::Comma | Mark::Other) | Kind::And | Kind::But => {}
            // "expects “no more than five members” to be sent": words of somebody's, not a clause.
            Kind::Mark(Mark::Quote) if self.quotes_words[at] => {}
            Kind::Mark(_) => self.cut(at, at + 1, Hangs::Free, true),
            Kind::Relative => {
                let hangs = if self.opens_speech(at) { Hangs::Said } else { Hangs::Relative };
                self.cut(at, at + 1, hangs, false);
            }
            Kind::Tie(tie) => self.cut(at, at + 1, Hangs::Tied(*tie), false),
            Kind::Verb(verb) => {
                if verb.is_finite {
                    self.second_verb(at, verb);
                }
                self.last_verb = Some(at);
            }
            _ => {}
        }
    }

    /// "said 170 soldiers and 30 police would": what stands right behind a verb of saying is the subject of what is said,
    /// and so is what is joined to it.
    fn joins_subjects(&self, at: usize) -> bool {
        let Some(verb) = self.last_verb.filter(|verb| self.phrases[*verb].verb().is_some_and(says)) else {
            return false;
        };
        let counted = |phrase: &Phrase| {
            phrase.link.is_none() && matches!(phrase.what, Kind::People(_) | Kind::Kit(_) | Kind::Sum(_))
        };
        let between = &self.phrases[verb + 1..at];
        let listed = |phrase: &Phrase| counted(phrase) || matches!(phrase.what, Kind::Mark(Mark::Comma));
        between.iter().all(listed)
            && between.last().is_some_and(counted)
            && self.phrases.get(at + 1).is_some_and(counted)
    }

    /// Ends the open stretch before `end`; the next begins at `next`.
    fn cut(&mut self, end: usize, next: usize, hangs: Hangs, resumes: bool) {
        if self.start < end {
            let phrases = self.start..end;
            self.done.push(Segment { phrases, hangs: self.hangs, resumes: self.resumes });
        }
        (self.start, self.hangs, self.resumes, self.last_verb) = (next, hangs, resumes, None);
    }

    /// Whether "that" at this place opens what somebody says, rather than hanging on a noun.
    fn opens_speech(&self, at: usize) -> bool {
        let says = self.last_verb.and_then(|verb| self.phrases[verb].verb()).is_some_and(says);
        let noun_before = at > 0 && self.phrases[at - 1].is_nominal();
        // "told reporters that Kenya will": behind the opener stand a subject and a verb.
        let subject_behind = self
            .phrases
            .get(at + 1)
            .is_some_and(|next| next.is_nominal() || matches!(next.what, Kind::Date(_)));
        // "complained that", "hopes that".
        let right_behind = at > 0 && self.last_verb == Some(at - 1);
        (says || right_behind) && (!noun_before || self.hangs != Hangs::Relative && subject_behind)
    }

    /// A second finite verb without a conjunction: what somebody says without "that", or the main clause going on behind a
    /// relative one.
    fn second_verb(&mut self, at: usize, verb: &VerbGroup) {
        let Some(last) = self.last_verb else { return };
        let sure = verb.time != Time::Past || self.hangs == Hangs::Relative;
        let before = &self.phrases[last + 1..at];
        let own_subject = before.iter().any(|phrase| phrase.is_nominal() && phrase.link.is_none());
        let saying = self.phrases[last].verb();
        // "told an event held in Rio": the noun hears, and the participle belongs to it.
        let heard =
            saying.is_some_and(|verb| verb.has_hearer) && before.last().is_some_and(Phrase::is_nominal);
        // "the 750 soldiers it pledged": a subject right behind a noun, and its verb.
        let contact = at >= 2
            && !saying.is_some_and(says)
            && matches!(&self.phrases[at - 1].what, Kind::Actors(actors) if !matches!(actors[0].role, Role::Name))
            && self.phrases[at - 1].link.is_none()
            && matches!(self.phrases[at - 2].what, Kind::People(_) | Kind::Kit(_) | Kind::Sum(_));
        if contact {
            self.cut(at - 1, at - 1, Hangs::Relative, false);
        } else if saying.is_some_and(says) && own_subject && (sure || !heard) {
            // "announced Tuesday it will": the day is of the announcing.
            let dated = matches!(self.phrases[last + 1].what, Kind::Date(_)) && last + 2 < at;
            let from = last + 1 + usize::from(dated);
            self.cut(from, from, Hangs::Said, false);
        } else if self.hangs == Hangs::Relative {
            self.cut(at, at, Hangs::Joined, true);
        }
    }
}

fn says(verb: &VerbGroup) -> bool {
    verb.does(SAYING)
}
