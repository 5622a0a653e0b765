//! The claims table: what whole rows become, what broken ones are told, and the mission's own table as a whole.

use std::{collections::BTreeMap, fmt::Write, fs, path::PathBuf};

use exchange::claims_table::{COLUMNS, Import, KINDS, import};
use model::{Claim, Document, Quantity, Source, Statement};
use proptest::{prelude::*, sample::select};

/// The only place that calls the API, but for the broken headers.
fn table(rows: &str) -> Import {
    import(&format!("{}\n{rows}\n", COLUMNS.join(",")), &"MSS".parse().expect("a code"))
}

/// One row with a source, and the claims it becomes.
#[track_caller]
fn check(row: &str, want: &[&str]) {
    let import = table(&format!("{row},https://www.example.org/a"));
    let got: Vec<_> = import.claims.iter().map(shown).collect();
    assert_eq!(got, want, "{:?}", import.findings);
    assert_eq!(import.findings.is_empty(), !want.is_empty(), "{:?}", import.findings);
    assert_eq!(import.documents.len(), 1);
}

fn shown(claim: &Claim) -> String {
    format!("{} [{}; {}]", claim.statement, claim.modality, claim.speaker)
}

#[test]
fn people_stand_in_the_stage_that_their_kind_names() {
    check(
        "2024-09-26,day,strength_country,Kenya,382,382,police,President Ruto's figure.",
        &["KEN people/police deployed: 382, as of 2024-09-26 [reported; President Ruto]"],
    );
    check(
        "2025-06-26,day,strength_country,Bahamas; Belize,8,8,personnel,One figure for both.",
        &["BHS+BLZ people deployed: 8, as of 2025-06-26 [fact; the document]"],
    );
    check(
        "2024-09-12,day,strength_total,,426,426,personnel,All of them.",
        &["mission people deployed: 426, as of 2024-09-12 [fact; the document]"],
    );
    check(
        "2025-12-08,day,strength_total,,980,980,personnel,Total; unclear whether of Kenyans or of all.",
        &["unstated people deployed: 980, as of 2025-12-08 [fact; the document]"],
    );
    check(
        "2025-12,month,pledge_personnel,unnamed (5 states),3000,,personnel,Together they offer more than this.",
        &["unstated people promised: over 3,000, as of 2025-12 [pledged; the document]"],
    );
    check(
        "2024-02-29,day,notification,Benin; Chad,2,2,countries,Two states notified the UN.",
        &[
            "BEN people promised: some, as of 2024-02-29 [pledged; the document]",
            "TCD people promised: some, as of 2024-02-29 [pledged; the document]",
        ],
    );
    check(
        "2025-09-25,day,casualty_status,Kenya,1,1,persons,Police service confirms his death.",
        &["KEN people lost: at least 1, as of 2025-09-25 [reported; Police service]"],
    );
    check(
        "2025-08-31,day,casualty_killed,civilians,2,2,persons,Two civilians dead.",
        &["unstated people/civilians lose: 2, 2025-08-31 [fact; the document]"],
    );
}

#[test]
fn trainers_are_not_trainees() {
    check(
        "2024-01,month,training,Canada,300,300,trainees,Canadian forces run courses for Bahamian and Belizean people.",
        &["BHS+BLZ people training: 300, as of 2024-01 [fact; the document]"],
    );
    check("2024-03-29,day,training,Canada,70,70,trainers,Trainers reach Jamaica.", &[]);
    check(
        "2024-11-08,day,training,Kenya,600,600,police,Graduation after eight weeks.",
        &["KEN people/police certify: 600, 2024-11-08 [fact; the document]"],
    );
    check(
        "2024-07-08,day,training,Kenya,400,400,police,\"Course finished for 400, of whom 200 have gone.\"",
        &["KEN people/police certify: 400, ../2024-07-08 [fact; the document]"],
    );
    check("2023-10,month,readiness,Kenya,400,400,police,About 400 officers picked.", &[]);
    check("2024-05-15,day,readiness,Kenya,500,500,police,First wave recalled from leave.", &[]);
    check(
        "2025,year,readiness,Kenya,261,261,police,Trained officers stuck at home.",
        &["KEN people/police ready: 261, as of 2025 [fact; the document]"],
    );
}

#[test]
fn movements_know_their_contingent() {
    check(
        "2024-07-15,day,departure,Kenya,200,200,police,Second contingent leaves Nairobi by night.",
        &["KEN people/police deploy: 200, 2nd contingent, 2024-07-15, from Nairobi [fact; the document]"],
    );
    check(
        "2025-01-03,day,arrival,Guatemala,75,75,military police,First half of the contingent lands.",
        &["GTM people/troops deploy: 75, 2025-01-03 [fact; the document]"],
    );
    check(
        "2025-02-06,day,arrival,Kenya,140,144,police,A caption calls it the third contingent.",
        &["KEN people/police deploy: between 140 and 144, 2025-02-06 [fact; the document]"],
    );
}

