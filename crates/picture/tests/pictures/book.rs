//! A ledger from a few lines, one claim or ruling a line, and a picture printed as short lines to compare.

use std::{collections::BTreeMap, fmt::Write as _};

use jiff::{Timestamp, civil::Date};
use ledger::{Entry, Ledger, Recorded};
use model::{
    Ceiling, Claim, ClaimId, Concern, CountFields, Decision, Grade, Mandate, Marking, Modality,
    MovementFields, Name, PATHS, Published, Ruling, Scope, Site, SiteName, SiteStatus, Source, Span, Speaker,
    Stage, Statement, Step, Until, Whose,
};
use picture::{Asked, Picture, Side, Use, Viewer, picture};

/// Claims and decisions by the numbers of their lines, from 1.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) claims: Vec<Claim>,
    pub(crate) decisions: Vec<Decision>,
}

impl Book {
    /// Reads lines such as these; what stands behind the second bar may come in any order:
    ///
    /// ```text
    /// KEN people/police deployed | nearly 400 | as 2024-10-11 | pub 2024-10-11 | by Ruto
    /// KEN people/police deploy | 200 | on 2024-06-25 | pub 2024-06-25 | 1st | B2 | party:KEN | planned
    /// ! reject 2
    /// ! same 1 2
    /// ```
    pub(crate) fn read(lines: &str) -> Self {
        let mut book = Self { claims: Vec::new(), decisions: Vec::new() };
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix("! ") {
                Some(ruling) => book.rule(ruling),
                None => book.claims.push(claim(line, book.claims.len() + 1)),
            }
        }
        book
    }

    /// Adds a ruling that is made after all others.
    pub(crate) fn rule(&mut self, words: &str) {
        let mut words = words.split(' ');
        let word = words.next().unwrap();
        let mut id = || self.claims[words.next().unwrap().parse::<usize>().unwrap() - 1].id();
        let claim = id();
        let ruling = match word {
            "accept" => Ruling::Accept,
            "reject" => Ruling::Reject,
            "replace" => Ruling::Replace { with: id() },
            "same" => Ruling::SameAs { other: id() },
            "not-same" => Ruling::NotSame { other: id() },
            _ => panic!("no ruling: {word}"),
        };
        // Later than every other, though some may have been taken out.
        let last = self.decisions.iter().map(|decision| decision.made.as_second()).max();
        let made = Timestamp::from_second(last.map_or(0, |last| last + 1)).unwrap();
        let name = |words| Name::new(words).unwrap();
        self.decisions.push(Decision { claim, ruling, by: name("analyst"), why: name("test"), made });
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        let claims = self.claims.iter().cloned().map(Entry::Claim);
        claims.chain(self.decisions.iter().cloned().map(Entry::Decision)).collect()
    }

    pub(crate) fn ledger(&self) -> Ledger {
        ledger(self.entries())
    }

    /// Which line a claim stands in.
    pub(crate) fn line(&self, id: ClaimId) -> usize {
        self.claims.iter().position(|claim| claim.id() == id).unwrap() + 1
    }

    fn lines<'c>(&self, claims: impl IntoIterator<Item = &'c ClaimId>) -> String {
        let mut lines: Vec<_> = claims.into_iter().map(|id| self.line(*id)).collect();
        lines.sort_unstable();
        let words: Vec<_> = lines.iter().map(ToString::to_string).collect();
        format!("[{}]", words.join(" "))
    }

    /// The picture as short lines: rows, then `dispute`, `unexplained`, `event` and `note` lines.
    pub(crate) fn print(&self, picture: &Picture) -> String {
        let mut text = String::new();
        for row in picture.rows().iter().filter(|row| row.party != "sum") {
            let number = |n: Option<u64>| n.map_or("?".to_owned(), |n| n.to_string());
            let (low, best, high) = (row.low, number(row.best), number(row.high));
            let claims = self.lines(&row.claims);
            writeln!(text, "{} {} {}: {low} {best} {high} {claims}", row.party, row.resource, row.stage)
                .unwrap();
        }
        for dispute in picture.disputes.iter().filter(|dispute| dispute.bears) {
            let side = |side: &Side| format!("{} {}", side.words, self.lines(&side.claims));
            let not: Vec<_> = dispute.outvoted.iter().map(|outvoted| side(&outvoted.said)).collect();
            let why = dispute.why.as_ref().map(|why| format!("; {why}")).unwrap_or_default();
            writeln!(text, "dispute: {} / {}{why}", side(&dispute.taken), not.join(" / ")).unwrap();
        }
        for gap in picture.unexplained.iter().filter(|gap| gap.movements_told) {
            let sides = [&gap.before, &gap.stated].map(|claims| self.lines(claims)).join(" / ");
            writeln!(text, "unexplained: {} {} by {}; {sides}", gap.whose, gap.words, gap.by).unwrap();
        }
        for event in &picture.events {
            let what = match &event.use_ {
                Use::Counted => "counted".to_owned(),
                Use::BeforeCount => "before a count".to_owned(),
                Use::MayBeSame { with, words } => format!("same as {}? {words}", self.lines(with)),
                Use::Possible => "possible".to_owned(),
                Use::Later => "later".to_owned(),
            };
            let best = event.best.map_or("?".to_owned(), |n| n.to_string());
            let reports = self.lines(&event.reports);
            writeln!(text, "event: {} {} {best} {reports}: {what}", event.whose, event.step).unwrap();
        }
        for note in picture.lines.iter().flat_map(|line| &line.notes) {
            writeln!(text, "note: {} {}", note.words, self.lines(&note.claims)).unwrap();
        }
        text
    }
}

