//! Annotated reports in their compact form: a line a sentence, and behind it what it states.

use std::ops::Range;

use jiff::civil::date;
use model::{ClaimKind, Document, Form, Marking, Name, Published};

/// An annotated report.
#[derive(Debug)]
pub(crate) struct Report {
    /// Its name.
    #[allow(dead_code, reason = "it is told where a report is at fault")]
    pub(crate) id: String,
    /// Its text.
    pub(crate) text: String,
    /// What it states.
    pub(crate) golds: Vec<Gold>,
    /// Whether each claim stands by its own sentence; on a page all stand behind the report.
    pub(crate) by_sentence: bool,
}

/// What a sentence states.
#[derive(Debug)]
pub(crate) struct Gold {
    /// Where the sentence stands in the text.
    pub(crate) sentence: Range<usize>,
    /// What kind of claim.
    pub(crate) kind: ClaimKind,
    /// Whose; `None`: nobody's, or the whole mission's.
    pub(crate) party: Option<String>,
    /// Its number, of a range the upper end.
    pub(crate) number: Option<u64>,
    /// `told`, `planned`, `pledged` or `denied`.
    pub(crate) surely: &'static str,
}

impl Report {
    /// The report as a document without a day of publication.
    pub(crate) fn document(&self) -> Document {
        Document {
            title: Name::new("lesson").expect("a name"),
            publisher: None,
            address: None,
            published: Published::given(date(2025, 1, 1)),
            form: Form::Report,
            marking: Marking::Public,
            text: self.text.clone(),
        }
    }
}

/// The reports of a file.
pub(crate) fn reports(file: &str) -> Result<Vec<Report>, String> {
    let mut reports: Vec<Report> = Vec::new();
    let (mut mission, mut gap, mut sentence) = (String::new(), "", 0..0);
    for (index, line) in file.lines().enumerate() {
        let line = line.trim();
        let fault = |what: &str| format!("line {}: {what}: `{line}`", index + 1);
        if let Some(head) = line.strip_prefix("# ") {
            let mut words = head.split_whitespace();
            let id = words.next().ok_or_else(|| fault("a report needs a name"))?.to_owned();
            words.next().unwrap_or("-").clone_into(&mut mission);
            reports.push(Report { id, text: String::new(), golds: Vec::new(), by_sentence: true });
            (gap, sentence) = ("", 0..0);
            continue;
        }
        if line.is_empty() {
            gap = if gap.is_empty() { "" } else { "\n" };
            continue;
        }
        let report = reports.last_mut().ok_or_else(|| fault("a text stands before the first `# ` line"))?;
        if let Some(words) = line.strip_prefix("= ") {
            let gold = gold(words, &mission, sentence.clone()).ok_or_else(|| fault("no annotation"))?;
            report.golds.push(gold);
        } else {
            report.text.push_str(gap);
            sentence = report.text.len()..report.text.len() + line.len();
            report.text.push_str(line);
            gap = " ";
        }
    }
    Ok(reports)
}

/// "deployment KEN ~200 planned date=2024-05 unit=police obj=..."
fn gold(words: &str, mission: &str, sentence: Range<usize>) -> Option<Gold> {
    let mut words = words.split(" obj=").next()?.split_whitespace();
    let (kind, party, number) = (words.next()?, words.next()?, words.next()?);
    let whole = party == "-" || party == mission || party == "MSS";
    let digits: String = number.trim_start_matches(['~', '<', '>', '+', '^', '_']).replace('_', "");
    let digits = digits.rsplit('-').next().unwrap_or_default();
    let surely = words.find_map(|word| match word {
        "planned" => Some("planned"),
        "pledged" => Some("pledged"),
        "denied" => Some("denied"),
        _ => None,
    });
    Some(Gold {
        sentence,
        kind: kind.parse().ok()?,
        party: (!whole).then(|| party.to_owned()),
        number: digits.split('.').next().and_then(|digits| digits.parse().ok()),
        surely: surely.unwrap_or("told"),
    })
}