#[test]
fn a_summary_hedges_its_number() {
    for (low, high, summary, want) in [
        ("400", "400", "Some 400 of them.", "about 400"),
        ("400", "400", "Four hundred, and about 90 others.", "400"),
        ("600", "600", "Rounded strength.", "about 600"),
        ("12", "12", "About a dozen.", "about 12"),
        ("800", "", "Slightly over 800.", "over 800"),
        ("100", "", "More than this many.", "over 100"),
        ("80", "", "At least that.", "at least 80"),
        ("", "999", "Fewer than 1,000 there.", "fewer than 1,000"),
        ("", "1000", "'Nearly 1,000' of them.", "nearly 1,000"),
        ("", "2000", "Up to this many.", "up to 2,000"),
        ("18", "20", "Nearly 20.", "between 18 and 20"),
        ("0", "0", "Nobody.", "0"),
        ("", "", "A contingent.", "some"),
    ] {
        let row = format!("2024-09-12,day,strength_total,,{low},{high},personnel,\"{summary}\"");
        check(&row, &[&format!("mission people deployed: {want}, as of 2024-09-12 [fact; the document]")]);
    }
}

#[test]
fn money_is_in_whole_units_of_its_currency() {
    check(
        "2024-02-29,day,trust_fund_deposited,,10.8,10.8,USD million,In the fund.",
        &["mission money/USD paid: 10,800,000, as of 2024-02-29 [fact; the document]"],
    );
    check(
        "2024-03-11,day,pledge_money,United States,300,300,USD million,US raises total support.",
        &["USA money/USD promised: 300,000,000, as of 2024-03-11 [pledged; the document]"],
    );
    check(
        "2024-06-26,day,pledge_money,Canada,5.7,5.7,CAD million,Extra money.",
        &["CAN money/CAD pledge: 5,700,000, 2024-06-26 [pledged; the document]"],
    );
    check("2023-11,month,cost_estimate,,600,600,USD million,Whole cost.", &[]);
    check("2024-03-11,day,pledge_money,Canada,1,1,XYZ million,Money.", &[]);
    check("2024-03-11,day,pledge_money,Canada,1.5,1.5,USD,Money.", &[]);
}

#[test]
fn acts_sites_and_plans_are_told_by_their_summary() {
    check(
        "2024-09-30,day,mandate,,12,12,months,Resolution 2751 extends the mission to 2 October 2025.",
        &["mandate: extend, by UN, resolution 2751, 2024-09-30, until 2025-10-02 [fact; the document]"],
    );
    check(
        "2023-10-02,day,mandate,,12,12,months,Resolution 2699 authorises the MSS for a year.",
        &["mandate: authorise, by UN, resolution 2699, 2023-10-02, for 12 months [fact; the document]"],
    );
    check("2023-10-02,day,mandate,,13,13,votes for,Council vote on resolution 2699.", &[]);
    check(
        "2024-01-26,day,legal_block,Kenya,,,,High Court rules it unlawful.",
        &["mandate: authorise, by KEN, 2024-01-26 [denied; the document]"],
    );
    check(
        "2024-07-17,day,site_gained,Kenya; Haiti,,,,National port (APN) retaken.",
        &["site National port: retaken, by HTI+KEN, 2024-07-17 [fact; the document]"],
    );
    check(
        "2023-12,month,plan_date,,2500,2500,personnel,It is expected in the first quarter of 2024.",
        &["mission people deploy: 2,500, 2024-01/2024-03 [planned; the document]"],
    );
    check(
        "2024-05-25,day,plan_slip,Kenya,21,21,days,President delays the first 200 by three weeks.",
        &["concern: delay, of KEN [fact; the document]"],
    );
    check(
        "2025-07-14,day,mandate,United Nations,6.5,6.5,months,\"Resolution 2785 extends BINUH (not the MSS).\"",
        &["mandate: extend, by UN, resolution 2785, 2025-07-14 [fact; the document]"],
    );
}

#[test]
fn a_row_becomes_one_line_of_text() {
    let rows = "2025-06-26,inferred_day,strength_country,Guatemala,1500,1500,personnel,As told.,https://www.example.org/x?y";
    let import = table(rows);
    let Document { title, publisher, published, text, .. } = &import.documents[0];
    assert_eq!(text, "2025-06-26 (day inferred): strength_country, Guatemala, 1,500 personnel. As told.");
    assert_eq!(
        title.as_str(),
        "MSS claims table: 2025-06-26 (day inferred): strength_country, Guatemala, 1,500 personnel"
    );
    assert_eq!(publisher.as_ref().map(model::Name::as_str), Some("example.org"));
    assert_eq!(published.to_string(), "2025-06-26");
    let Source::Read { quote, rule } = &import.claims[0].source else { panic!("a quote") };
    assert_eq!(quote.words(&import.documents[0]), Some(text.as_str()));
    assert_eq!(rule.to_string(), "table/strength_country");
    assert_eq!(
        table("2024-02,month,request,Haiti,,,,It asks.,").documents[0].published.to_string(),
        "2024-02-29"
    );
}

