//! Sentences of a treebank in the CoNLL-U format, with the relations that the measures ask for.

use std::ops::Range;

/// A word of a sentence.
#[derive(Debug)]
pub(crate) struct Word {
    /// Its bytes in the sentence's text.
    pub(crate) at: Range<usize>,
    /// Its universal part of speech: `NOUN`, `VERB`.
    pub(crate) upos: String,
    /// The word it hangs on; `None` for the root.
    pub(crate) head: Option<usize>,
    /// How it hangs there, the subtype kept: `nsubj:pass`.
    pub(crate) relation: String,
    /// The enhanced relations: those that coordination, control and relative clauses imply too.
    pub(crate) enhanced: Vec<(usize, String)>,
}

/// A sentence and its tree.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The text.
    pub(crate) text: String,
    /// Its words in order.
    pub(crate) words: Vec<Word>,
}

/// The sentences of a file; those whose text cannot be matched with their words are left out.
pub(crate) fn trees(file: &str) -> Vec<Tree> {
    file.split("\n\n").filter_map(tree).collect()
}

fn tree(block: &str) -> Option<Tree> {
    let text = block.lines().find_map(|line| line.strip_prefix("# text = "))?.to_owned();
    let mut words = Vec::new();
    let mut from = 0;
    // A word of two tokens ("don't") stands as a line of its own before them.
    let mut joined: Option<(usize, Range<usize>)> = None;
    for line in block.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, _, _, head, relation, enhanced, _] = columns[..] else { return None };
        if id.contains('.') {
            continue;
        }
        if let Some((_, last)) = id.split_once('-') {
            let start = from + text.get(from..)?.find(form)?;
            joined = Some((last.parse().ok()?, start..start + form.len()));
            continue;
        }
        let number: usize = id.parse().ok()?;
        let end = joined.as_ref().map_or(text.len(), |(_, at)| at.end);
        let at = match text.get(from..end).and_then(|rest| rest.find(form)) {
            Some(found) => from + found..from + found + form.len(),
            None => joined.as_ref().map(|(_, at)| at.clone())?,
        };
        from = at.end;
        if joined.as_ref().is_some_and(|(last, _)| *last == number) {
            from = joined.take().map_or(from, |(_, at)| at.end);
        }
        let index = |id: &str| id.parse::<usize>().ok().and_then(|id| id.checked_sub(1));
        let enhanced = enhanced
            .split('|')
            .filter_map(|link| link.split_once(':'))
            .filter_map(|(head, relation)| Some((index(head)?, relation.to_owned())))
            .collect();
        words.push(Word {
            at,
            upos: upos.to_owned(),
            head: index(head),
            relation: relation.to_owned(),
            enhanced,
        });
    }
    Some(Tree { text, words })
}

impl Tree {
    /// The relation of a word without its subtype: `nsubj`.
    pub(crate) fn relation(&self, word: usize) -> &str {
        let relation = &self.words[word].relation;
        relation.split_once(':').map_or(relation, |(relation, _)| relation)
    }

    /// The noun that each cardinal number counts, as pairs of number and noun.
    pub(crate) fn counted(&self) -> Vec<(usize, usize)> {
        (0..self.words.len())
            .filter(|word| self.relation(*word) == "nummod" && self.words[*word].upos == "NUM")
            .filter_map(|word| Some((word, self.words[word].head?)))
            .filter(|(_, noun)| matches!(self.words[*noun].upos.as_str(), "NOUN" | "PROPN"))
            .collect()
    }

    /// The verb, or the form of "be", of the clause that a noun belongs to.
    pub(crate) fn governor(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..8 {
            if let Some(be) = self.child(at, |relation| relation == "cop") {
                return Some(be);
            }
            let relation = self.relation(at).to_owned();
            let head = self.words[at].head?;
            let is_verb = self.words[head].upos == "VERB";
            match relation.as_str() {
                "nsubj" | "obj" | "iobj" | "obl" | "xcomp" | "dislocated" => {
                    let be = self.child(head, |relation| relation == "cop");
                    return if is_verb { Some(head) } else { be };
                }
                "conj" | "nmod" | "appos" | "compound" | "flat" => at = head,
                _ => return None,
            }
        }
        None
    }

    /// Whoever acts, or is acted on in the passive: all words that the tree allows.
    pub(crate) fn subjects(&self, verb: usize) -> Vec<usize> {
        // The subject hangs on the noun of "is a noun".
        let predicate = if self.relation(verb) == "cop" { self.words[verb].head } else { None };
        let predicate = predicate.unwrap_or(verb);
        let mut found: Vec<usize> = (0..self.words.len())
            .filter(|word| {
                self.words[*word]
                    .enhanced
                    .iter()
                    .any(|(head, relation)| *head == predicate && relation.starts_with("nsubj"))
            })
            .collect();
        // "officers sent by Kenya": the noun that a participle or an infinitive hangs on.
        if found.is_empty() && self.relation(predicate) == "acl" {
            found.extend(self.words[predicate].head);
        }
        found
    }

    fn child(&self, head: usize, fits: impl Fn(&str) -> bool) -> Option<usize> {
        (0..self.words.len()).find(|word| self.words[*word].head == Some(head) && fits(self.relation(*word)))
    }
}
