//! How the ledger answers an entry: a closed, named outcome.

use std::fmt;

use jiff::Timestamp;
use model::{ClaimId, DocumentId};
use serde::Serialize;

use crate::Seq;

/// The answer to one entry, out of the checks in `checks/`.
///
/// Where several hold, the first in the order of this list is given: a repeat is a repeat even if it would
/// be refused today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is in the ledger now, at this place.
    Entered(Seq),
    /// It was there already, at this place; nothing was written.
    SeenBefore {
        /// Where it stands.
        seq: Seq,
        /// What the two differ in, apart from what makes their address. The older stands.
        differs: Vec<Field>,
    },
    /// It was not entered.
    Refused(Refusal),
}

/// A field that is not part of an entry's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A claim's rule.
    Rule,
    /// A document's title.
    Title,
    /// A document's publisher.
    Publisher,
    /// A document's publication day.
    Published,
    /// A document's form.
    Form,
}

/// Why an entry was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The quote points into a document that is not in the ledger.
    #[error("the quote points into document {0}, which is not in the ledger; enter the document first")]
    UnknownDocument(DocumentId),
    /// The quote points past the end of its document, or cuts a character.
    #[error(
        "the quote lies outside the text of document {0}; give the byte where it starts and the byte behind its end"
    )]
    QuoteOutsideDocument(DocumentId),
    /// The claim is marked for more eyes than its document.
    #[error(
        "the claim is marked for more eyes than document {0} that it quotes; mark it like the document or closer"
    )]
    MarkedTooOpen(DocumentId),
    /// The decision sets a claim against itself.
    #[error("claim {0} cannot be set against itself; name another claim")]
    SetAgainstItself(ClaimId),
    /// The decision is about a claim that is not in the ledger.
    #[error("claim {0} is not in the ledger; `muster claims` lists those that are")]
    UnknownClaim(ClaimId),
    /// The decision was made after the moment of entering, so that no later decision could undo it.
    #[error(
        "the decision says that it was made at {made}, but the ledger's clock stands at {entered}; set the clock right and enter it again"
    )]
    MadeAhead {
        /// When it says it was made.
        made: Timestamp,
        /// When it would have been entered.
        entered: Timestamp,
    },
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Rule => "rule",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Published => "published",
            Self::Form => "form",
        })
    }
}
