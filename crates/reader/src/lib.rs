//! What a text seems to say: it proposes claims and never knows the ledger.
#![warn(clippy::disallowed_methods)]

mod attribution;
mod clause;
mod context;
mod cue;
mod cues;
mod discourse;
mod draft;
mod duplicate;
mod explanation;
mod language;
mod layout;
mod lexicon;
mod meaning;
mod mention;
mod mentions;
mod order;
mod outline;
mod pack;
mod packs;
mod prescan;
mod published;
mod read;
mod report;
mod rules;
mod sentence;
mod spelling;
mod syntax;
mod tagger;
mod token;
mod tokeniser;
mod verb;
mod vocabulary;
mod weigh;

use cue::Cue;

pub use explanation::{Explanation, Slot};
pub use language::Language;
pub use layout::Sentences;
pub use lexicon::Lexicons;
pub use mention::{
    Anchor, DateMention, Duration, Edge, Mention, MissionMention, Money, OfficeKind, OfficeMention,
    PartyForm, PartyMention, PersonMention, PlaceMention, SiteMention, Turns, UnitMention, What,
};
pub use mentions::Finder;
pub use outline::outline;
pub use packs::Packs;
pub use published::published;
pub use read::{Reading, lessons, read};
pub use sentence::{Sentence, Speech};
pub use syntax::{PhraseKind, Syntax, SyntaxClause, SyntaxPhrase, syntax};
pub use tagger::{Tag, Tagged, Tagger, train_tagger};
pub use token::{Shape, Token};
pub use verb::{Sense, UnknownWord, VerbForm, VerbReading, WordClass};
pub use weigh::{Annotated, Case, Cases, Choice, Lesson, Lessons, Saying, Telling, Weights, train_weights};
