//! The picture in sentences: "Kenya: about 400 deployed (360-399), 600 ready; 1,000 promised in all."

use model::{Quantity, Stage, Whose};

use crate::{Figure, Line};

/// A figure in words: `600`, `about 400 (360-399)`, `at least 1,900`, `some`.
pub(crate) fn figure_words(figure: &Figure) -> String {
    let number = |n: u64| Quantity::Exactly(n).to_string();
    let stated = figure.stated.and_then(Quantity::number);
    match (stated.or(figure.best), figure.high) {
        (None, _) => "some".to_owned(),
        (Some(n), Some(high)) if figure.low == high => number(n),
        (Some(n), Some(high)) => format!("about {} ({}-{})", number(n), number(figure.low), number(high)),
        (Some(_), None) => format!("at least {}", number(figure.low)),
    }
}

impl Line {
    /// The line in one sentence: its stages from the furthest back to the promise.
    #[must_use]
    pub fn sentence(&self) -> String {
        let who = match &self.whose {
            Whose::Party(party) => party.name().to_owned(),
            Whose::Parties(_) => self.whose.to_string(),
            Whose::Mission => "Whole mission".to_owned(),
            Whose::Unstated => "Unstated".to_owned(),
        };
        let mut parts: Vec<String> = Vec::new();
        for (stage, figure) in self.stages.iter().rev().filter(|(stage, _)| **stage != Stage::Promised) {
            parts.push(format!("{figure} {stage}"));
        }
        if let Some(total) = &self.promised_in_all {
            parts.push(format!("{total} promised in all"));
        }
        if let Some(owed) = self.stages.get(&Stage::Promised) {
            parts.push(format!("{owed} still owed"));
        }
        format!("{who}, {}: {}.", self.resource, parts.join("; "))
    }
}
