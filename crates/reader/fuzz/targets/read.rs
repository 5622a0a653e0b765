//! A whole text is read: quotes, slots and findings lie in it.
#![no_main]

#[path = "../../tests/project_packs/mod.rs"]
mod project_packs;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use model::{Document, Form, Marking, Name, Published};
use reader::read;

use crate::project_packs::LEXICONS;

fuzz_target!(|text: &str| {
    let document = Document {
        title: Name::new("fuzz").expect("a name"),
        publisher: None,
        address: None,
        published: Published::given(date(2024, 11, 9)),
        form: Form::Report,
        marking: Marking::Public,
        text: format!("The MSS mission in Haiti. {text}"),
    };
    let reading = read(&document, &LEXICONS);
    assert_eq!(reading.claims.len(), reading.explanations.len());
    for claim in &reading.claims {
        let quote = claim.quote().expect("what is read has a quote");
        assert!(quote.at.of(&document.text).is_some_and(|words| !words.trim().is_empty()));
    }
    let slots = reading.explanations.iter().flat_map(|why| &why.slots).map(|slot| slot.at);
    for at in slots.chain(reading.findings.iter().filter_map(|finding| finding.at)) {
        assert!(at.of(&document.text).is_some());
    }
});
