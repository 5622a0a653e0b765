//! The one byte form of a value, so that equal meaning has equal digest on every machine.

use serde::Serialize;

/// The canonical bytes of a value: its JSON by RFC 8785 (JSON Canonicalization Scheme), with all digits of integers.
///
/// Object keys sorted, no white space, shortest escapes, UTF-8. All keys of this crate's words are ASCII, so sorting
/// by UTF-16 unit and by byte agree. There are no fractions; integers above 2^53, which the scheme would round to a
/// double, keep their digits. Sets are sorted and text is normalised (NFC, single spaces) by
/// the types themselves before they come here. `docs/decisions/0002-claim-address.md` has the reasoning.
///
/// # Panics
/// Never for the types of this crate: their keys are strings and their numbers integers.
#[must_use]
pub fn canonical<T: Serialize>(value: &T) -> Vec<u8> {
    // `Value` keeps objects in a `BTreeMap`, which sorts the keys.
    let value = serde_json::to_value(value).expect("words of the model are plain JSON");
    serde_json::to_vec(&value).expect("a JSON value can be written")
}
