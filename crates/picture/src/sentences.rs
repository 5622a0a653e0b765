//! The picture in sentences: "Kenya: about 400 (360-399) deployed; 600 ready; 1,000 promised in all."

use std::cmp::Reverse;

use model::{Currency, Quantity, Resource, Service, Stage};

use crate::{Basis, Contributor, Figure, HangsOn, Line, Picture};

/// Where the most is more than so many times the figure, the figure says little and its ends say more.
const LOOSE: u64 = 3;

/// A figure in words: in those of the one count that it is, or as a number with its bounds.
pub(crate) fn figure_words(figure: &Figure) -> String {
    let plain = |n: u64| Quantity::Exactly(n).to_string();
    if let Some(stated) = figure.stated {
        let words = stated.to_string();
        let says_bounds = figure.high.is_none() || figure.high == Some(figure.low) || figure.low == 0;
        return if says_bounds { words } else { format!("{words} ({})", figure.bounds()) };
    }
    match (figure.best, figure.high) {
        (None, _) => "some".to_owned(),
        (Some(_), Some(high)) if figure.low == high => plain(high),
        (Some(n), Some(high)) if figure.low == 0 && n >= high => format!("up to {}", plain(high)),
        (Some(0), Some(high)) => format!("up to {}", plain(high)),
        (Some(n), Some(high)) if n.saturating_mul(LOOSE) < high => {
            format!("{} to {}", plain(figure.low), plain(high))
        }
        (Some(n), Some(_)) => format!("about {} ({})", plain(n), figure.bounds()),
        (Some(n), None) if figure.low == n => format!("at least {}", plain(n)),
        (Some(n), None) => format!("{} or more", plain(n)),
    }
}

/// `least contradicted of 9 claims, the last of 2024-09-30; 400 by the movements alone; 400 without President Ruto`.
pub(crate) fn how(figure: &Figure) -> String {
    let number = |n: u64| Quantity::Exactly(n).to_string();
    let claims = if figure.claims.len() == 1 { "claim" } else { "claims" };
    let mut how = vec![match figure.basis {
        Basis::Sum => format!("all added up, from {} {claims}", figure.claims.len()),
        Basis::Difference => "promised in all, less all that stands further on".to_owned(),
        _ if figure.claims.len() == 1 => "as told".to_owned(),
        _ => format!("the least contradicted reading of {} {claims}", figure.claims.len()),
    }];
    how[0] += &figure.since.map(|since| format!(", last told of {since}")).unwrap_or_default();
    let told = figure.by_movements.filter(|told| figure.best != Some(*told));
    how.extend(told.map(|told| format!("{} by the movements alone", number(told))));
    let called = |on: &HangsOn| on.source.clone().unwrap_or_else(|| "an unnamed source".to_owned());
    let ends = [(Some(figure.low), &figure.low_hangs_on), (figure.high, &figure.high_hangs_on)];
    let ends = ends.into_iter().filter_map(|(bound, on)| bound.zip(on.as_ref()));
    how.extend(ends.map(|(bound, on)| format!("{} without {}", number(bound), called(on))));
    how.extend(figure.rests_on.as_ref().map(|on| format!("nothing without {}", called(on))));
    how.join("; ")
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
        let further = || self.stages.iter().rev().filter(|(stage, _)| **stage != Stage::Promised);
        let told = |(stage, figure): (&Stage, &Figure)| format!("{figure} {stage}{}", last_told(figure));
        let mut stands: Vec<String> =
            further().filter(|(_, figure)| figure.high != Some(0)).map(told).collect();
        let promised = self.promised_in_all.as_ref().map(|total| match self.stages.get(&Stage::Promised) {
            Some(owed) if owed.best.is_some() && owed.high != Some(0) => {
                format!("{total} promised in all, {owed} still owed")
            }
            _ => format!("{total} promised in all"),
        });
        stands.extend(promised);
        if stands.is_empty() {
            stands.extend(further().map(told));
        }
        if stands.is_empty() {
            stands.extend(self.notes.iter().map(|note| note.words.clone()));
        }
        format!("{}: {}.", self.name(), stands.join("; "))
    }

    /// Whose line it is, and of what unless it is people: `Kenya`, `United States, MRAPs`.
    #[must_use]
    pub fn name(&self) -> String {
        let whose = self.whose.name();
        match &self.resource {
            Resource::People(_) => whose,
            Resource::Equipment(kind) => format!("{whose}, {}", kind.0),
            Resource::Money(Currency::Unstated) => format!("{whose}, money"),
            Resource::Money(currency) => format!("{whose}, {currency}"),
            Resource::Unstated => format!("{whose}, of what is not said"),
        }
    }
}

