//! The picture in sentences: "Kenya: about 400 deployed (360-399), 600 ready; 1,000 promised in all."

use model::{Bounds, Quantity, Resource, Service, Stage, Whose};

use crate::{Dispute, Figure, Line, Matter, Picture, amount::Amount};

/// An amount in words: `600`, `about 400 (360-399)`, `at least 1,900`, `some`.
pub(crate) fn amount_words(amount: Amount) -> String {
    words(amount, amount.best)
}

/// A figure in words, with the number that a source gives where it rests on one.
pub(crate) fn figure_words(figure: &Figure) -> String {
    let stated = figure.stated.and_then(Quantity::number);
    words(Amount { low: figure.low, best: figure.best, high: figure.high }, stated.or(figure.best))
}

fn words(amount: Amount, number: Option<u64>) -> String {
    let plain = |n: u64| Quantity::Exactly(n).to_string();
    match (number, amount.high) {
        (None, _) => "some".to_owned(),
        (Some(_), Some(high)) if amount.low == high => plain(high),
        (Some(n), Some(high)) if amount.low == 0 && n >= high => format!("up to {}", plain(high)),
        (Some(n), Some(high)) => {
            format!("about {} ({})", plain(n), Bounds { low: amount.low, high: Some(high) })
        }
        (Some(_), None) => format!("at least {}", plain(amount.low)),
    }
}

/// A figure is called old after so many days.
const OLD_DAYS: i32 = 90;

/// Since when nothing was told of a figure, where that is long.
fn last_told(figure: &Figure) -> String {
    match figure.since {
        Some(since) if figure.days_old > OLD_DAYS => format!(" (last told of {since})"),
        _ => String::new(),
    }
}

impl Line {
    /// The line in one sentence: `Kenya: about 400 (360-399) deployed, 600 ready, of 1,000 promised.`
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut stands: Vec<String> = self
            .stages
            .iter()
            .rev()
            .filter(|(stage, figure)| **stage != Stage::Promised && figure.high != Some(0))
            .map(|(stage, figure)| format!("{figure} {stage}{}", last_told(figure)))
            .collect();
        let promised = self.promised_in_all.as_ref().map(|total| match self.stages.get(&Stage::Promised) {
            Some(owed) if owed.best.is_some() && owed.high != Some(0) => {
                format!("{total} promised in all, {owed} still owed")
            }
            _ => format!("{total} promised in all"),
        });
        stands.extend(promised);
        if stands.is_empty() {
            stands.extend(self.notes.iter().map(|note| note.words.clone()));
        }
        format!("{}: {}.", self.name(), stands.join("; "))
    }

    /// Whose line it is, and of what unless it is people: `Kenya`, `United States, equipment/MRAPs`.
    #[must_use]
    pub fn name(&self) -> String {
        let whose = match &self.whose {
            Whose::Party(party) => party.name().to_owned(),
            Whose::Parties(parties) => {
                let names: Vec<_> = parties.iter().map(|party| party.name().to_owned()).collect();
                format!("{} together", names.join(" and "))
            }
            Whose::Mission => "Whole mission".to_owned(),
            Whose::Unstated => "Not said whose".to_owned(),
        };
        match &self.resource {
            Resource::People(Service::Unstated) => whose,
            resource => format!("{whose}, {resource}"),
        }
    }
}

impl Dispute {
    /// The dispute in one sentence: the figure taken, the others, and why.
    #[must_use]
    pub fn sentence(&self) -> String {
        let about = match self.about {
            Matter::Strength(stage) => stage.to_string(),
            Matter::PromisedInAll => "promised in all".to_owned(),
            Matter::Event(step) | Matter::HowManyEvents(step) => step.to_string(),
        };
        let day = self.day.map_or(String::new(), |day| format!(" on {day}"));
        let mut sides = self.sides.iter().map(|side| side.words.as_str());
        let taken = sides.next().unwrap_or_default();
        let others: Vec<_> = sides.collect();
        let rounding = if self.within_rounding { " (within rounding)" } else { "" };
        format!(
            "{} {} {about}{day}: {taken}, against {}{rounding}; taken because {}.",
            self.whose,
            self.resource,
            others.join(" and "),
            self.why
        )
    }
}

impl Picture {
    /// The strength book in sentences, one a line.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        self.lines.iter().map(Line::sentence).collect()
    }
}
