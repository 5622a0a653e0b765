//! Claims as a table: each as a sentence to confirm, beside the words it stands in.

use model::{Claim, Document};

use crate::{
    Fault, World, sentence,
    table::{Column, Rows, Text},
};

/// One claim with what is shown beside it.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// What it is called here: a short id, or a number in a reading.
    pub(crate) called: String,
    pub(crate) claim: &'a Claim,
    /// Its document, where there is one.
    pub(crate) document: Option<&'a Document>,
    /// How it stands after the decisions on it.
    pub(crate) remark: String,
}

/// What stands beside each claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The words it stands in: enough within one text.
    Words,
    /// Also the day on which it became known.
    WordsAndDay,
    /// And how it stands.
    WordsDayAndStanding,
}

/// Prints the claims.
pub(crate) fn print<'a>(
    world: &mut World,
    lines: impl IntoIterator<Item = Line<'a>>,
    beside: Beside,
) -> Result<(), Fault> {
    let mut columns = vec![Column::Piece(""), Column::Words("claim"), Column::Words("stands in the words")];
    if beside != Beside::Words {
        columns.push(Column::Piece("published"));
    }
    if beside == Beside::WordsDayAndStanding {
        columns.push(Column::Words("standing"));
    }
    let mut rows = Rows::new(&columns);
    let mut before = String::new();
    for line in lines {
        let words = words(line.claim, line.document);
        let same = words == before && line.claim.quote().is_some();
        rows.add([
            Text::Quiet(line.called),
            Text::Plain(sentence::sentence(line.claim)),
            Text::Quiet(if same { "the same words".to_owned() } else { words.clone() }),
            Text::Quiet(line.claim.published.to_string()),
            Text::Quiet(line.remark),
        ]);
        before = words;
    }
    rows.print(world)
}

/// The quoted words on one line.
pub(crate) fn words(claim: &Claim, document: Option<&Document>) -> String {
    let quoted = document.and_then(|document| claim.quote()?.words(document));
    match quoted.map(one_line) {
        None => "entered by hand".to_owned(),
        // A sentence that is a quotation has marks of its own.
        Some(words) if words.starts_with(['“', '"']) => words,
        Some(words) => format!("“{words}”"),
    }
}

/// Words that stood on several lines.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