/// No more lines than these are told one by one; of more, their sum and the largest are.
const FEW: usize = 3;

impl Picture {
    /// The strength in people in a few sentences: a sentence a line where there are few, else how many have deployed
    /// of how many that were promised, who they are, and who owes most.
    #[must_use]
    pub fn gist(&self) -> Vec<String> {
        let people = Resource::People(Service::Unstated);
        let lines: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| line.resource == people)
            .filter(|line| line.promised_in_all.is_some() || !line.stages.is_empty())
            .filter(|line| line.whose != Contributor::Sum)
            .collect();
        if lines.len() <= FEW {
            return lines.into_iter().map(Line::sentence).collect();
        }
        let Some(sum) = self.people() else { return Vec::new() };
        let mut gist = vec![self.deployed_of_promised(sum)];
        gist.extend(self.stated_beside());
        gist.extend(self.most_owed());
        gist
    }

    /// The parties' lines of people.
    fn parties(&self) -> impl Iterator<Item = &Line> {
        let people = |line: &&Line| matches!(line.resource, Resource::People(_));
        self.lines.iter().filter(people).filter(|line| matches!(line.whose, Contributor::Party(_)))
    }

    /// `412 people deployed of at least 3,182 promised: Kenya 382 of 1,000, Jamaica 22 of 250, and 2 more.`
    fn deployed_of_promised(&self, sum: &Line) -> String {
        match (sum.stages.get(&Stage::Deployed), self.largest("")) {
            (Some(deployed), Some(largest)) => {
                format!("{deployed} people deployed{}: {largest}.", of_promised(sum, " promised"))
            }
            _ => sum.promised_in_all.as_ref().map_or_else(
                || "Nobody is said to have deployed.".to_owned(),
                |total| format!("{total} people promised; nobody is said to have deployed."),
            ),
        }
    }

    /// `Kenya 382 of 1,000, Jamaica 22 of 250, and 2 more`: who has most there, with a word behind the first name.
    fn largest(&self, word: &str) -> Option<String> {
        let mut there: Vec<(&Line, &Figure)> =
            self.parties().filter_map(|line| Some((line, line.stages.get(&Stage::Deployed)?))).collect();
        there.retain(|(_, figure)| figure.high != Some(0));
        there.sort_by_key(|(line, figure)| (Reverse(figure.best), line.whose.clone()));
        let told = |(i, (line, figure)): (usize, &(&Line, &Figure))| {
            let word = if i == 0 { word } else { "" };
            format!("{}{word} {figure}{}", line.name(), of_promised(line, ""))
        };
        let mut largest: Vec<String> = there.iter().take(FEW).enumerate().map(told).collect();
        if there.len() > FEW {
            largest.push(format!("and {} more", there.len() - FEW));
        }
        (!largest.is_empty()).then(|| largest.join(", "))
    }

    /// `Kenya has 382 of 1,000, Jamaica 22 of 250, and 2 more.`
    pub(crate) fn strongest(&self) -> Option<String> {
        self.largest(" has").map(|largest| format!("{largest}."))
    }

    /// `Most is owed by Benin (1,500) and Jamaica (228).`
    pub(crate) fn most_owed(&self) -> Option<String> {
        let mut owing: Vec<(u64, String)> = self
            .parties()
            .filter_map(|line| {
                let owed = line.stages.get(&Stage::Promised)?;
                let best = owed.best.filter(|best| *best > 0)?;
                Some((best, format!("{} ({})", line.name(), Quantity::Exactly(best))))
            })
            .collect();
        owing.sort_by_key(|(best, _)| Reverse(*best));
        let most: Vec<_> = owing.into_iter().take(2).map(|(_, words)| words).collect();
        (!most.is_empty()).then(|| format!("Most is owed by {}.", most.join(" and ")))
    }

    /// What is stated of the whole mission, where it is not what the parties add up to.
    pub(crate) fn stated_beside(&self) -> Option<String> {
        let of_people = |line: &&Line| matches!(line.resource, Resource::People(_));
        let whole = self.lines.iter().filter(of_people).find(|line| line.whose == Contributor::Mission)?;
        let stated = whole.stages.get(&Stage::Deployed)?;
        let sum = self.people()?.stages.get(&Stage::Deployed);
        let apart = sum.is_none_or(|added| !added.bounds().meet(stated.bounds()));
        apart.then(|| format!("Of the whole mission, {stated} are stated."))
    }
}

/// ` of 1,000`, with a word behind it, where a number was promised.
fn of_promised(line: &Line, behind: &str) -> String {
    line.promised_in_all.as_ref().map(|total| format!(" of {total}{behind}")).unwrap_or_default()
}

/// Words as a sentence: the first letter large, a full stop behind.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
