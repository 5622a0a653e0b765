//! PDFs that the tests make themselves.

use lopdf::{Document, Object, Stream, dictionary};
use pages::{Taken, of_bytes};

/// A PDF with these pages of operators. `F1` is Helvetica; `X0` a form that draws itself, which none may.
fn pdf(pages: &[String], title: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let form = document.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form" },
        b"/X0 Do /X0 Do /X0 Do".to_vec(),
    ));
    let resources = document.add_object(dictionary! {
        "Font" => dictionary! { "F1" => font }, "XObject" => dictionary! { "X0" => form },
    });
    let kids: Vec<Object> = pages
        .iter()
        .map(|operators| {
            let content = document.add_object(Stream::new(dictionary! {}, operators.clone().into_bytes()));
            document
                .add_object(dictionary! {
                    "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
                    "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                })
                .into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap_or_default();
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    let info = document.add_object(dictionary! { "Title" => Object::string_literal(title) });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document.compress();
    let mut bytes = Vec::new();
    assert!(document.save_to(&mut bytes).is_ok());
    bytes
}

/// Lines in 10 points, set 12 apart from a height downwards; `gap` before a line is a paragraph's.
fn column(left: i32, top: i32, lines: &[&str]) -> String {
    let shown: Vec<String> = lines
        .iter()
        .map(|line| line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)"))
        .map(|line| format!("({line}) Tj T*"))
        .collect();
    let shown = shown.join(" ");
    format!("BT /F1 10 Tf 12 TL 1 0 0 1 {left} {top} Tm {shown} ET ")
}

#[track_caller]
fn check(bytes: &[u8], want: &[&str], codes: &[&str]) -> Vec<Taken> {
    let taken = of_bytes(bytes);
    let text: String =
        taken.iter().filter_map(|one| one.page.as_ref()).map(|page| page.text.as_str()).collect();
    assert_eq!(text.lines().collect::<Vec<_>>(), want);
    let found: Vec<_> =
        taken.iter().flat_map(|one| one.findings.iter().map(|finding| finding.code)).collect();
    assert_eq!(found, codes);
    taken
}

#[test]
fn lines_become_paragraphs_and_words_are_whole_again() {
    let lines = [
        "1. The mission has 410 people, of whom 382 are police of-",
        "ficers from Kenya. The Kenyan-",
        "led mission wants 2,500 \\(see below\\).",
        "",
        "2. Jamaica sent 24 soldiers on 12 September, and two of",
        "them are on its staff.",
    ];
    let lines = lines.map(|line| line.replace("\\(", "(").replace("\\)", ")"));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let taken = check(
        &pdf(&[column(72, 700, &lines)], "Report on the mission"),
        &[
            "1. The mission has 410 people, of whom 382 are police officers from Kenya. The Kenyan-led mission wants 2,500 (see below).",
            "2. Jamaica sent 24 soldiers on 12 September, and two of them are on its staff.",
        ],
        &[],
    );
    let title = taken.first().and_then(|one| one.page.as_ref()?.title.clone());
    assert_eq!(title.as_deref(), Some("Report on the mission"));
}

#[test]
fn columns_are_read_one_after_the_other_and_heads_and_feet_are_left_out() {
    let page = |number: u32, left: &[&str], right: &[&str]| {
        column(72, 800, &[&format!("S/2024/9 page {number}")])
            + &column(72, 700, left)
            + &column(320, 700, right)
            + &column(290, 40, &[&number.to_string()])
    };
    let pages = [
        page(
            1,
            &["Kenya sent 200 police officers in June and", "again in July. Belize has"],
            &["sent two, who came with the ones of", "Jamaica in September. Both are soldiers"],
        ),
        page(
            2,
            &["and not police officers.", "They will stay a year."],
            &["Benin has promised to send", "2,000 soldiers."],
        ),
        page(
            3,
            &["Chad has promised to send", "1,500 police officers."],
            &["Nobody knows when", "they will come."],
        ),
    ];
    check(
        &pdf(&pages, "report.docx"),
        &[
            "Kenya sent 200 police officers in June and again in July. Belize has sent two, who came with the ones of Jamaica in September. Both are soldiers and not police officers. They will stay a year.",
            "Benin has promised to send 2,000 soldiers.",
            "Chad has promised to send 1,500 police officers.",
            "Nobody knows when they will come.",
        ],
        &[],
    );
}

#[test]
fn bad_pdfs_are_findings() {
    check(&pdf(&["q 0 0 m 100 100 l S Q".to_owned()], "Scan"), &[], &["pdf-without-text"]);
    check(b"%PDF-1.7\nnothing of a PDF", &[], &["pdf-broken"]);
    // A form that draws itself three times over is followed no deeper than any form may be.
    let text = column(72, 700, &["Kenya sent 200 police officers in June."]);
    check(&pdf(&["/X0 Do ".to_owned() + &text], "Loop"), &["Kenya sent 200 police officers in June."], &[]);
    let whole = pdf(&[text], "Cut");
    let taken = of_bytes(&whole[..whole.len() / 2]);
    assert!(taken.iter().all(|one| one.page.is_some() || !one.findings.is_empty()));
}
