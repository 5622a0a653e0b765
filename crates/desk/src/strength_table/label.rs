//! What a line of the strength table is called.

use model::{Currency, Resource};
use picture::{Contributor, Line};

use crate::prose::QUIET;

/// A meaning that would be cut shorter is left out.
const SHORTEST_MEANING: usize = 6;

/// What a line is called: the code that names it in `--behind`, and what the code means.
pub(super) struct Label {
    code: String,
    meaning: String,
}

impl Label {
    pub(super) fn of(line: &Line) -> Self {
        let code = line.whose.to_string();
        let meaning = match &line.whose {
            Contributor::Sum => "of all",
            Contributor::Mission => "as stated",
            Contributor::Others => "not named",
            Contributor::Unstated | Contributor::Parties(_) => "",
            Contributor::Party(party) => party.name(),
        };
        // People are one kind; of the others, each line is of its own.
        Self { code, meaning: of_what(&line.resource).unwrap_or_else(|| meaning.to_owned()) }
    }

    pub(super) fn width(&self) -> usize {
        let gap = usize::from(!self.meaning.is_empty());
        self.code.chars().count() + gap + self.meaning.chars().count()
    }

    pub(super) fn cut(&self, width: usize) -> String {
        let code = cut(&self.code, width);
        let room = width.saturating_sub(code.chars().count() + 1);
        let fits = !self.meaning.is_empty() && (room >= SHORTEST_MEANING || self.width() <= width);
        let meaning = if fits { format!(" {}", cut(&self.meaning, room)) } else { String::new() };
        let padding = " ".repeat(width.saturating_sub(code.chars().count() + meaning.chars().count()));
        format!("{QUIET}{code}{QUIET:#}{meaning}{padding}")
    }
}

/// The type of equipment or the currency; none for people, who are one kind.
fn of_what(resource: &Resource) -> Option<String> {
    match resource {
        Resource::Equipment(kind) => Some(kind.0.to_string()),
        Resource::Money(Currency::Unstated) => Some("$?".to_owned()),
        Resource::Money(currency) => Some(currency.to_string()),
        Resource::People(_) | Resource::Unstated => None,
    }
}

fn cut(words: &str, width: usize) -> String {
    if words.chars().count() <= width {
        return words.to_owned();
    }
    words.chars().take(width.saturating_sub(1)).chain(['…']).take(width).collect()
}