/// The ledger that these entries make, in this order.
pub(crate) fn ledger(entries: impl IntoIterator<Item = Entry>) -> Ledger {
    let mut head = None;
    let mut recorded = Vec::new();
    for entry in entries {
        let entry = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry);
        head = Some(entry.head());
        recorded.push(entry);
    }
    Ledger::replay(recorded, None)
}

/// A question about the mission MSS, as anybody may put it.
pub(crate) fn asked(as_of: &str, known_on: &str) -> Asked {
    Asked {
        mission: "MSS".parse().unwrap(),
        as_of: as_of.parse().unwrap(),
        known_on: known_on.parse().unwrap(),
        viewer: Viewer::Public,
        rates: Vec::new(),
    }
}

/// The picture of these lines on a day, known on the last day of time, must hold each wanted line and no
/// other line that begins like one of them.
#[track_caller]
pub(crate) fn check(lines: &str, as_of: &str, want: &str) {
    let book = Book::read(lines);
    let shown = book.print(&picture(&book.ledger(), &asked(as_of, "2030-01-01")));
    let want: Vec<&str> = want.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let heads: Vec<&str> =
        want.iter().filter_map(|line| line.split_once(':')).map(|(head, _)| head).collect();
    let got: Vec<&str> = shown
        .lines()
        .filter(|line| line.split_once(':').is_some_and(|(head, _)| heads.contains(&head)))
        .collect();
    let (mut got_sorted, mut want_sorted) = (got, want);
    got_sorted.sort_unstable();
    want_sorted.sort_unstable();
    assert_eq!(got_sorted.join("\n"), want_sorted.join("\n"), "all of it:\n{shown}");
}

/// Which words stand for which steps and stages.
fn words<T: ToString>(all: impl IntoIterator<Item = T>) -> BTreeMap<String, T> {
    all.into_iter().map(|it| (it.to_string(), it)).collect()
}

