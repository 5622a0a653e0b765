//! An outline of how a text is parsed, for those who write rules.

use std::fmt::Write;

use model::Document;

use crate::{Finder, Lexicons, Sentences, clause::Parse};

/// The clauses of each sentence, a line each: how it hangs on another, its subject, its verb, its phrases.
#[must_use]
pub fn outline(document: &Document, lexicons: &Lexicons) -> String {
    let mut out = String::new();
    let mut finder = Finder::new(&document.text, lexicons, document.published);
    for sentence in Sentences::new(&document.text, lexicons) {
        let mentions = finder.mentions(&sentence);
        let parse = Parse::new(&sentence, &mentions, lexicons.tagger());
        let words = |at: usize| sentence.words(&document.text, &parse.phrases[at].tokens);
        let _ = writeln!(out, "\n{}", sentence.at.of(&document.text).unwrap_or_default());
        for (index, clause) in parse.clauses.iter().enumerate() {
            let subject = clause.subject.map_or("-", words);
            let verb = clause.verb.map_or("-", words);
            let senses: Vec<String> = clause
                .verb
                .and_then(|at| parse.phrases[at].verb())
                .map(|verb| verb.verbs.iter().map(|verb| format!("{:?}", verb.senses)).collect())
                .unwrap_or_default();
            let time = clause.verb.and_then(|at| parse.phrases[at].verb()).map(|verb| verb.time);
            let _ = writeln!(
                out,
                "  {index} {:?} on {:?}: {subject} <{verb}> {} {time:?}",
                clause.hangs,
                clause.on,
                senses.join(" ")
            );
            for at in clause.before.clone().chain(clause.after.clone()) {
                let phrase = &parse.phrases[at];
                let kind: String = format!("{:?}", phrase.what).chars().take(90).collect();
                let link = phrase.link.map(|link| format!("{link:?} ")).unwrap_or_default();
                let _ = writeln!(out, "      {link}«{}» {kind}", words(at));
            }
        }
    }
    out
}
