//! A proposal: what a report would enter, its document and the claims that the reader finds in it.

use std::collections::BTreeSet;

use ledger::{Entry, Held};
use model::{Claim, ClaimId, Document, Finding, Published};
use reader::Packs;

use crate::report::Told;

/// What a report would enter.
#[derive(Debug)]
pub(crate) struct Proposal {
    pub(crate) document: Document,
    pub(crate) claims: Vec<Claim>,
    /// What could not be read, of the file and of the text.
    pub(crate) findings: Vec<Finding>,
    /// The day of publication that the text was read with.
    pub(crate) published: Published,
}

/// A document as a ledger holds it already, with the claims that quote it.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) document: Document,
    pub(crate) claims: Vec<Held>,
}

impl Proposal {
    /// Of this document, which was taken from a file with these findings.
    pub(crate) fn of(
        told: &Told,
        document: Document,
        mut findings: Vec<Finding>,
        packs: &Packs,
        known: Option<&Known>,
    ) -> Self {
        // A text that is there already is read as it was entered: a claim's address holds the day of publication, and
        // one report must not make two of every claim because the day was inferred anew.
        let read = known.map_or(&document, |known| &known.document);
        let reading = told.read(read, packs);
        findings.extend(reading.findings);
        let mut claims = reading.claims;
        if let Some(known) = known {
            keep_grades(&known.claims, &mut claims);
        }
        Self { published: read.published, document, claims, findings }
    }

    /// What is entered: the document, then its claims.
    pub(crate) fn into_entries(self) -> Vec<Entry> {
        let claims = self.claims.into_iter().map(Entry::Claim);
        [Entry::Document(self.document)].into_iter().chain(claims).collect()
    }
}

/// Gives claims that are in the ledger with another grade that grade: one report must not make two of a claim.
fn keep_grades(entered: &[Held], claims: &mut [Claim]) {
    let ids: BTreeSet<ClaimId> = entered.iter().map(|held| held.id).collect();
    let grades: BTreeSet<_> = entered.iter().map(|held| held.claim.grade.to_string()).collect();
    for claim in claims.iter_mut().filter(|claim| !ids.contains(&claim.id())) {
        let with = |grade: &String| Some(Claim { grade: grade.parse().ok()?, ..claim.clone() });
        let same = grades.iter().filter_map(with).find(|twin| ids.contains(&twin.id()));
        if let Some(same) = same {
            *claim = same;
        }
    }
}
