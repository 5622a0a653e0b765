//! A claims table: dated facts on a mission, one a row, as CSV; read into documents and claims.
//!
//! `docs/claims-table.md` says how each kind of row becomes a claim. Every row that is whole becomes a document of
//! one line, and its claims quote that line. What cannot be taken is a finding with its line number and the reason.

mod equipment;
mod hedge;
mod kinds;
mod mandates;
mod money;
mod number;
mod people;
mod plans;
mod row;
mod sites;
mod speaker;
mod unit;
mod when;

use model::{
    ByteRange, Claim, Credibility, Document, Finding, Form, Grade, Marking, MissionCode, Modality, Name,
    Published, Quote, Reliability, RuleName, Source, Speaker, Statement,
};

pub use kinds::{KINDS, Kind};

use row::Row;

/// The columns of a claims table, in their usual order; all of them must be there.
pub const COLUMNS: [&str; 9] =
    ["date", "date_precision", "kind", "party", "low", "high", "unit", "summary", "source_url"];

/// What an import took, and what it could not take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// A document for each whole row, in the order of the table.
    pub documents: Vec<Document>,
    /// The claims of those rows, each quoting its document.
    pub claims: Vec<Claim>,
    /// Each row that could not be taken, and why.
    pub findings: Vec<Finding>,
}

/// A statement that a row makes.
struct Taken {
    statement: Statement,
    modality: Modality,
}

/// Why a row makes no claim: what it says that the model has no statement for, or what is missing.
struct Refused {
    code: &'static str,
    why: String,
    hint: String,
}

/// Reads a claims table of this mission.
///
/// A row that says outright that it is about another force ("not the MSS") is taken for the force that it names.
#[must_use]
pub fn import(csv: &str, mission: &MissionCode) -> Import {
    let mut import = Import::default();
    let (rows, findings) = row::rows(csv);
    import.findings = findings;
    for row in rows {
        let Some(document) = document(&row, mission) else {
            import.findings.push(row.finding(
                "empty-summary",
                "it has neither summary nor source",
                "write what the source says in column `summary` and its address in `source_url`",
            ));
            continue;
        };
        match claims(&row, &document, mission) {
            Ok(claims) => import.claims.extend(claims),
            Err(Refused { code, why, hint }) => import.findings.push(row.finding(code, &why, &hint)),
        }
        import.documents.push(document);
    }
    // Findings on columns and on rows come from two passes; people read them from the top of the table down.
    import.findings.sort_by_key(|finding| finding.at.map(|at| at.range().start));
    import
}

fn document(row: &Row, mission: &MissionCode) -> Option<Document> {
    Some(Document {
        title: Name::new(&format!("{mission} claims table: {}", row.heading())).ok()?,
        publisher: host(&row.address).and_then(|host| Name::new(host).ok()),
        address: Name::new(&row.address).ok().map(model::Address),
        published: Published::given(row.period.last_day()),
        form: Form::Summary,
        marking: Marking::Public,
        text: (!row.summary.is_empty() || !row.address.is_empty()).then(|| row.line())?,
    })
}

fn claims(row: &Row, document: &Document, mission: &MissionCode) -> Result<Vec<Claim>, Refused> {
    let taken = (row.kind.take)(row)?;
    let source = |()| {
        let rule = Name::new(&format!("table/{}", row.kind.name)).ok().map(RuleName)?;
        let quote = Quote { document: document.id(), at: ByteRange::new(0, document.text.len())? };
        Some(Source::Read { quote, rule })
    };
    let speaker = speaker::speaker(&row.summary);
    let claims = taken.into_iter().filter_map(|Taken { statement, modality }| {
        let told = modality == Modality::Fact && speaker != Speaker::Document;
        Some(Claim {
            mission: Some(about(row, mission)),
            statement,
            modality: if told { Modality::Reported } else { modality },
            speaker: speaker.clone(),
            source: source(())?,
            grade: grade(row, document.publisher.as_ref()),
            published: document.published,
            marking: Marking::Public,
        })
    });
    Ok(claims.collect())
}

/// The mission a row is about: that of the table, unless the summary names another force and says "not the MSS".
fn about(row: &Row, mission: &MissionCode) -> MissionCode {
    if !row.summary.contains(&format!("not the {mission}")) {
        return mission.clone();
    }
    let words = row.summary.split(|c: char| !c.is_ascii_alphanumeric());
    let codes = words.filter(|word| word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase()));
    codes
        .filter(|code| *code != mission.as_str())
        .find_map(|code| code.parse().ok())
        .unwrap_or_else(|| mission.clone())
}

/// Who publishes under an address: its host without `www`.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Publishers that speak for themselves in their own pages: the Council, a force, a government.
const OFFICIAL: &[&str] = &["un.org", "caricom.org", "mssmhaiti.com", "gov", "gov.bs", "mil"];

/// C3 for the press; B2 for pages of a public body; doubtful where the summary itself doubts the figure.
fn grade(row: &Row, publisher: Option<&Name>) -> Grade {
    let doubts = ["mislabelled", "worked out by", "headline only", "without saying", "unclear whether"];
    let doubtful = doubts.iter().any(|doubt| row.summary.contains(doubt));
    let official = publisher.is_some_and(|host| {
        let host = host.as_str();
        OFFICIAL.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")))
    });
    let reliability = if official { Reliability::B } else { Reliability::C };
    let credibility = match (official, doubtful) {
        (_, true) => Credibility::Doubtful,
        (true, false) => Credibility::Probable,
        (false, false) => Credibility::Possible,
    };
    Grade { reliability, credibility }
}
