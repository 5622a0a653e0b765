//! The fit as flat rows: one figure a line of CSV.

use super::{Contributor, FittedPicture, HangsOn, Line};

/// The column names of [`FittedPicture::cells`], in order: those of the picture, then what the movements told add up
/// to and the sources that the bounds hang on.
pub const FIT_COLUMNS: [&str; 14] = [
    "mission",
    "party",
    "resource",
    "stage",
    "low",
    "best",
    "high",
    "claims",
    "as_of",
    "known_on",
    "by_movements",
    "low_hangs_on",
    "high_hangs_on",
    "rests_on",
];

impl FittedPicture {
    /// Every figure as the cells of one line of CSV, in the order of [`FIT_COLUMNS`]; claims are joined by a space.
    pub fn cells(&self) -> impl Iterator<Item = [String; 14]> {
        self.figures.iter().map(|figure| {
            let number = |number: Option<u64>| number.map(|n| n.to_string()).unwrap_or_default();
            let claims: Vec<_> = figure.claims.iter().map(ToString::to_string).collect();
            let hangs =
                |on: &Option<HangsOn>| on.as_ref().and_then(|on| on.source.clone()).unwrap_or_default();
            [
                self.asked.mission.to_string(),
                match figure.contributor {
                    Contributor::Party(party) => party.code().to_owned(),
                    Contributor::Others => "others".to_owned(),
                    Contributor::Sum => "sum".to_owned(),
                },
                figure.resource.to_string(),
                match figure.line {
                    Line::In(stage) => stage.to_string(),
                    Line::PromisedInAll => "promised in all".to_owned(),
                },
                figure.low.to_string(),
                number(figure.best),
                number(figure.high),
                claims.join(" "),
                self.asked.as_of.to_string(),
                self.asked.known_on.to_string(),
                number(figure.by_movements),
                hangs(&figure.low_hangs_on),
                hangs(&figure.high_hangs_on),
                hangs(&figure.rests_on),
            ]
        })
    }
}
