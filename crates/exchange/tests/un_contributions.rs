//! UN contributions: what rows become, what broken ones are told, and the published table where it is at hand.

use std::{collections::BTreeMap, fs, path::PathBuf};

use exchange::{claims_table::Import, un_contributions::import};
use model::{Claim, Statement};

const HEADER: &str = "Date,Contributor,Contributor_ISO-3,Mission,\
    Individual_Police_Male,Individual_Police_Female,Individual_Police_Total,\
    Formed_Police_Units_Total,Experts_on_Mission_Total,Troops_Male,Troops_Female,Troops_Total,Total_Total";

fn table(rows: &str) -> Import {
    import(&format!("{HEADER}\n{rows}\n"), None)
}

fn shown(import: &Import) -> Vec<String> {
    let words = |claim: &Claim| -> Option<String> {
        let quote = claim.quote()?;
        let document = import.documents.iter().find(|document| document.id() == quote.document)?;
        quote.words(document).map(str::to_owned)
    };
    let mission = |claim: &Claim| claim.mission.as_ref().map(ToString::to_string).unwrap_or_default();
    let units = |claim: &Claim| -> String {
        let Statement::Count(count) = &claim.statement else { return String::new() };
        let units: Vec<_> = count.scope.units.iter().map(|unit| unit.0.as_str()).collect();
        if units.is_empty() { String::new() } else { format!(", {}", units.join(", ")) }
    };
    let shown = |claim: &Claim| {
        let (grade, words) = (claim.grade, words(claim).unwrap_or_default());
        format!("{}: {} [{grade}{}] {words}", mission(claim), claim.statement, units(claim))
    };
    import.claims.iter().map(shown).collect()
}

#[track_caller]
fn check(rows: &str, claims: &[&str], findings: &[&str]) {
    let import = table(rows);
    assert_eq!(shown(&import), claims);
    let told: Vec<_> = import.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(told, findings);
}

#[test]
fn kinds_add_up_to_services_and_those_with_a_name_are_told_apart_as_well() {
    let line = "UNXX, Ghana (GHA): individual police 7 (4 men, 3 women), formed police units 140, \
                experts on mission 5, troops 500 (480 men, 20 women); 652 in all";
    check(
        "2031-05-31,Ghana,GHA,UNXX,4,3,7.0,140,5,480,20,500,652",
        &[
            &format!("UNXX: GHA people/police deployed: 147, as of 2031-05-31 [B2] {line}"),
            &format!("UNXX: GHA people/troops deployed: 505, as of 2031-05-31 [B2] {line}"),
            &format!(
                "UNXX: GHA people/police deployed: 140, as of 2031-05-31 [B2, formed police units] {line}"
            ),
            &format!("UNXX: GHA people/troops deployed: 5, as of 2031-05-31 [B2, experts on mission] {line}"),
        ],
        &[],
    );
}

#[test]
fn who_is_no_longer_listed_has_none_there_and_a_mission_that_ends_says_nothing() {
    let rows = "2031-05-31,Ghana,GHA,UNXX,,,,,,,,500,500\n2031-05-31,Fiji,FJI,UNXX,,,9,,,,,,9\n\
                2031-06-30,Fiji,FJI,UNXX,,,9,,,,,,9\n2031-05-31,Ghana,GHA,UNYY,,,,,,,,3,3";
    check(
        rows,
        &[
            "UNXX: GHA people/troops deployed: 500, as of 2031-05-31 [B2] UNXX, Ghana (GHA): troops 500; 500 in all",
            "UNXX: FJI people/police deployed: 9, as of 2031-05-31 [B2] UNXX, Fiji (FJI): individual police 9; 9 in all",
            "UNYY: GHA people/troops deployed: 3, as of 2031-05-31 [B2] UNYY, Ghana (GHA): troops 3; 3 in all",
            "UNXX: FJI people/police deployed: 9, as of 2031-06-30 [B2] UNXX, Fiji (FJI): individual police 9; 9 in all",
            "UNXX: GHA people deployed: 0, as of 2031-06-30 [B3] UNXX, Ghana (GHA): no longer listed, 0 in all",
        ],
        &[],
    );
    let one = import(&format!("{HEADER}\n{rows}\n"), Some(&"UNYY".parse().unwrap()));
    assert_eq!(one.claims.len(), 1);
}

