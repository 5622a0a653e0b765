//! Trains the tagger on treebanks in the CoNLL-U format and writes its model, or only tests a model.
//!
//! `cargo run --release -p reader --example train_tagger -- MODEL.tsv [TRAIN.conllu...] [--test TEST.conllu...]`
//!
//! The project's own model was trained on the training set of UD English EWT; its file says how.
#![allow(clippy::print_stdout, reason = "an example is there to print")]
#![allow(clippy::disallowed_methods, reason = "an example reads files, and says how fast the tagger is")]

#[path = "../tests/project_packs/mod.rs"]
mod project_packs;

use std::{collections::BTreeMap, env, error::Error, fs, time::Instant};

use reader::{Lexicons, Sentence, Sentences, Tag, Tagger, train_tagger};

use crate::project_packs::LEXICONS;

/// How many rows the model keeps: with four times as many it is right 0.3 words more in a hundred.
const ROWS: usize = 20_000;

/// The margin below which the reader does not ask the tagger.
const SURE: i32 = 20;

/// What a model's file says of itself.
const ABOUT: &str = "\
# Parts of speech: a feature of a word, and the weight of each part of speech as a letter. Trained by
#   cargo run --release -p reader --example train_tagger -- lexicons/en/tagger.tsv en_ewt-ud-train.conllu
# on the training set of the Universal Dependencies English Web Treebank, (C) 2013-2021 The Board of Trustees of The Leland
# Stanford Junior University, https://github.com/UniversalDependencies/UD_English-EWT. Its annotations are licensed under
# CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), and so is this file, which holds none of its text.
";

/// A sentence with the tags that the treebank tells.
type Example = (Sentence, Vec<Option<Tag>>);

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let model = args
        .next()
        .ok_or("give the model, then the treebanks to train on, then --test and those to test on")?;
    let paths: Vec<String> = args.collect();
    let (train, test) = match paths.iter().position(|path| path == "--test") {
        Some(at) => (&paths[..at], &paths[at + 1..]),
        None => (&paths[..], &[][..]),
    };
    if !train.is_empty() {
        fs::write(&model, format!("{ABOUT}{}", train_tagger(&examples(train)?, ROWS)))?;
    }
    let mut tagger = Tagger::default();
    for line in fs::read_to_string(&model)?.lines().filter(|line| !line.starts_with('#')) {
        tagger.take(line)?;
    }
    for path in test {
        report(path, &tagger, &examples(std::slice::from_ref(path))?);
    }
    Ok(())
}

fn examples(paths: &[String]) -> Result<Vec<Example>, std::io::Error> {
    let mut examples = Vec::new();
    for path in paths {
        examples
            .extend(fs::read_to_string(path)?.split("\n\n").filter_map(|block| example(block, &LEXICONS)));
    }
    Ok(examples)
}

/// A sentence of the treebank as the reader cuts it, with the tag of each token that is also a word of the treebank.
fn example(block: &str, lexicons: &Lexicons) -> Option<Example> {
    let text = block.lines().find_map(|line| line.strip_prefix("# text = "))?;
    let sentence = Sentences::new(text, lexicons).next()?;
    let mut tags = BTreeMap::new();
    let mut from = 0;
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, tag, ..] = columns[..] else { continue };
        if id.contains(['.', '-']) {
            continue;
        }
        // Next to the word before; the parts of "don't" may not be found.
        if let Some(gap) = text.get(from..)?.find(form).filter(|gap| *gap < 12) {
            tags.insert(from + gap, of_penn(tag));
            from += gap + form.len();
        }
    }
    let tags = sentence.tokens.iter().map(|token| tags.get(&token.start).copied()).collect();
    Some((sentence, tags))
}

/// The part of speech for a tag of the Penn Treebank, which stands in the fifth column.
fn of_penn(tag: &str) -> Tag {
    match tag {
        "NN" | "NNS" | "FW" => Tag::Noun,
        "NNP" | "NNPS" => Tag::Name,
        "JJ" | "JJR" | "JJS" => Tag::Adjective,
        "VB" | "VBP" => Tag::Base,
        "VBZ" => Tag::Third,
        "VBD" => Tag::Past,
        "VBN" => Tag::Participle,
        "VBG" => Tag::Gerund,
        "MD" => Tag::Modal,
        "RB" | "RBR" | "RBS" | "WRB" | "EX" => Tag::Adverb,
        "IN" | "RP" => Tag::Link,
        "TO" => Tag::To,
        "DT" | "PDT" | "PRP$" | "WP$" | "POS" => Tag::Determiner,
        "CD" | "$" => Tag::Number,
        "PRP" | "WP" | "WDT" => Tag::Pronoun,
        _ => Tag::Other,
    }
}

/// How often the tagger is right, and how fast.
#[expect(clippy::cast_precision_loss, reason = "a treebank is small")]
fn report(path: &str, tagger: &Tagger, test: &[Example]) {
    let start = Instant::now();
    let guesses: Vec<_> = test.iter().map(|(sentence, _)| tagger.tags(sentence)).collect();
    let seconds = start.elapsed().as_secs_f64();
    let (mut all, mut right, mut nouns_and_verbs, mut told_apart) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut unsure, mut unsure_right) = (0_usize, 0_usize);
    let mut confused: BTreeMap<(Tag, Tag), usize> = BTreeMap::new();
    let both = |tag: Tag| tag.is_verb() || tag == Tag::Noun;
    for ((_, gold), guesses) in test.iter().zip(&guesses) {
        for (gold, guess) in gold.iter().zip(guesses) {
            let Some(gold) = *gold else { continue };
            all += 1;
            right += usize::from(gold == guess.tag);
            if both(gold) && both(guess.tag) {
                nouns_and_verbs += 1;
                let apart = usize::from(gold.is_verb() == guess.tag.is_verb());
                told_apart += apart;
                if guess.margin.abs() < SURE {
                    unsure += 1;
                    unsure_right += apart;
                }
            }
            if gold != guess.tag {
                *confused.entry((gold, guess.tag)).or_default() += 1;
            }
        }
    }
    println!(
        "{path}: {:.2}% of {all} right, {:.2}% of nouns and verbs told apart, {:.1} million words a second",
        100.0 * right as f64 / all as f64,
        100.0 * told_apart as f64 / nouns_and_verbs as f64,
        all as f64 / seconds / 1e6
    );
    println!("    {unsure_right} of {unsure} nouns and verbs right where the margin is below {SURE}");
    let mut confused: Vec<_> = confused.into_iter().collect();
    confused.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((gold, guess), count) in confused.into_iter().take(6) {
        println!("    {count} {gold:?} taken for {guess:?}");
    }
}
