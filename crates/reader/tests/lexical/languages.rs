//! A text is read with the pack of its language, and one in a language without a pack is said to be so.

use reader::Language;

use crate::PACKS;

/// What is found of a text that tells its language by these words alone: the finding, or `-` where there is a pack.
#[track_caller]
fn check(text: &str, want: &str) {
    let (_, finding) = PACKS.of(text, None);
    assert_eq!(finding.map_or_else(|| "-".to_owned(), |finding| finding.message), want, "{text}");
}

#[test]
fn a_text_tells_its_language() {
    check("The mission has sent another team of police to the north of the country, a spokesman said.", "-");
    check(
        "La mission a envoyé une nouvelle équipe de policiers dans le nord du pays, selon un porte-parole.",
        "-",
    );
    let no = |code: &str| format!("the text is in `{code}`, which there is no pack for; nothing was read");
    check(
        "La misión ha enviado un nuevo equipo de policías al norte del país, según un portavoz.",
        &no("es"),
    );
    check(
        "Misyon an te voye yon lòt ekip polis nan nò peyi a, se sa yon pòtpawòl te di pou li ak lapolis.",
        &no("ht"),
    );
    check("Die Mission hat ein weiteres Team der Polizei in den Norden des Landes geschickt.", &no("de"));
    check("Ujumbe huo umetuma kikosi kingine cha polisi katika eneo la kaskazini ya nchi hiyo.", &no("sw"));
    let none = "the text is in no language that there is a pack for; nothing was read";
    check("أرسلت البعثة فريقا آخر من الشرطة إلى شمال البلاد بحسب المتحدث باسمها", none);
    check("zz qqk wrt mnb plk jhg vvc xxa bbd ssd ffg rrt", none);
}

#[test]
fn of_a_few_words_nothing_is_told_and_the_first_pack_is_taken() {
    check("400", "-");
    check("", "-");
    check("MSS: 400", "-");
}

#[test]
fn metadata_tell_only_what_the_words_do_not() {
    let spanish = Language::of_tag("es").expect("a language");
    let finding = |text| PACKS.of(text, Some(&spanish)).1;
    assert!(finding("The mission has sent another team of police to the north of the country.").is_none());
    assert!(finding("MSS: 400").is_some());
}
