//! How far a claim may be trusted: the Admiralty code.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The Admiralty code (NATO AJP-2.1, the 6x6 system): `B2`.
///
/// There is no `Ord`: F and 6 mean "cannot be judged", not "worst".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Grade {
    /// Of the source.
    pub reliability: Reliability,
    /// Of what it says.
    pub credibility: Credibility,
}

/// How reliable a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

/// How credible a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Credibility {
    /// 1: confirmed by others.
    Confirmed,
    /// 2: probably true.
    Probable,
    /// 3: possibly true.
    Possible,
    /// 4: doubtful.
    Doubtful,
    /// 5: improbable.
    Improbable,
    /// 6: cannot be judged.
    CannotBeJudged,
}

/// The words that were not a [`Grade`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a grade; write a letter A to F for the source and a digit 1 to 6 for the statement, such as `B2`"
)]
pub struct NotAGrade(String);

const RELIABILITIES: [(char, Reliability); 6] = [
    ('A', Reliability::A),
    ('B', Reliability::B),
    ('C', Reliability::C),
    ('D', Reliability::D),
    ('E', Reliability::E),
    ('F', Reliability::F),
];

const CREDIBILITIES: [(char, Credibility); 6] = [
    ('1', Credibility::Confirmed),
    ('2', Credibility::Probable),
    ('3', Credibility::Possible),
    ('4', Credibility::Doubtful),
    ('5', Credibility::Improbable),
    ('6', Credibility::CannotBeJudged),
];

impl Grade {
    /// Press that nobody has graded: fairly reliable, possibly true.
    pub const UNGRADED_PRESS: Self = Self { reliability: Reliability::C, credibility: Credibility::Possible };
}

impl FromStr for Grade {
    type Err = NotAGrade;

    fn from_str(words: &str) -> Result<Self, NotAGrade> {
        let mut chars = words.chars();
        let reliability = chars.next().and_then(|c| RELIABILITIES.iter().find(|(mark, _)| *mark == c));
        let credibility = chars.next().and_then(|c| CREDIBILITIES.iter().find(|(mark, _)| *mark == c));
        match (reliability, credibility, chars.next()) {
            (Some(&(_, reliability)), Some(&(_, credibility)), None) => Ok(Self { reliability, credibility }),
            _ => Err(NotAGrade(words.to_owned())),
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter =
            RELIABILITIES.iter().find(|(_, r)| *r == self.reliability).map_or('F', |(mark, _)| *mark);
        let digit = CREDIBILITIES.iter().find(|(_, c)| *c == self.credibility).map_or('6', |(mark, _)| *mark);
        f.pad(&format!("{letter}{digit}"))
    }
}

impl fmt::Debug for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for Grade {
    type Error = NotAGrade;

    fn try_from(words: String) -> Result<Self, NotAGrade> {
        words.parse()
    }
}

impl From<Grade> for String {
    fn from(grade: Grade) -> Self {
        grade.to_string()
    }
}

impl JsonSchema for Grade {
    fn schema_name() -> Cow<'static, str> {
        "Grade".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-F][1-6]$",
            "description": "Admiralty code: source reliability A-F, credibility 1-6."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_36_grades_print_and_read_alike_and_nothing_else_is_one() {
        for letter in 'A'..='G' {
            for digit in '0'..='7' {
                let words = format!("{letter}{digit}");
                let known = ('A'..='F').contains(&letter) && ('1'..='6').contains(&digit);
                assert_eq!(
                    words.parse::<Grade>().ok().map(|grade| grade.to_string()),
                    known.then_some(words)
                );
            }
        }
        assert!("B".parse::<Grade>().is_err() && "B22".parse::<Grade>().is_err());
    }
}
