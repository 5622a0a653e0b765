//! What the clause layer finds in a text, by places in the text: for measures against annotated syntax.

use model::{ByteRange, Document};

use crate::{
    Finder, Lexicons, Sentences, VerbForm, What,
    clause::{Hangs, Kind, Parse, Phrase},
};

/// The shallow syntax of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Syntax {
    /// Its phrases, in order; they do not overlap.
    pub phrases: Vec<SyntaxPhrase>,
    /// Its clauses, in the order of their verbs.
    pub clauses: Vec<SyntaxClause>,
    /// The words of the lexicons that can be a verb and a noun: "pledges", "plans".
    pub verb_or_noun: Vec<ByteRange>,
}

/// A phrase and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxPhrase {
    /// Where it stands, without its preposition.
    pub at: ByteRange,
    /// What it is.
    pub kind: PhraseKind,
}

/// What a phrase is, as coarsely as other annotations tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// A noun that counts or names people.
    People,
    /// Any other noun, name or pronoun; sums, dates and stretches of time too.
    Noun,
    /// A verb with its auxiliaries.
    Verb,
    /// A mark or a word that joins.
    Other,
}

/// A clause: who does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxClause {
    /// Its verb, as an index into the phrases; `None` for a stretch without one.
    pub verb: Option<usize>,
    /// Who acts, or is acted on in the passive.
    pub subject: Option<usize>,
    /// The phrases before its verb.
    pub before: std::ops::Range<usize>,
    /// The phrases behind its verb.
    pub after: std::ops::Range<usize>,
    /// It hangs on a noun or on another verb: a participle, an infinitive or a relative clause.
    pub is_inner: bool,
}

/// The shallow syntax of each sentence that the reader cuts a text into.
#[must_use]
pub fn syntax(document: &Document, lexicons: &Lexicons) -> Vec<Syntax> {
    let mut finder = Finder::new(&document.text, lexicons, document.published);
    Sentences::new(&document.text, lexicons)
        .map(|sentence| {
            let mentions = finder.mentions(&sentence);
            let parse = Parse::new(&sentence, &mentions, lexicons.tagger());
            let here = sentence.at;
            let phrases = parse.phrases.iter().map(|phrase| SyntaxPhrase {
                at: sentence.bytes(&phrase.tokens).unwrap_or(here),
                kind: kind(phrase),
            });
            let clauses = parse.clauses.iter().map(|clause| SyntaxClause {
                verb: clause.verb,
                subject: clause.subject,
                before: clause.before.clone(),
                after: clause.after.clone(),
                is_inner: matches!(clause.hangs, Hangs::Participle | Hangs::Infinitive | Hangs::Relative),
            });
            let verb_or_noun = mentions.iter().filter_map(|mention| match &mention.what {
                What::Verb(readings)
                    if mention.tokens.len() == 1
                        && readings.iter().any(|reading| reading.form != VerbForm::Noun) =>
                {
                    sentence.bytes(&mention.tokens)
                }
                _ => None,
            });
            Syntax {
                phrases: phrases.collect(),
                clauses: clauses.collect(),
                verb_or_noun: verb_or_noun.collect(),
            }
        })
        .collect()
}

fn kind(phrase: &Phrase) -> PhraseKind {
    match &phrase.what {
        Kind::People(_) => PhraseKind::People,
        Kind::Verb(_) => PhraseKind::Verb,
        Kind::Date(_) | Kind::Duration(_) => PhraseKind::Noun,
        _ if phrase.is_nominal() => PhraseKind::Noun,
        _ => PhraseKind::Other,
    }
}
