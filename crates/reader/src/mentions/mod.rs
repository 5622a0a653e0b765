//! Finds the mentions of a text, sentence by sentence.

mod aside;
mod calendar;
mod date;
mod dateline;
mod entry;
mod mission;
mod name;
mod number;
mod numeral;
mod office;
mod scene;
mod season;
mod short_name;
mod site;
mod written_date;

use model::{Basis, Published};

pub(crate) use date::written_day;

use crate::{Lexicons, Mention, Sentence, What};
use calendar::Reference;
use scene::Scene;

/// Finds mentions, remembering the full names of those before, which a later sentence needs.
#[derive(Debug)]
pub struct Finder<'t> {
    text: &'t str,
    lexicons: &'t Lexicons,
    reference: Reference,
    people: name::People,
    short_names: short_name::ShortNames,
}

impl<'t> Finder<'t> {
    /// A finder for this text. Relative dates are reckoned from the day it was published, unless nothing but the day
    /// it was read is known.
    #[must_use]
    pub fn new(text: &'t str, lexicons: &'t Lexicons, published: Published) -> Self {
        let reference = (published.basis != Basis::DayRead).then_some(published.day);
        Self {
            text,
            lexicons,
            reference: Reference { published: reference, told: None },
            people: name::People::new(),
            short_names: short_name::ShortNames::new(),
        }
    }

    /// A finder that knows no day to reckon from.
    pub(crate) fn undated(text: &'t str, lexicons: &'t Lexicons) -> Self {
        Self {
            text,
            lexicons,
            reference: Reference::default(),
            people: name::People::new(),
            short_names: short_name::ShortNames::new(),
        }
    }

    /// The primary mentions of the next sentence: in order, none overlapping another. Call it once for each sentence, in
    /// the order of the text.
    pub fn mentions(&mut self, sentence: &Sentence) -> Vec<Mention> {
        let scene = Scene::new(self.text, sentence, self.lexicons);
        let dates = date::dates(&scene, self.reference);
        self.reference.told = dates.iter().filter_map(date::told).next_back().or(self.reference.told);
        let titles = office::titles(&scene);
        let mut found = entry::entries(&scene);
        found.extend(dateline::dateline(&scene, &dates));
        found.extend(dates);
        found.extend(number::numbers(&scene));
        found.extend(name::names(&scene, &titles, &mut self.people));
        found.extend(titles.iter().filter_map(|title| office::mention(&scene, title)));
        found.extend(mission::missions(&scene));
        found.extend(site::sites(&scene));
        let mut mentions = nest(found, scene.len());
        short_name::apply(sentence, &mut mentions, &mut self.short_names);
        mentions
    }

    /// The dates of a sentence and, where it opens with one, the dateline.
    pub(crate) fn dates(&self, sentence: &Sentence) -> (Vec<Mention>, Option<Mention>) {
        let scene = Scene::new(self.text, sentence, self.lexicons);
        let dates = date::dates(&scene, self.reference);
        let dateline = dateline::dateline(&scene, &dates);
        (dates, dateline)
    }
}

/// Keeps the longest mentions, of equals the one of the surest kind; what lies within one becomes its inner.
fn nest(mut found: Vec<Mention>, tokens: usize) -> Vec<Mention> {
    found.retain(|mention| !mention.tokens.is_empty() && mention.tokens.end <= tokens);
    found.sort_by_key(|mention| {
        (std::cmp::Reverse(mention.tokens.len()), rank(&mention.what), mention.tokens.start)
    });
    let mut owner: Vec<Option<usize>> = vec![None; tokens];
    let mut kept: Vec<Mention> = Vec::new();
    for mention in found {
        let mut owners = mention.tokens.clone().map(|token| owner.get(token).copied().flatten());
        let first = owners.next().flatten();
        let is_one = owners.all(|other| other == first);
        match first {
            None if is_one => {
                for token in mention.tokens.clone() {
                    if let Some(owner) = owner.get_mut(token) {
                        *owner = Some(kept.len());
                    }
                }
                kept.push(mention);
            }
            Some(outer) if is_one => {
                if let Some(outer) = kept
                    .get_mut(outer)
                    .filter(|outer| may_lie_in(&mention, outer) && !outer.inner.contains(&mention))
                {
                    outer.inner.push(mention);
                }
            }
            _ => {}
        }
    }
    kept.sort_by_key(|mention| mention.tokens.start);
    kept
}

/// Whether a mention tells a rule something that the one around it does not.
fn may_lie_in(mention: &Mention, outer: &Mention) -> bool {
    let is_same = outer.tokens == mention.tokens;
    let tells = match (&outer.what, &mention.what) {
        (What::Date(_) | What::Money(_) | What::Percent(_) | What::Duration(_) | What::Instrument(_), _)
        | (What::Party(_), What::Office(_) | What::Word(_) | What::Name(_) | What::Verb(_))
        | (What::Mission(_), What::Mission(_))
        | (_, What::Name(_) | What::Aside) => false,
        (What::Dateline, what) => matches!(what, What::Date(_) | What::Party(_) | What::Place(_)),
        (What::Number(_), what) => is_same || matches!(what, What::Ordinal(_)),
        (What::Verb(_), What::Verb(_) | What::Word(_))
        | (
            _,
            What::Party(_)
            | What::Office(_)
            | What::Person(_)
            | What::Unit(_)
            | What::Place(_)
            | What::People(_)
            | What::Number(_)
            | What::Ordinal(_)
            | What::Date(_),
        ) => true,
        _ => is_same,
    };
    tells && !(is_same && outer.what == mention.what)
}

/// Of mentions over the same tokens, the lower rank is the primary one.
fn rank(what: &What) -> u8 {
    match what {
        What::Dateline => 0,
        What::Date(_) => 1,
        What::Money(_) | What::Percent(_) | What::Duration(_) | What::Instrument(_) => 2,
        What::Number(_) | What::Aside => 3,
        What::Ordinal(_) => 4,
        What::Person(_) => 5,
        What::Mission(_) => 6,
        What::Unit(_) => 7,
        What::Party(_) => 8,
        What::Place(_) => 9,
        What::Site(_) => 10,
        What::People(_) => 11,
        What::Equipment(_) => 12,
        What::Word(_) => 13,
        What::Group => 14,
        What::Office(_) => 15,
        What::MoneyNoun => 16,
        What::Verb(_) => 17,
        What::Name(_) => 18,
    }
}
