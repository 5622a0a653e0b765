//! Small documents, claims and decisions, told apart by a number, for the tests of this crate.

use jiff::{Timestamp, ToSpan, civil::date};
use model::{
    ByteRange, Claim, Count, CountFields, Decision, Document, Form, Grade, Marking, Modality, Name,
    Published, Quantity, Quote, Resource, RuleName, Ruling, Scope, Service, Source, Span, Speaker, Stage,
    Whose,
};

use crate::{Batch, Entry, Head, Outcome, Recorded};

pub(crate) fn name(words: &str) -> Name {
    Name::new(words).unwrap()
}

pub(crate) fn minute(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + n.minutes()
}

pub(crate) fn document(n: u64, marking: Marking) -> Document {
    Document {
        title: name("A report"),
        publisher: None,
        address: None,
        published: Published::given(date(2024, 6, 25)),
        form: Form::Report,
        marking,
        text: format!("Réport {n}: police are there."),
    }
}

/// A claim that `n` police are there, by hand.
pub(crate) fn by_hand(n: u64, marking: Marking) -> Claim {
    Claim {
        mission: Some("MSS".parse().unwrap()),
        statement: model::Statement::Count(
            Count::try_from(CountFields {
                scope: Scope {
                    whose: Whose::Mission,
                    resource: Resource::People(Service::Police),
                    units: [].into(),
                },
                stage: Stage::Deployed,
                quantity: Quantity::Exactly(n),
                as_of: Span::Unstated,
                place: None,
            })
            .unwrap(),
        ),
        modality: Modality::Fact,
        speaker: Speaker::Document,
        source: Source::ByHand { by: name("an analyst") },
        grade: Grade::UNGRADED_PRESS,
        published: Published::given(date(2024, 6, 25)),
        marking,
    }
}

/// A claim that `n` police are there, quoting these bytes of a document.
pub(crate) fn quoting(n: u64, document: &Document, (start, end): (usize, usize), marking: Marking) -> Claim {
    let quote = Quote { document: document.id(), at: ByteRange::new(start, end).unwrap() };
    Claim { source: Source::Read { quote, rule: RuleName(name("stands-at")) }, ..by_hand(n, marking) }
}

pub(crate) fn decision(claim: &Claim, ruling: Ruling, made: Timestamp) -> Decision {
    Decision { claim: claim.id(), ruling, by: name("an analyst"), why: name("a reason"), made }
}

/// A ledger that is written one entry after the other.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) entries: Vec<Recorded>,
}

impl Written {
    pub(crate) fn head(&self) -> Option<Head> {
        self.entries.last().map(Recorded::head)
    }

    pub(crate) fn enter(
        &mut self,
        entered: Timestamp,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Vec<Outcome> {
        let known = self.entries.iter().map(|recorded| (recorded.entry.id(), recorded.clone()));
        let mut batch = Batch::new(self.head(), entered, known);
        let outcomes = entries.into_iter().map(|entry| batch.enter(entry.id(), entry)).collect();
        self.entries.extend(batch.into_written().into_iter().map(|written| written.recorded));
        outcomes
    }
}
