//! JSON Lines (<https://jsonlines.org>): claims and documents, one object a line.

use serde::{Serialize, de::DeserializeOwned};

use crate::{ByteRange, Finding};

/// Reads one value from each line that is not blank; a line that cannot be taken is a finding with its place.
#[must_use]
pub fn read_lines<T: DeserializeOwned>(text: &str) -> (Vec<T>, Vec<Finding>) {
    let (mut values, mut findings) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        let end = start + line.len();
        if !line.trim().is_empty() {
            match serde_json::from_str(line.trim()) {
                Ok(value) => values.push(value),
                Err(error) => findings.push(
                    Finding::new("not-a-line", format!("line {}: {error}", number + 1))
                        .hint("write one object a line, as docs/claim.schema.json describes it")
                        .at(ByteRange::new(start, end)),
                ),
            }
        }
        start = end + 1;
    }
    (values, findings)
}

/// Writes each value as one line of JSON.
///
/// # Panics
/// Never for the types of this crate: their keys are strings and their numbers integers.
#[must_use]
pub fn write_lines<'a, T: Serialize + 'a>(values: impl IntoIterator<Item = &'a T>) -> String {
    let mut text = String::new();
    for value in values {
        text.push_str(&serde_json::to_string(value).expect("words of the model are plain JSON"));
        text.push('\n');
    }
    text
}
