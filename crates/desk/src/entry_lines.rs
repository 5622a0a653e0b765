//! Entries as JSON Lines: claims, documents and decisions, one object a line, bare or under the word for what they are.

use ledger::Entry;
use model::{ByteRange, Finding};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use crate::{Fault, input::Input};

/// Whether this input is JSON Lines, by its ending or by its first line; JSON of another shape is refused.
pub(crate) fn are(input: &Input) -> Result<bool, Fault> {
    let first = input.bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let object = first.is_some_and(|line| matches!(serde_json::from_slice(line), Ok(Value::Object(_))));
    if object || ["jsonl", "ndjson"].iter().any(|ending| input.ends_in(ending)) {
        return Ok(true);
    }
    let opens = input.bytes.trim_ascii_start().first().is_some_and(|byte| b"{[".contains(byte));
    if input.ends_in("json") || (opens && serde_json::from_slice::<IgnoredAny>(&input.bytes).is_ok()) {
        return Err(Fault::input(&input.path, "it is JSON, but not one object a line")
            .hint("`jq -c .` puts an object on one line, `jq -c '.[]'` makes lines of a list"));
    }
    Ok(false)
}

/// Reads one entry from each line that is not blank, documents first, so that claims find the texts they quote;
/// a line that cannot be taken is a finding.
pub(crate) fn read(text: &str) -> (Vec<Entry>, Vec<Finding>) {
    let (mut entries, mut findings) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        let end = start + line.len();
        if !line.trim().is_empty() {
            match entry(line) {
                Ok(entry) => entries.push(entry),
                Err(why) => findings.push(
                    Finding::new("not-an-entry", format!("line {}: {why}", number + 1))
                        .hint("write one claim, document or decision a line, as docs/claim.schema.json describes them")
                        .at(ByteRange::new(start, end)),
                ),
            }
        }
        start = end + 1;
    }
    entries.sort_by_key(|entry| match entry {
        Entry::Document(_) => 0,
        Entry::Claim(_) => 1,
        Entry::Decision(_) => 2,
    });
    (entries, findings)
}

/// A bare value is known by the field that only its kind has.
fn entry(line: &str) -> Result<Entry, String> {
    fn read<T: DeserializeOwned>(line: &str) -> Result<T, String> {
        serde_json::from_str(line).map_err(|error| error.to_string())
    }
    let value: Value = read(line)?;
    if value.get("statement").is_some() {
        read(line).map(Entry::Claim)
    } else if value.get("text").is_some() {
        read(line).map(Entry::Document)
    } else if value.get("ruling").is_some() {
        read(line).map(Entry::Decision)
    } else {
        read(line)
    }
}
