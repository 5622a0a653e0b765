//! What a text seems to say: it proposes claims and never knows the ledger.
#![warn(clippy::disallowed_methods)]

mod layout;
mod lexicon;
mod mention;
mod mentions;
mod sentence;
mod token;
mod verb;

pub use layout::Sentences;
pub use lexicon::Lexicons;
pub use mention::{
    Anchor, DateMention, Duration, Edge, Mention, MissionMention, Money, OfficeKind, OfficeMention,
    PartyForm, PartyMention, PersonMention, PlaceMention, SiteMention, UnitMention, What,
};
pub use mentions::Finder;
pub use sentence::{Sentence, Speech};
pub use token::{Shape, Token};
pub use verb::{Reading, Sense, UnknownWord, VerbForm, WordClass};
