//! What is behind a figure: from its name in the picture to its claims.

use std::{fmt, str::FromStr};

use ledger::Ledger;
use model::Stage;
use picture::{Asked, Contributor, Figure, Line, Picture};

use crate::Fault;

/// The name of a figure: `KEN/deployed`, `USA/money/USD/promised-in-all`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Behind {
    party: String,
    resource: String,
    stage: String,
}

impl Behind {
    /// The figure in the picture of what is asked.
    pub(crate) fn figure(&self, ledger: &Ledger, asked: &Asked) -> Result<Figure, Fault> {
        let Picture { lines, .. } = picture::picture(ledger, asked);
        let mut named = Vec::new();
        for line in &lines {
            let (party, resource) = (line.whose.to_string(), line.resource.to_string());
            for (stage, figure) in line.figures() {
                let name = Self::of(&party, &resource, &stage);
                if name == *self {
                    return Ok(figure.clone());
                }
                named.push(name);
            }
        }
        let fault = Fault::usage(format!(
            "the picture of {} on {} has no figure `{self}`",
            asked.mission, asked.as_of
        ));
        let near: Vec<_> =
            named.iter().filter(|name| name.party == self.party).map(Self::to_string).collect();
        Err(if near.is_empty() {
            fault.hint("`muster picture` shows its figures")
        } else {
            fault.hint(format!("of {} it has {}", self.party, near.join(", ")))
        })
    }

    fn of(party: &str, resource: &str, stage: &str) -> Self {
        Self { party: party.to_owned(), resource: resource.to_owned(), stage: stage.replace(' ', "-") }
    }
}

/// The name of a figure that this picture has, to show how one is named: the largest that has deployed, or any.
pub(crate) fn example(picture: &Picture) -> Option<String> {
    let deployed = |line: &Line| line.stages.get(&Stage::Deployed).and_then(|figure| figure.best);
    let stated = picture.lines.iter().rev().filter(|line| line.whose != Contributor::Sum);
    let line = stated.max_by_key(|line| deployed(line))?;
    let stage = match deployed(line) {
        Some(_) => Stage::Deployed.to_string(),
        None => line.stages.keys().next().map_or_else(|| "promised in all".to_owned(), ToString::to_string),
    };
    Some(Behind::of(&line.whose.to_string(), &line.resource.to_string(), &stage).to_string())
}

impl fmt::Display for Behind {
    /// The shortest name that means this figure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.resource == "people" {
            write!(f, "{}/{}", self.party, self.stage)
        } else {
            write!(f, "{}/{}/{}", self.party, self.resource, self.stage)
        }
    }
}

impl FromStr for Behind {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let (party, rest) = words.split_once('/').ok_or(HOW)?;
        let (resource, stage) = rest.rsplit_once('/').unwrap_or(("people", rest));
        if party.is_empty() || stage.is_empty() || resource.is_empty() {
            return Err(HOW.to_owned());
        }
        Ok(Self::of(party, resource, stage))
    }
}

const HOW: &str = "not a figure's name; write such as `KEN/deployed` or `USA/money/USD/promised-in-all`";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<[&str; 3]>) {
        let got: Option<Behind> = words.parse().ok();
        assert_eq!(got, want.map(|[party, resource, stage]| Behind::of(party, resource, stage)));
        if let Some(behind) = got {
            assert_eq!(behind.to_string().parse(), Ok(behind), "print then read gives the same");
        }
    }

    #[test]
    fn a_figure_has_a_name() {
        check("KEN/deployed", Some(["KEN", "people", "deployed"]));
        check("mission/people/deployed", Some(["mission", "people", "deployed"]));
        check("USA/money/USD/promised in all", Some(["USA", "money/USD", "promised-in-all"]));
        check(
            "BHS+JAM/equipment/patrol boats/in-service",
            Some(["BHS+JAM", "equipment/patrol boats", "in-service"]),
        );
        for words in ["KEN", "/deployed", "KEN/", "KEN//deployed", ""] {
            check(words, None);
        }
    }
}
