//! The day a text was published, where nobody gave it: from its dateline, else from the latest full date in it.

use jiff::civil::Date;
use model::{Basis, Published};

use crate::{Edge, Finder, Lexicons, Sentences, What, WordClass, meaning::Meaning, mentions::written_day};

/// Sentences looked at; a dateline and the newest date of a report stand far before this.
const MOST_SENTENCES: usize = 2_000;

/// The day given, else the day of the dateline, else the latest full date that is told as past and is not after the
/// day of reading, else the day of reading. The basis says which.
#[must_use]
pub fn published(text: &str, given: Option<Date>, day_read: Date, lexicons: &Lexicons) -> Published {
    if let Some(day) = given {
        return Published::given(day);
    }
    let finder = Finder::undated(text, lexicons);
    let mut latest: Option<Date> = None;
    for sentence in Sentences::new(text, lexicons).take(MOST_SENTENCES) {
        let (dates, dateline) = finder.dates(&sentence);
        let hits = lexicons.hits(&sentence);
        let ahead = hits
            .iter()
            .filter(|hit| matches!(hit.meaning, Meaning::Word(WordClass::Future | WordClass::Modal)))
            .find(|hit| !dates.iter().any(|date| date.tokens.contains(&hit.tokens.start)))
            .map_or(usize::MAX, |hit| hit.tokens.start);
        for mention in &dates {
            let What::Date(date) = &mention.what else { continue };
            let Some(day) = written_day(date).filter(|day| *day <= day_read) else { continue };
            if dateline.as_ref().is_some_and(|line| line.tokens.end > mention.tokens.start) {
                return Published { day, basis: Basis::Dateline };
            }
            if mention.tokens.start < ahead && matches!(date.edge, Edge::Within | Edge::AsOf | Edge::Since) {
                latest = latest.max(Some(day));
            }
        }
    }
    match latest {
        Some(day) => Published { day, basis: Basis::LatestDate },
        None => Published { day: day_read, basis: Basis::DayRead },
    }
}