#[test]
fn a_broken_row_is_told_its_line_its_column_and_what_to_write() {
    let broken = [
        "2024-13-01,day,arrival,Kenya,1,1,police,A.,u",
        "2024-06,day,arrival,Kenya,1,1,police,A.,u",
        "2024-06-25,moment,arrival,Kenya,1,1,police,A.,u",
        "2024-06-25,day,landing,Kenya,1,1,police,A.,u",
        "2024-06-25,day,arrival,Kenia,1,1,police,A.,u",
        "2024-06-25,day,arrival,Kenya,\"1,000\",1,police,A.,u",
        "2024-06-25,day,arrival,Kenya,400,200,police,A.,u",
        "2024-06-25,day,arrival,Kenya,1,1,horses,A.,u",
        "2024-06-25,day,arrival,Kenya,1.5,1.5,police,A.,u",
        "2024-06-25,day,arrival,Kenya,1,1,police",
        "2024-06-25,day,arrival,Kenya,1,1,police,,",
        "2024-06-25,day,site_gained,Kenya,,,,Same place.,u",
        "2024-06-25,day,equipment_handover,Kenya,1,1,trucks,A.,u",
    ];
    let import = table(&broken.join("\n"));
    assert_eq!(import.claims, []);
    let told: Vec<_> = import.findings.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"));
    for finding in &import.findings {
        assert!(finding.at.is_some() && finding.hint.is_some(), "{finding}");
    }
}

#[test]
fn a_table_without_its_columns_is_told_them() {
    let mss = "MSS".parse().expect("a code");
    for text in ["", "\n", "date,kind\n2024,x\n", "\u{0}\u{0}"] {
        let import = import(text, &mss);
        assert!(
            import.documents.is_empty() && import.findings.iter().any(|f| f.code == "missing-column"),
            "{text:?}"
        );
    }
    let marked =
        format!("\u{feff}{},note\r\n2022-10,month,request,Haiti,,,,It asks.,u,n\r\n", COLUMNS.join(","));
    let import = import(&marked, &mss);
    assert_eq!((import.claims.len(), import.findings.len()), (1, 1));
    assert_eq!(import.findings[0].code, "unknown-column");
}

