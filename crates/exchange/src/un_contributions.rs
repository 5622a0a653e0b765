//! UN contributions by contributor, mission and month, as CSV: who had how many in which mission at a month's end.
//!
//! `docs/un-contributions.md` says what a row becomes. Each month of the table becomes one document with a line for
//! each row, and the row's claims quote that line. A contributor that a mission's next month no longer lists has none
//! there any more: that is a claim too, for the table means to be whole.

mod row;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::civil::Date;
use model::{
    ByteRange, Claim, Count, CountFields, Credibility, Document, DocumentId, Form, Grade, Marking,
    MissionCode, Modality, Name, Party, Published, Quantity, Quote, Reliability, Resource, RuleName, Scope,
    Service, Source, Span, Speaker, Stage, Statement, UnitName, Whose,
};

use crate::claims_table::Import;
use row::{People, Row};

/// The columns that must be there. `..._Male`, `..._Female` and `Total_Total` are held against them where they are.
pub const COLUMNS: [&str; 8] = [
    "Date",
    "Contributor",
    "Contributor_ISO-3",
    "Mission",
    "Individual_Police_Total",
    "Formed_Police_Units_Total",
    "Experts_on_Mission_Total",
    "Troops_Total",
];

/// A kind of people that the table tells apart.
struct Kind {
    column: &'static str,
    name: &'static str,
    service: Service,
    /// Whether it is a part of its service that has a name of its own.
    apart: bool,
}

const KINDS: [Kind; 4] = [
    Kind { column: "Individual_Police", name: "individual police", service: Service::Police, apart: false },
    Kind {
        column: "Formed_Police_Units",
        name: "formed police units",
        service: Service::Police,
        apart: true,
    },
    Kind { column: "Experts_on_Mission", name: "experts on mission", service: Service::Troops, apart: true },
    Kind { column: "Troops", name: "troops", service: Service::Troops, apart: false },
];

/// A public body's own table. Where a row contradicts itself, its claims are doubtful; what a row's absence says is
/// not told in words.
const TOLD: Grade = Grade { reliability: Reliability::B, credibility: Credibility::Probable };
const CONTRADICTED: Grade = Grade { reliability: Reliability::B, credibility: Credibility::Doubtful };
const NOT_LISTED: Grade = Grade { reliability: Reliability::B, credibility: Credibility::Possible };

/// Reads the table; of all its missions, or of one.
#[must_use]
pub fn import(csv: &str, only: Option<&MissionCode>) -> Import {
    let (rows, findings) = row::rows(csv);
    let mut import = Import { findings, ..Import::default() };
    let mut months: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
    let mut listed: BTreeMap<MissionCode, BTreeMap<Date, BTreeMap<Party, String>>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| only.is_none_or(|only| row.mission == *only)) {
        let month = listed.entry(row.mission.clone()).or_default().entry(row.day).or_default();
        if month.contains_key(&row.party) {
            let hint = "leave one of them: the first was taken";
            import.findings.push(row.finding("told-twice", "the table tells of it on an earlier line", hint));
            continue;
        }
        if row.people.iter().all(Option::is_none) {
            let hint = "write a number for at least one kind, 0 where there are none";
            import.findings.push(row.finding("no-number", "it gives no number", hint));
            continue;
        }
        month.insert(row.party, row.name.clone());
        if let Some(why) = row.contradiction() {
            let why = format!("{why}; the totals of its kinds were taken, graded {CONTRADICTED}");
            import.findings.push(row.finding("contradicts-itself", &why, "put the numbers right"));
        }
        months.entry(row.day).or_default().push(Line::of(&row));
    }
    for (mission, days) in listed {
        for ((_, before), (day, now)) in days.iter().zip(days.iter().skip(1)) {
            for (party, name) in before.iter().filter(|(party, _)| !now.contains_key(party)) {
                months.entry(*day).or_default().push(Line::none(&mission, *party, name));
            }
        }
    }
    for (day, lines) in months {
        let Some((document, claims)) = month(day, &lines) else { continue };
        import.documents.push(document);
        import.claims.extend(claims);
    }
    import.findings.sort_by_key(|finding| finding.at.map(|at| at.range().start));
    import
}

