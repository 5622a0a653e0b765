//! Whom a summary quotes: "Ruto: full strength by January", "attributed to Kenya's president".

use model::{Name, Speaker};

/// Verbs of saying that follow a speaker at the start of a summary.
const SAYS: &[&str] = &[
    "says",
    "tells",
    "gives",
    "promises",
    "expects",
    "reports",
    "announces",
    "confirms",
    "counts",
    "names",
    "lists",
    "dates",
    "advises",
];

/// Words that end the name of somebody who can speak; before a colon they mark a speaker.
const OFFICES: &[&str] = &[
    "minister",
    "president",
    "commander",
    "spokesman",
    "statement",
    "chief",
    "department",
    "southcom",
    "reuters",
    "ruto",
    "state",
];

/// Agencies whose own figures a summary may give: "EFE figure at transition".
const AGENCIES: &[&str] = &["EFE", "Xinhua", "AP", "AFP", "Reuters"];

/// Words that make a phrase the document's own voice, or no speaker at all.
const NO_SPEAKER: &[&str] = &[
    "outlet", "agency", "press", "story", "source", "report", "reports", "same", "half", "headline",
    "forecast",
];

/// Who says it. An outlet's own voice is the document's.
pub(super) fn speaker(summary: &str) -> Speaker {
    let phrase = attributed(summary)
        .or_else(|| before_colon(summary))
        .or_else(|| of_figure(summary))
        .or_else(|| saying(summary));
    let speaks = |phrase: &&str| {
        let marked = phrase.contains([',', ';', ':']);
        let words = phrase.split([' ', '-']).map(str::to_lowercase);
        !marked && !words.into_iter().any(|word| NO_SPEAKER.contains(&word.as_str()))
    };
    let name = phrase.filter(speaks).and_then(|phrase| Name::new(phrase).ok());
    name.map_or(Speaker::Document, Speaker::Named)
}

/// "Breakdown attributed to Kenya's president."
fn attributed(summary: &str) -> Option<&str> {
    let rest = ["attributed to ", "given by "].iter().find_map(|lead| summary.split_once(lead))?.1;
    rest.split(['.', ',', ';']).next()
}

/// "Police chief: course finished."
fn before_colon(summary: &str) -> Option<&str> {
    let (lead, _) = summary.split_once(": ")?;
    let last = lead.split(' ').next_back()?.to_lowercase();
    OFFICES.contains(&last.as_str()).then_some(lead)
}

/// "President Ruto's figure at the General Assembly."
fn of_figure(summary: &str) -> Option<&str> {
    let (lead, _) = summary.split_once(" figure")?;
    lead.split_once("'s").map(|(who, _)| who).or_else(|| AGENCIES.contains(&lead).then_some(lead))
}

/// "Mission statement counts one dead."
fn saying(summary: &str) -> Option<&str> {
    let words = summary.split(' ').take(6);
    let before: usize = words.take_while(|word| !SAYS.contains(word)).map(|word| word.len() + 1).sum();
    let (lead, rest) = (summary.get(..before.checked_sub(1)?)?, summary.get(before..)?);
    SAYS.contains(&rest.split(' ').next()?).then_some(lead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(summary: &str, want: Option<&str>) {
        let want = want.map_or(Speaker::Document, |name| Speaker::Named(Name::new(name).unwrap()));
        assert_eq!(speaker(summary), want);
    }

    #[test]
    fn a_summary_names_its_speaker() {
        check("Ruto: full strength by January 2025.", Some("Ruto"));
        check("Breakdown attributed to Kenya's president.", Some("Kenya's president"));
        check("Mission statement counts one civilian dead.", Some("Mission statement"));
        check("President Ruto's figure at the General Assembly.", Some("President Ruto"));
        check("EFE figure at transition.", Some("EFE"));
        check("Kenyan press figure days before the vote.", None);
        check("Another outlet says 60 advisers that week.", None);
        check("Another agency counts 77.", None);
        check("Later figure for Chad.", None);
        check("Same release as told by Reuters: 95 million.", None);
        check("Second half lands; government says 150 in all.", None);
        check("Advance team: five men and one woman.", None);
        check("", None);
    }
}
