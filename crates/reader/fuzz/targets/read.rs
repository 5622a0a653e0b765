//! A whole text is read in every language: quotes, numbers, slots and findings lie in it.
#![no_main]

#[path = "../../tests/reading/hold.rs"]
mod hold;
#[path = "../../tests/reading/number_held.rs"]
mod number_held;
#[path = "../../tests/project_packs/mod.rs"]
mod project_packs;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use model::{Document, Form, Marking, Name, Published};
use reader::read;

use crate::{hold::hold, number_held::holds, project_packs::PACKS};

fuzz_target!(|text: &str| {
    for (code, opening) in [("en", "The MSS mission in Haiti."), ("fr", "La MINUSCA est en Centrafrique.")] {
        let language = reader::Language::of_tag(code).expect("a language");
        let document = Document {
            title: Name::new("fuzz").expect("a name"),
            publisher: None,
            address: None,
            published: Published::given(date(2024, 11, 9)),
            form: Form::Report,
            marking: Marking::Public,
            text: format!("{opening} {text}"),
        };
        let reading = read(&document, PACKS.language(&language).expect("a pack"));
        // The tests' own reading of numbers knows English.
        hold(&document.text, &reading, |words, number| code != "en" || holds(words, number));
    }
});