#[test]
fn what_a_row_says_wrongly_is_told_with_its_line() {
    check(
        "2031-05-31,Ghana,GHA,UNXX,,,,,,,,,",
        &[],
        &["line 2 (UNXX, Ghana, 2031-05-31): it gives no number"],
    );
    check(
        "2031-05-31,Ghana,GHA,UNXX,,,,,,,,500",
        &[],
        &["line 2: it has 12 columns where the first line has 13"],
    );
    check("May 2031,Ghana,GHA,UNXX,,,,,,,,1,1", &[], &["line 2, column `Date`: `May 2031` is no date"]);
    check(
        "2031-05-31,Gondor,GDR,UNXX,,,,,,,,1,1",
        &[],
        &["line 2, column `Contributor_ISO-3`: `GDR` is no party"],
    );
    check("2031-05-31,Ghana,GHA,,,,,,,,,1,1", &[], &["line 2, column `Mission`: `` is no mission's code"]);
    for number in ["1.5", "-3", "many", "1,000"] {
        let import = table(&format!("2031-05-31,Ghana,GHA,UNXX,,,,,,,,\"{number}\",1"));
        let told: Vec<_> = import.findings.iter().map(|finding| finding.message.clone()).collect();
        assert_eq!(told, [format!("line 2, column `Troops_Total`: `{number}` is no head-count")]);
    }
    let doubtful = "2031-05-31,Ghana,GHA,UNXX,4,3,8,,,,,,8";
    check(
        doubtful,
        &["UNXX: GHA people/police deployed: 8, as of 2031-05-31 [B4] \
           UNXX, Ghana (GHA): individual police 8 (4 men, 3 women); 8 in all"],
        &["line 2 (UNXX, Ghana, 2031-05-31): 4 men and 3 women are not 8 individual police; \
           the totals of its kinds were taken, graded B4"],
    );
    let twice = table("2031-05-31,Ghana,GHA,UNXX,,,,,,,,1,1\n2031-05-31,Ghana,GHA,UNXX,,,,,,,,2,2");
    assert_eq!((twice.claims.len(), twice.findings[0].code), (1, "told-twice"));
    let header = import("Date,Contributor,Mission\n2031-05-31,Ghana,UNXX\n", None);
    assert!(
        header.claims.is_empty() && header.findings.iter().all(|finding| finding.code == "missing-column")
    );
    assert_eq!(header.findings.len(), 5);
}

/// The published table is not part of the project: this runs where a copy lies beside the checkout.
#[test]
fn the_published_table_is_taken_whole() {
    let name = "../shared/data/un/ipi_contributor_mission_month_dev_200911_201106.csv";
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("left out: {name} is not there");
        return;
    };
    let taken = import(&text, None);
    let mut findings: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &taken.findings {
        *findings.entry(finding.code).or_default() += 1;
    }
    let rows = text.lines().count() - 1;
    assert_eq!(taken.documents.len(), 20, "one a month");
    assert!(findings.keys().all(|code| ["no-number", "contradicts-itself"].contains(code)), "{findings:?}");
    // What the rows add up to by themselves is what their claims add up to.
    let whole = taken.claims.iter().filter_map(|claim| match &claim.statement {
        Statement::Count(count) if count.scope.units.is_empty() => count.quantity.number(),
        _ => None,
    });
    let mut reader = csv_columns(&text);
    let of_rows: u64 = reader.by_ref().sum();
    assert_eq!(whole.sum::<u64>(), of_rows);
    let told = taken.documents.iter().map(|document| document.text.lines().count() - 1).sum::<usize>();
    let gone = taken.claims.iter().filter(|claim| claim.grade.to_string() == "B3").count();
    assert_eq!(told, rows - findings.get("no-number").copied().unwrap_or(0) + gone);
}

/// The total of each row, reckoned apart from the import.
fn csv_columns(text: &str) -> impl Iterator<Item = u64> {
    let header: Vec<&str> = text.lines().next().unwrap_or_default().split(',').collect();
    let places: Vec<usize> = ["Individual_Police", "Formed_Police_Units", "Experts_on_Mission", "Troops"]
        .iter()
        .filter_map(|kind| header.iter().position(|column| *column == format!("{kind}_Total")))
        .collect();
    // Only names are quoted in it, and they stand before the numbers.
    let back: Vec<usize> = places.iter().map(|place| header.len() - 1 - place).collect();
    text.lines().skip(1).map(move |line| {
        let cells: Vec<&str> = line.rsplit(',').collect();
        back.iter().map(|place| cells[*place].trim_end_matches(".0").parse().unwrap_or(0)).sum()
    })
}