/// A field as tables have them, well or badly filled, or any text at all.
fn field(usual: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![6 => select(usual).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Fields of one row, with a kind that there is.
fn fields() -> impl Strategy<Value = Vec<String>> {
    let kind = select(KINDS.iter().map(|kind| kind.name.to_owned()).collect::<Vec<_>>());
    let number = || field(&["", "0", "1", "12", "200", "400", "10.8", "0.5", "18446744073709551615"]);
    (
        (
            field(&["2024-06-25", "2024-06", "2024", "9999-12-31", "0001"]),
            field(&["day", "month", "year", "inferred_day"]),
        ),
        (kind, field(&["", "Kenya", "Kenya; Haiti", "civilians", "unnamed (5 states)", "United States"])),
        (
            number(),
            number(),
            field(&["", "police", "USD million", "KES billion", "months", "days", "countries", "trucks"]),
        ),
        field(&[
            "First contingent leaves Nairobi.",
            "Resolution 2699 extends it to 2 October 2025, not the MSS but BINUH.",
            "Ruto: full strength by January; about a dozen, more than this.",
            "Gangs seize the port.",
        ]),
        field(&["https://www.example.org/a", "u", ""]),
    )
        .prop_map(|((date, precision), (kind, party), (low, high, unit), summary, address)| {
            vec![date, precision, kind, party, low, high, unit, summary, address]
        })
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>(), body in "([a-z0-9,;.\"\n-]|\r\n){0,200}") {
        let mss = "MSS".parse().expect("a code");
        prop_assert!(!import(&text, &mss).findings.is_empty(), "a text without columns is told so");
        table(&body);
    }

    #[test]
    fn every_row_is_a_document_or_a_finding(rows in prop::collection::vec(fields(), 1..6)) {
        let quoted = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
        let lines: Vec<_> = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
        let import = table(&lines.join("\n"));
        prop_assert!(import.documents.len() + import.findings.len() >= rows.len(), "{:?}", import.findings);
        let empty = import.documents.iter().filter(|document| {
            !import.claims.iter().any(|claim| claim.quote().is_some_and(|quote| quote.document == document.id()))
        });
        prop_assert!(empty.count() <= import.findings.len(), "a row without claim has its finding");
        for document in &import.documents {
            prop_assert_eq!(document.text.lines().count(), 1);
        }
        for claim in &import.claims {
            let quote = claim.quote().expect("an imported claim quotes its row");
            prop_assert!(import.documents.iter().any(|document| quote.words(document) == Some(&document.text)));
        }
    }
}

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn mss() -> Import {
    let text = fs::read_to_string(repository("missions/mss/claims.csv")).expect("the mission's table");
    import(&text, &"MSS".parse().expect("a code"))
}

/// What the mission's own table becomes, and each row that it does not become.
#[test]
fn the_mss_table_is_taken_whole() {
    let import = mss();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for claim in &import.claims {
        let what = match &claim.statement {
            Statement::Count(count) => format!("count {}", count.stage),
            Statement::Movement(movement) => format!("movement {}", movement.step),
            Statement::Mandate(mandate) => format!("mandate {}", mandate.act),
            Statement::Site(site) => format!("site {}", site.status),
            Statement::Concern(concern) => format!("concern {}", concern.about),
            Statement::Ceiling(_) | Statement::Engagement(_) => claim.statement.kind().to_owned(),
        };
        *counts.entry(format!("{what} [{}]", claim.modality)).or_default() += 1;
    }
    let mut told = format!("{} documents, {} claims\n\n", import.documents.len(), import.claims.len());
    for (what, count) in counts {
        writeln!(told, "{count:>4} {what}").expect("a string takes all");
    }
    told.push('\n');
    for finding in &import.findings {
        writeln!(told, "{}: {}", finding.code, finding.message).expect("a string takes all");
    }
    insta::assert_snapshot!(told);
}

/// A claim whose number its quote does not hold cannot be checked by a reader.
#[test]
fn each_number_stands_in_its_quote() {
    let import = mss();
    let documents: BTreeMap<_, _> = import.documents.iter().map(|one| (one.id(), one)).collect();
    for claim in &import.claims {
        let quote = claim.quote().expect("an imported claim quotes its row");
        let words = quote.words(documents[&quote.document]).expect("the quote lies in its document");
        // A floor under a count is the number itself; all other hedges show it as it was written.
        let ends = match claim.statement.quantity() {
            None | Some(Quantity::SomeNumber) => continue,
            Some(Quantity::Between(ends)) => vec![ends.low(), ends.high()],
            Some(other) => {
                let digits: String = other.to_string().chars().filter(char::is_ascii_digit).collect();
                vec![digits.parse().expect("a number")]
            }
        };
        for n in ends {
            let millions = format!("{}.{:06}", n / 1_000_000, n % 1_000_000);
            let millions = millions.trim_end_matches('0').trim_end_matches('.');
            let held =
                words.replace(',', "").split(|c: char| !(c.is_ascii_digit() || c == '.')).any(|word| {
                    let word = word.trim_end_matches('.');
                    word == n.to_string() || word == millions
                });
            assert!(held, "{n} is not in `{words}`");
        }
    }
}

/// Two rows of one source may say the same; two documents of different rows may not be taken for one.
#[test]
fn each_row_is_a_document_of_its_own() {
    let import = mss();
    let ids: BTreeMap<_, _> = import.documents.iter().map(|one| (one.id(), &one.text)).collect();
    assert_eq!(ids.len(), import.documents.len());
    let claims: BTreeMap<_, _> = import.claims.iter().map(|one| (one.id(), shown(one))).collect();
    assert_eq!(claims.len(), import.claims.len());
}

/// The page for people says what the code does. `MUSTER_RENEW=1 cargo test -p exchange` writes it anew.
#[test]
fn the_page_of_kinds_is_the_table_of_kinds() {
    let path = repository("docs/claims-table.md");
    let (start, end) = ("<!-- kinds -->\n", "<!-- end of kinds -->");
    let mut table = "| kind | becomes |\n| --- | --- |\n".to_owned();
    for kind in KINDS {
        writeln!(table, "| `{}` | {} |", kind.name, kind.becomes).expect("a string takes all");
    }
    let page = fs::read_to_string(&path).expect("docs/claims-table.md");
    let (before, rest) = page.split_once(start).expect("the page marks where the kinds begin");
    let (_, after) = rest.split_once(end).expect("the page marks where the kinds end");
    let renewed = format!("{before}{start}{table}{end}{after}");
    if std::env::var_os("MUSTER_RENEW").is_some() {
        fs::write(&path, &renewed).expect("the page can be written");
    }
    assert!(
        page == renewed || std::env::var_os("MUSTER_RENEW").is_some(),
        "docs/claims-table.md is out of step with the code; renew it with MUSTER_RENEW=1 cargo test -p exchange"
    );
}