fn claim(line: &str, number: usize) -> Claim {
    let mut fields = line.split('|').map(str::trim);
    let (head, quantity) = (fields.next().unwrap(), fields.next().unwrap());
    let (mut span, mut published) = (Span::Unstated, "2024-01-01".parse::<Date>().unwrap());
    let (mut speaker, mut modality, mut marking) =
        (format!("source {number}"), Modality::Fact, Marking::Public);
    let (mut grade, mut ordinal, mut until, mut from) = (Grade::UNGRADED_PRESS, None, Until::Unstated, None);
    for field in fields {
        let (word, rest) = field.split_once(' ').unwrap_or((field, ""));
        match word {
            "as" | "on" => span = rest.parse().unwrap(),
            "pub" => published = rest.parse().unwrap(),
            "by" => rest.clone_into(&mut speaker),
            "months" => until = Until::Months(rest.parse().unwrap()),
            "from" => from = Some(model::Place(Name::new(rest).unwrap())),
            "public" => marking = Marking::Public,
            "mission" => marking = Marking::Mission,
            "reported" => modality = Modality::Reported,
            "planned" => modality = Modality::Planned,
            "pledged" => modality = Modality::Pledged,
            "proposed" => modality = Modality::Proposed,
            "denied" => modality = Modality::Denied,
            _ if word.starts_with("party:") => marking = word.parse().unwrap(),
            _ if word.ends_with(['t', 'd', 'h']) => {
                ordinal = model::Ordinal::new(word[..word.len() - 2].parse().unwrap());
            }
            _ => grade = word.parse().unwrap(),
        }
    }
    let (whose, rest) = head.split_once(' ').unwrap();
    let whose = match whose {
        "mission" => Whose::Mission,
        "UN" if rest.starts_with("mandate") => Whose::Unstated,
        "unstated" => Whose::Unstated,
        parties => Whose::of(parties.split('+').map(|party| party.parse().unwrap()).collect()),
    };
    let statement = match rest.split_once(' ') {
        Some(("site", name)) => Statement::Site(Site {
            site: SiteName(Name::new(name).unwrap()),
            status: if quantity == "lost" { SiteStatus::Lost } else { SiteStatus::Retaken },
            holder: whose,
            span,
        }),
        Some(("mandate", act)) => Statement::Mandate(Mandate {
            act: serde_json::from_value(act.into()).unwrap(),
            instrument: None,
            body: Some("UN".parse().unwrap()),
            span,
            until,
        }),
        Some(("concern", about)) => Statement::Concern(Concern {
            about: serde_json::from_value(about.into()).unwrap(),
            also: [].into(),
            scope: Scope { whose, resource: model::Resource::Unstated, units: [].into() },
            quantity: None,
            span,
        }),
        Some((resource, "ceiling")) => Statement::Ceiling(Ceiling {
            quantity: quantity.parse().unwrap(),
            resource: resource.parse().unwrap(),
            instrument: None,
            in_force: span,
        }),
        Some((resource, word)) => {
            let scope = Scope { whose, resource: resource.parse().unwrap(), units: [].into() };
            let quantity = quantity.parse().unwrap();
            let steps: BTreeMap<String, Step> = words(PATHS.iter().map(|path| path.step));
            let kinds =
                [model::ResourceKind::People, model::ResourceKind::Equipment, model::ResourceKind::Money];
            let stages: BTreeMap<String, Stage> =
                words(kinds.into_iter().flat_map(model::ResourceKind::stages));
            if let Some(step) = steps.get(word) {
                let fields =
                    MovementFields { scope, step: *step, quantity, during: span, from, to: None, ordinal };
                Statement::Movement(fields.try_into().unwrap())
            } else {
                let stage = stages[word];
                Statement::Count(
                    CountFields { scope, stage, quantity, as_of: span, place: None }.try_into().unwrap(),
                )
            }
        }
        None => panic!("no statement: {line}"),
    };
    Claim {
        mission: Some("MSS".parse().unwrap()),
        statement,
        modality,
        speaker: Speaker::Named(Name::new(&speaker).unwrap()),
        source: Source::ByHand { by: Name::new("analyst").unwrap() },
        grade,
        published: Published::given(published),
        marking,
    }
}