/// One line of a month's document, and what it claims.
struct Line {
    mission: MissionCode,
    party: Party,
    words: String,
    grade: Grade,
    counts: Vec<(Resource, BTreeSet<UnitName>, u64)>,
}

impl Line {
    fn of(row: &Row) -> Self {
        let told = || KINDS.iter().zip(&row.people).filter_map(|(kind, people)| Some((kind, (*people)?)));
        let mut words = format!("{}, {} ({}):", row.mission, row.name, row.party);
        for (i, (kind, People { all, split })) in told().enumerate() {
            let _ = write!(words, "{} {} {all}", if i == 0 { "" } else { "," }, kind.name);
            if let Some((men, women)) = split {
                let _ = write!(words, " ({men} men, {women} women)");
            }
        }
        if let Some(total) = row.total {
            let _ = write!(words, "; {total} in all");
        }
        // A kind with a name of its own is counted within its service as well, so that the services add up.
        let mut services: BTreeMap<Service, u64> = BTreeMap::new();
        for (kind, people) in told() {
            let all = services.entry(kind.service).or_default();
            *all = all.saturating_add(people.all);
        }
        let whole = services.into_iter().map(|(service, all)| (service, BTreeSet::new(), all));
        let apart = told().filter(|(kind, _)| kind.apart).filter_map(|(kind, people)| {
            let unit = UnitName(Name::new(kind.name).ok()?);
            Some((kind.service, BTreeSet::from([unit]), people.all))
        });
        let counts = whole.chain(apart).map(|(service, units, all)| (Resource::People(service), units, all));
        let grade = if row.contradiction().is_some() { CONTRADICTED } else { TOLD };
        let (mission, party) = (row.mission.clone(), row.party);
        Self { mission, party, words, grade, counts: counts.collect() }
    }

    /// A contributor that the month before lists and this one does not.
    fn none(mission: &MissionCode, party: Party, name: &str) -> Self {
        Self {
            mission: mission.clone(),
            party,
            words: format!("{mission}, {name} ({party}): no longer listed, 0 in all"),
            grade: NOT_LISTED,
            counts: vec![(Resource::People(Service::Unstated), BTreeSet::new(), 0)],
        }
    }

    fn claims(&self, day: Date, document: DocumentId, at: ByteRange) -> impl Iterator<Item = Claim> {
        let rule = Name::new("un-contributions/row").ok().map(RuleName);
        self.counts.iter().filter_map(move |(resource, units, number)| {
            let count = CountFields {
                scope: Scope {
                    whose: Whose::Party(self.party),
                    resource: resource.clone(),
                    units: units.clone(),
                },
                stage: Stage::Deployed,
                quantity: Quantity::Exactly(*number),
                as_of: Span::day(day),
                place: None,
            };
            Some(Claim {
                mission: Some(self.mission.clone()),
                statement: Statement::Count(Count::try_from(count).ok()?),
                modality: Modality::Fact,
                speaker: Speaker::Document,
                source: Source::Read { quote: Quote { document, at }, rule: rule.clone()? },
                grade: self.grade,
                published: Published::given(day),
                marking: Marking::Public,
            })
        })
    }
}

/// A month's document with its claims.
fn month(day: Date, lines: &[Line]) -> Option<(Document, Vec<Claim>)> {
    let mut text = format!("Contributors of uniformed people to UN missions, {day}\n");
    let mut places = Vec::new();
    for line in lines {
        let start = text.len();
        text.push_str(&line.words);
        places.push(ByteRange::new(start, text.len())?);
        text.push('\n');
    }
    let document = Document {
        title: Name::new(&format!("UN contributions by mission, {day}")).ok()?,
        publisher: Name::new("United Nations").ok(),
        address: None,
        published: Published::given(day),
        form: Form::Summary,
        marking: Marking::Public,
        text,
    };
    let id = document.id();
    let claims = lines.iter().zip(places).flat_map(|(line, at)| line.claims(day, id, at)).collect();
    Some((document, claims))
}
