//! How much a claim weighs in the fit: the Admiralty code as one number.

use model::{Credibility, Grade, Reliability};

/// How much leaving a claim costs against leaving another, in ten-thousandths of a claim by ungraded press (C3).
///
/// No grade reaches [`TOLD`](super::price), so that no count alone overrules the movements that were told
/// (`docs/decisions/0005-fit.md` has the table and its reasons).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u32);

impl Weight {
    /// The weight of a grade: one factor for the source, one for the statement.
    #[must_use]
    pub fn of(grade: Grade) -> Self {
        let source = match grade.reliability {
            Reliability::A => 115,
            Reliability::B => 108,
            Reliability::C => 100,
            Reliability::F => 85,
            Reliability::D => 60,
            Reliability::E => 30,
        };
        let statement = match grade.credibility {
            Credibility::Confirmed => 110,
            Credibility::Probable => 105,
            Credibility::Possible => 100,
            Credibility::CannotBeJudged => 80,
            Credibility::Doubtful => 50,
            Credibility::Improbable => 20,
        };
        Self(source * statement)
    }

    /// Half of it: an expected total is a weaker promise than a promise.
    #[must_use]
    pub fn halved(self) -> Self {
        Self(self.0 / 2)
    }

    pub(crate) fn parts(self) -> i128 {
        i128::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(grade: &str) -> u32 {
        Weight::of(grade.parse().unwrap()).0
    }

    #[test]
    fn one_claim_of_any_grade_weighs_less_than_unexplained_movement_and_two_of_most_weigh_more() {
        for letter in "ABCDEF".chars() {
            for digit in 1..=6 {
                let one = i128::from(weight(&format!("{letter}{digit}")));
                assert!(one < super::super::price::TOLD && one > 0);
            }
        }
        for grade in ["A3", "B2", "C3", "F6"] {
            assert!(2 * i128::from(weight(grade)) > super::super::price::TOLD, "{grade}");
        }
        for grade in ["C4", "D3", "E1", "F5"] {
            assert!(2 * i128::from(weight(grade)) < super::super::price::TOLD, "{grade}");
        }
    }

    #[test]
    fn better_grades_weigh_more() {
        let marks = [["A3", "B3"], ["B3", "C3"], ["C3", "F3"], ["F3", "D3"], ["D3", "E3"]];
        let numbers = [["C1", "C2"], ["C2", "C3"], ["C3", "C6"], ["C6", "C4"], ["C4", "C5"]];
        for [better, worse] in marks.into_iter().chain(numbers) {
            assert!(weight(better) > weight(worse), "{better} {worse}");
        }
    }
}