/// The reports of a page of the tests, with the claims that the page says they make.
pub(crate) fn page(page: &str) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let (mut opening, mut whole) = (String::new(), false);
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        whole |= line.starts_with("Published ");
        let Some(kind) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match kind {
            "opening" => opening = body.join("\n") + "\n\n",
            "report" => {
                let text = if whole { body.join("\n") } else { opening.clone() + &body.join("\n") };
                let id = String::new();
                reports.push(Report { id, text, golds: Vec::new(), by_sentence: false });
                whole = false;
            }
            _ => {
                let Some(report) = reports.last_mut() else { continue };
                let all = 0..report.text.len();
                report.golds.extend(body.iter().filter_map(|line| claim(line, all.clone())));
            }
        }
    }
    reports
}

/// "KEN people/police deployed: nearly 400, as of 2024-10-11, Haiti | fact | the document"
fn claim(line: &str, sentence: Range<usize>) -> Option<Gold> {
    let mut columns = line.split(" | ");
    let (said, surely) = (columns.next()?, columns.next()?);
    let (head, tail) = said.split_once(": ")?;
    let party = head.split(' ').next()?.to_owned();
    let of_people = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
    let kind = if head.contains("equipment/") {
        ClaimKind::Equipment
    } else if head.contains("money") {
        ClaimKind::Funds
    } else if head.starts_with("ceiling") {
        ClaimKind::Ceiling
    } else if head == "concern" {
        if tail.starts_with("security") && tail.contains("people") {
            ClaimKind::Casualty
        } else {
            ClaimKind::Shortfall
        }
    } else if head == "mandate" {
        ClaimKind::Mandate
    } else if head.starts_with("site ") {
        ClaimKind::Site
    } else if [" of ", "statement "].iter().any(|of| head.contains(of)) && !head.contains(" people") {
        ClaimKind::Engagement
    } else if of_people(&[" promised", " pledge"]) {
        ClaimKind::Pledge
    } else if of_people(&[" training"]) {
        ClaimKind::Training
    } else if of_people(&[" ready", " certify"]) {
        ClaimKind::Ready
    } else if of_people(&[" deployed"]) {
        ClaimKind::Strength
    } else if of_people(&[" deploy"]) {
        ClaimKind::Deployment
    } else if of_people(&[" rotate", " repatriate", " withdraw", " home"]) {
        ClaimKind::Return
    } else if of_people(&[" lose", " lost"]) {
        ClaimKind::Casualty
    } else {
        return None;
    };
    // "mandate: extend, by UN", "concern: delay, of KEN", "meeting of KEN: ...".
    let code = |of: &str, words: &str| {
        words.split(of).nth(1).map(|of| of.split([',', ' ']).next().unwrap_or_default().to_owned())
    };
    let party = match kind {
        ClaimKind::Mandate | ClaimKind::Site => code("by ", tail),
        ClaimKind::Engagement => code("of ", head),
        _ if head == "concern" => code("of ", tail),
        _ => Some(party),
    };
    let is_code = |party: &String| {
        party.len() > 1 && party.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    // "of KEN, 3 people": the number of a concern stands behind its party.
    let numbers = match kind {
        ClaimKind::Mandate | ClaimKind::Site | ClaimKind::Engagement => "",
        _ if tail.starts_with("some") => "",
        _ if head == "concern" => tail.rsplit(", ").next()?,
        _ => tail,
    };
    let number = numbers.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let number = number.and_then(|word| word.trim_end_matches(',').replace(',', "").parse().ok());
    Some(Gold {
        sentence,
        kind,
        party: party.filter(is_code),
        number,
        surely: match surely {
            "planned" | "proposed" => "planned",
            "pledged" => "pledged",
            "denied" => "denied",
            _ => "told",
        },
    })
}
