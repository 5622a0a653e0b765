//! The laws of the words: what is printed reads back the same, bounds are never inverted, equal meaning has equal id.

use std::{fmt::Display, str::FromStr};

use model::{
    Claim, ClaimId, Decision, Digest, Document, DocumentId, Grade, Marking, MissionCode, Name, Party, Period,
    Quantity, Resource, RuleName, Source, Span, read_lines, strategies, write_lines,
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

#[track_caller]
fn reads_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    value: &T,
) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(value).expect("words of the model are plain JSON");
    let read: T =
        serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
    prop_assert_eq!(&read, value);
    Ok(())
}

#[track_caller]
fn parses_back<T: Display + FromStr + PartialEq + std::fmt::Debug>(value: &T) -> Result<(), TestCaseError> {
    let words = value.to_string();
    let read = words.parse::<T>().map_err(|_| TestCaseError::fail(format!("`{words}` is refused")))?;
    prop_assert_eq!(&read, value);
    Ok(())
}

/// The JSON of a value with the keys of each object from last to first, and each string decomposed (NFD).
fn turned_over(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .rev()
                .map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), turned_over(value)))
                .collect();
            format!("{{ {} }}", fields.join(" , "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(turned_over).collect::<Vec<_>>().join(" ,")),
        Value::String(words) => Value::from(words.nfd().collect::<String>()).to_string(),
        other => other.to_string(),
    }
}

fn turn_over<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let plain = serde_json::to_value(value).expect("words of the model are plain JSON");
    serde_json::from_str(&turned_over(&plain)).expect("the same value, written otherwise")
}

/// The same claim, found by another rule.
fn by_rule(claim: &Claim, name: &str) -> Claim {
    let mut claim = claim.clone();
    if let Source::Read { rule, .. } = &mut claim.source {
        *rule = RuleName(Name::new(name).expect("a name"));
    }
    claim
}

