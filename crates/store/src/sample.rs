//! Documents and claims, told apart by a number, for the tests and the benchmark of this crate.

use model::{ByteRange, Claim, Document, MovementFields, Quantity, Quote, Source, Statement};

const DOCUMENT: &str = r#"{
    "title": "Officers land in Port-au-Prince", "publisher": "A newspaper", "address": "https://example.org/1",
    "published": {"day": "2025-01-19", "basis": "given"}, "form": "report", "marking": "public",
    "text": "The officers of the General Service Unit landed on 18 January, a police spokesperson said."
}"#;

const CLAIM: &str = r#"{
    "mission": "MSS",
    "statement": {
        "type": "movement", "step": "deploy", "during": "2025-01-18", "ordinal": 3, "to": "Port-au-Prince",
        "scope": {"whose": {"party": "KEN"}, "resource": "people/police", "units": ["General Service Unit"]},
        "quantity": {"hedge": "exactly", "number": 0}
    },
    "modality": "reported", "speaker": {"named": "police spokesperson"},
    "source": {"by_hand": {"by": "an analyst"}},
    "grade": "C3", "published": {"day": "2025-01-19", "basis": "given"}, "marking": "public"
}"#;

/// The n-th document.
pub(crate) fn document(n: u64) -> Document {
    let mut document: Document = serde_json::from_str(DOCUMENT).unwrap();
    document.text = format!("{} {n}", document.text);
    document
}

/// The n-th claim, entered by hand.
pub(crate) fn claim(n: u64) -> Claim {
    let mut claim: Claim = serde_json::from_str(CLAIM).unwrap();
    if let Statement::Movement(movement) = claim.statement {
        let fields = MovementFields { quantity: Quantity::Exactly(n), ..movement.into() };
        claim.statement = Statement::Movement(fields.try_into().unwrap());
    }
    claim
}

/// The n-th claim, quoting this document.
pub(crate) fn quoting(n: u64, document: &Document) -> Claim {
    let quote = Quote { document: document.id(), at: ByteRange::new(4, 12).unwrap() };
    let rule = serde_json::from_str("\"arrived\"").unwrap();
    Claim { source: Source::Read { quote, rule }, ..claim(n) }
}
