//! Parties, missions, persons, offices, units, places and sites.

use jiff::civil::date;
use reader::{MissionMention, What};

use crate::shown;

#[track_caller]
fn check(text: &str, want: &[&str]) {
    let got = shown(text, date(2024, 11, 9), |mention| match &mention.what {
        What::Party(party) => Some(format!("{:?} {}", party.form, party.party)),
        What::Mission(MissionMention::Named(code)) => Some(format!("mission {code}")),
        What::Mission(MissionMention::Generic) => Some("mission".to_owned()),
        What::Unit(unit) => Some(format!("unit {}", unit.name)),
        What::Place(place) => Some(format!("place {}", place.name)),
        What::Site(site) => Some(format!("site {}", site.name)),
        What::Person(person) => {
            let office = person.office.as_ref().map_or("-".to_owned(), ToString::to_string);
            let party = person.party.map_or("-".to_owned(), |party| party.to_string());
            Some(format!("person {} / {office} / {party}", person.name))
        }
        What::Office(office) => Some(format!(
            "{:?} {}",
            office.kind,
            office.party.map_or("-".to_owned(), |party| party.to_string())
        )),
        What::Name(name) => Some(format!("name {name}")),
        What::Dateline => Some("dateline".to_owned()),
        _ => None,
    });
    assert_eq!(got, want);
}

#[test]
fn parties_have_many_names() {
    check("Kenya, Kenyan and Kenyans", &["Kenya: Name KEN", "Kenyan: Demonym KEN", "Kenyans: People KEN"]);
    check("the chad in Chad, the US for us", &["Chad: Name TCD", "US: Name USA"]);
    check(
        "Nigeria is not Niger, nor Guinea-Bissau Guinea",
        &["Nigeria: Name NGA", "Niger: Name NER", "Guinea-Bissau: Name GNB", "Guinea: Name GIN"],
    );
    check("the UN Security Council", &["UN Security Council: Organ UN"]);
    check("Washington and Nairobi agreed", &["Washington: Capital USA", "Nairobi: Capital KEN"]);
    check("Antigua and Barbuda and the Bahamas", &["Antigua and Barbuda: Name ATG", "Bahamas: Name BHS"]);
}

#[test]
fn missions_are_named_or_described() {
    check(
        "the Kenya-led Multinational Security Support (MSS) mission",
        &["Kenya-led Multinational Security Support (MSS) mission: mission MSS"],
    );
    check("the mission and the MINUSMA", &["the mission: mission", "MINUSMA: mission MINUSMA"]);
    check(
        "the new stabilisation mission in Somalia (AUSSOM)",
        &["stabilisation mission in Somalia (AUSSOM): mission AUSSOM"],
    );
}

#[test]
fn persons_have_offices_and_are_remembered() {
    check(
        "President Jane Doe spoke. Doe left.",
        &["President Jane Doe: person Jane Doe / President / -", "Doe: person Jane Doe / President / -"],
    );
    check(
        "Russia's envoy Ivan Petrov and Kenyan official Ann Otieno met.",
        &[
            "Russia's envoy Ivan Petrov: person Ivan Petrov / envoy / RUS",
            "Kenyan official Ann Otieno: person Ann Otieno / official / KEN",
        ],
    );
    check(
        "Commodore Raymond King said so. King added more.",
        &[
            "Commodore Raymond King: person Raymond King / Commodore / -",
            "King: person Raymond King / Commodore / -",
        ],
    );
    check(
        "It was said by Mary Major, spokesperson for the army.",
        &["Mary Major: person Mary Major / spokesperson / -", "spokesperson: Role -", "army: Organ -"],
    );
    check(
        "\u{201c}We go,\u{201d} Antony J. Blinken said.",
        &["Antony J. Blinken: person Antony J. Blinken / Secretary of State / USA"],
    );
}

#[test]
fn a_title_is_read_whole_and_courtesy_is_none() {
    check(
        "He met US President-Elect Jane Roe. Ms Roe left with Dr. Noh.",
        &[
            "US President-Elect Jane Roe: person Jane Roe / US President-Elect / USA",
            "Ms Roe: person Jane Roe / US President-Elect / USA",
            "Dr. Noh: person Noh / - / -",
        ],
    );
    check("The General Assembly met.", &["General Assembly: Organ -"]);
    check("Breakdown of the force", &["the force: mission"]);
}

#[test]
fn offices_stand_alone_too() {
    check("A UN spokesperson and the minister", &["UN spokesperson: Role UN", "minister: Role -"]);
    check("the ambassadors of France and Canada", &["ambassadors of France and Canada: Role FRA"]);
    check("the president of Kenya and Haiti's police", &["president of Kenya: Role KEN", "Haiti: Name HTI"]);
    check("the Haitian government", &["Haitian government: Organ HTI"]);
}

#[test]
fn units_places_sites_and_bodies_are_told_by_their_words() {
    check(
        "the General Service Unit and the Ruritania Rifles Battalion",
        &[
            "General Service Unit: unit General Service Unit",
            "Ruritania Rifles Battalion: unit Ruritania Rifles Battalion",
        ],
    );
    check(
        "They landed in Xanadu near Pont-Sond\u{e9}.",
        &["Xanadu: place Xanadu", "Pont-Sond\u{e9}: place Pont-Sond\u{e9}"],
    );
    check(
        "They retook the general hospital, the port and Xanadu airport.",
        &[
            "general hospital: site general hospital",
            "port: site port",
            "Xanadu airport: site Xanadu airport",
        ],
    );
    check(
        "It told the Ruritanian Fishing Agency and the Human Rights Council so.",
        &["Ruritanian Fishing Agency: Organ -", "Human Rights Council: Organ -"],
    );
}

#[test]
fn a_dateline_is_one() {
    check("KIGALI, November 18, 2024 - It left.", &["KIGALI, November 18, 2024 -: dateline"]);
    check("- Kenya: 1,410", &["Kenya: Name KEN"]);
    check("The port - the largest - is open.", &["port: site port"]);
}