proptest! {
    #[test]
    fn what_is_written_as_json_reads_back_the_same(
        claim in strategies::claim(), document in strategies::document(), decision in strategies::decision()
    ) {
        reads_back::<Claim>(&claim)?;
        reads_back::<Document>(&document)?;
        reads_back::<Decision>(&decision)?;
    }

    #[test]
    fn what_is_printed_parses_back_the_same(
        quantity in strategies::quantity(), span in strategies::span(), period in strategies::period(),
        resource in strategies::resource(), party in strategies::party(), grade in strategies::grade(),
        marking in strategies::marking(), mission in strategies::mission(), digest in strategies::digest()
    ) {
        parses_back::<Quantity>(&quantity)?;
        parses_back::<Span>(&span)?;
        parses_back::<Period>(&period)?;
        parses_back::<Resource>(&resource)?;
        parses_back::<Party>(&party)?;
        parses_back::<Grade>(&grade)?;
        parses_back::<Marking>(&marking)?;
        parses_back::<MissionCode>(&mission)?;
        parses_back::<ClaimId>(&ClaimId(digest))?;
        parses_back::<DocumentId>(&DocumentId(digest))?;
    }

    #[test]
    fn bounds_are_never_inverted_and_hold_what_the_hedge_admits(quantity in strategies::quantity()) {
        let bounds = quantity.bounds();
        prop_assert!(bounds.high.is_none_or(|high| bounds.low <= high), "{quantity}: {bounds}");
        match quantity {
            Quantity::Exactly(n) => prop_assert_eq!((bounds.low, bounds.high), (n, Some(n))),
            Quantity::About(n) => prop_assert!(bounds.hold(n.get())),
            Quantity::Nearly(n) | Quantity::Under(n) => {
                prop_assert!(bounds.hold(n.get() - 1) && !bounds.hold(n.get()));
            }
            Quantity::Over(n) if n < u64::MAX => prop_assert!(bounds.hold(n + 1) && !bounds.hold(n)),
            Quantity::Over(n) => prop_assert!(bounds.hold(n), "the largest number has no number over it"),
            Quantity::AtLeast(n) => prop_assert!(bounds.hold(n) && bounds.hold(u64::MAX)),
            Quantity::UpTo(n) => prop_assert!(bounds.hold(n.get()) && bounds.hold(0)),
            Quantity::Between(ends) => prop_assert!(bounds.hold(ends.low()) && bounds.hold(ends.high())),
            Quantity::SomeNumber => prop_assert!(!bounds.hold(0) && bounds.hold(1)),
        }
    }

    #[test]
    fn two_bounds_meet_where_one_number_lies_in_both(a in strategies::quantity(), b in strategies::quantity()) {
        let (a, b) = (a.bounds(), b.bounds());
        let first_in_both = a.low.max(b.low);
        prop_assert_eq!(a.meet(b), a.hold(first_in_both) && b.hold(first_in_both));
        prop_assert_eq!(a.meet(b), b.meet(a));
    }

    #[test]
    fn a_span_never_ends_before_it_begins(span in strategies::span(), other in strategies::span()) {
        if let (Some(first), Some(last)) = (span.earliest(), span.latest()) {
            prop_assert!(first <= last, "{span}");
        }
        prop_assert!(span.touches(span));
        prop_assert_eq!(span.touches(other), other.touches(span));
    }

    #[test]
    fn equal_meaning_has_equal_id(
        claim in strategies::claim(), document in strategies::document(), decision in strategies::decision()
    ) {
        prop_assert_eq!(turn_over(&claim).id(), claim.id());
        prop_assert_eq!(by_rule(&claim, "another-rule").id(), claim.id());
        prop_assert_eq!(turn_over(&decision).id(), decision.id());
        let mut corrected = document.clone();
        corrected.title = Name::new("Another title").expect("a name");
        corrected.publisher = None;
        prop_assert_eq!(corrected.id(), document.id());
    }

    #[test]
    fn another_claim_has_another_id(claim in strategies::claim(), other in strategies::claim()) {
        let changes: [fn(&mut Claim, &Claim); 8] = [
            |claim, other| claim.mission.clone_from(&other.mission),
            |claim, other| claim.statement.clone_from(&other.statement),
            |claim, other| claim.modality = other.modality,
            |claim, other| claim.speaker.clone_from(&other.speaker),
            |claim, other| claim.source.clone_from(&other.source),
            |claim, other| claim.grade = other.grade,
            |claim, other| claim.published = other.published,
            |claim, other| claim.marking = other.marking,
        ];
        for (i, change) in changes.iter().enumerate() {
            let mut changed = claim.clone();
            change(&mut changed, &other);
            let same = by_rule(&changed, "r") == by_rule(&claim, "r");
            prop_assert_eq!(changed.id() == claim.id(), same, "field {}", i);
        }
    }

    #[test]
    fn another_document_or_decision_has_another_id(
        document in strategies::document(), decision in strategies::decision(), other in strategies::decision(),
        text in any::<String>()
    ) {
        let changed = Document { text: text.clone(), ..document.clone() };
        prop_assert_eq!(changed.id() == document.id(), text == document.text);
        let changed = Document { address: None, ..document.clone() };
        prop_assert_eq!(changed.id() == document.id(), document.address.is_none());
        prop_assert_eq!(other.id() == decision.id(), other == decision);
        let later = Decision { made: other.made, ..decision.clone() };
        prop_assert_eq!(later.id() == decision.id(), other.made == decision.made);
    }

    #[test]
    fn lines_read_back_the_same(claims in strategies::claims(6), documents in prop::collection::vec(strategies::document(), 0..4)) {
        let text = write_lines(&claims);
        prop_assert_eq!(text.lines().count(), claims.len());
        prop_assert_eq!(read_lines::<Claim>(&text), (claims.clone(), vec![]));
        let loose = format!("\r\n{}\n \n", text.replace('\n', "\r\n\n"));
        prop_assert_eq!(read_lines::<Claim>(&loose), (claims, vec![]));
        let text = write_lines(&documents);
        prop_assert_eq!(read_lines::<Document>(&text), (documents, vec![]));
    }

    #[test]
    fn a_line_that_is_none_is_found_and_the_others_are_kept(
        claims in strategies::claims(4), bad in "[^\\s].{0,40}", at in 0_usize..5
    ) {
        prop_assume!(serde_json::from_str::<Claim>(bad.trim()).is_err() && !bad.contains('\n'));
        let mut lines: Vec<String> = write_lines(&claims).lines().map(str::to_owned).collect();
        let at = at.min(lines.len());
        lines.insert(at, bad.clone());
        let text = lines.join("\n");
        let (read, findings) = read_lines::<Claim>(&text);
        prop_assert_eq!(read, claims);
        prop_assert_eq!(findings.len(), 1);
        prop_assert!(findings[0].message.starts_with(&format!("line {}: ", at + 1)), "{}", findings[0]);
        let place = findings[0].at.expect("a finding of a line has its place");
        prop_assert_eq!(place.of(&text), Some(bad.as_str()));
    }

    #[test]
    fn a_claim_opens_its_words(
        (document, claim) in strategies::document()
            .prop_filter("no text", |document| !document.text.is_empty())
            .prop_flat_map(|document| { let claims = strategies::claim_in(&document); (Just(document), claims) })
    ) {
        if let Some(quote) = claim.quote() {
            let words = quote.words(&document);
            prop_assert!(words.is_some_and(|words| !words.is_empty() && document.text.contains(words)));
            let edited = Document { text: format!("{}.", document.text), ..document };
            prop_assert_eq!(quote.words(&edited), None, "an edited document is another document");
        }
    }
}

/// Such ids are written in ledgers: a change to a field's name or form would orphan them all.
#[test]
fn the_id_of_a_sample_claim_stays() {
    let claim: Claim = serde_json::from_str(
        r#"{"mission": "MSS", "modality": "reported", "speaker": {"named": "William Ruto"}, "grade": "B2", "marking": "public",
            "published": {"day": "2024-10-11", "basis": "given"},
            "source": {"read": {"quote": {"document": "0000000000000000000000000000000000000000000000000000000000000000",
                                          "at": {"start": 10, "end": 20}}, "rule": "stands-at"}},
            "statement": {"type": "count", "scope": {"whose": {"party": "KEN"}, "resource": "people/police"},
                          "stage": "deployed", "quantity": {"hedge": "nearly", "number": 400}, "as_of": "2024-10-11"}}"#,
    )
    .unwrap();
    // The canonical form, written out by hand: keys sorted, no white space, the rule left out.
    let canonical = concat!(
        r#"{"grade":"B2","marking":"public","mission":"MSS","modality":"reported","published":{"basis":"given","#,
        r#""day":"2024-10-11"},"source":{"quote":{"at":{"end":20,"start":10},"document":""#,
        "0000000000000000000000000000000000000000000000000000000000000000",
        r#""}},"speaker":{"named":"William Ruto"},"statement":{"as_of":"2024-10-11","quantity":{"hedge":"nearly","#,
        r#""number":400},"scope":{"resource":"people/police","whose":{"party":"KEN"}},"stage":"deployed","type":"count"}}"#,
    );
    assert_eq!(claim.id(), ClaimId(Digest::of(canonical.as_bytes())));
    assert_eq!(claim.id().to_string(), "4e134b5772ca5e65cadc45448b778526b2cec7ef7014d37dbd6621b091800cd2");
}
