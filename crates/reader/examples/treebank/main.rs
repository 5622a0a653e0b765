//! Holds the clause layer against treebanks in the CoNLL-U format.
//!
//! `cargo run --release -p reader --example treebank -- [--misses] FILE.conllu...`
//!
//! For each number that counts a noun (`nummod`): whether one phrase holds both, whether the verb of the noun's clause is
//! found, whether the noun is hung on that verb, and whether that verb has the right subject. For each word of the lexicons
//! that can be a verb: whether it is taken for one where the treebank says so. With `--misses`, the sentences too.
#![allow(clippy::print_stdout, reason = "an example is there to print")]

mod conllu;
#[path = "../../tests/project_packs/mod.rs"]
mod project_packs;

use std::{collections::BTreeMap, env, error::Error, fs, ops::Range};

use jiff::civil::date;
use model::{Document, Form, Marking, Name, Published};
use reader::{PhraseKind, Syntax, syntax};

use crate::{
    conllu::{Tree, trees},
    project_packs::LEXICONS,
};

/// How often the layer was right.
#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    /// It gave an answer.
    answered: usize,
    right: usize,
}

type Tallies = BTreeMap<(&'static str, &'static str), Tally>;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, files): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|word| word.starts_with("--"));
    let shows_misses = flags.iter().any(|flag| flag == "--misses");
    let mut tallies = Tallies::new();
    let mut words: BTreeMap<String, [[usize; 2]; 2]> = BTreeMap::new();
    for path in files {
        for tree in trees(&fs::read_to_string(path)?) {
            let document = document(&tree.text)?;
            let layer = syntax(&document, &LEXICONS);
            let missed = measure(&tree, &layer, &mut tallies);
            if shows_misses && !missed.is_empty() {
                println!("{}\n    {}", tree.text, missed.join("\n    "));
            }
            verb_or_noun(&tree, &layer, shows_misses, &mut words);
        }
    }
    println!(
        "\n{:<9} {:<22} {:>7} {:>9} {:>7} {:>9}",
        "of", "question", "asked", "answered", "right", "precision"
    );
    for ((of, question), tally) in &tallies {
        let share = 100.0 * share(tally.right, tally.answered);
        println!(
            "{of:<9} {question:<22} {:>7} {:>9} {:>7} {share:>8.1}%",
            tally.asked, tally.answered, tally.right
        );
    }
    verdicts(&words);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn document(text: &str) -> Result<Document, Box<dyn Error>> {
    Ok(Document {
        title: Name::new("treebank")?,
        publisher: None,
        address: None,
        published: Published::given(date(2024, 10, 11)),
        form: Form::Report,
        marking: Marking::Public,
        text: text.to_owned(),
    })
}

/// Asks the questions about each number of a sentence; what was answered wrongly.
fn measure(tree: &Tree, layer: &[Syntax], tallies: &mut Tallies) -> Vec<String> {
    let mut missed = Vec::new();
    let words = |at: &Range<usize>| tree.text.get(at.clone()).unwrap_or_default().to_owned();
    for (number, noun) in tree.counted() {
        let at = tree.words[number].at.clone();
        let found = layer.iter().find_map(|syntax| {
            let index = syntax.phrases.iter().position(|phrase| covers(&phrase.at.range(), &at))?;
            Some((syntax, index))
        });
        let of_people = found.is_some_and(|(syntax, index)| syntax.phrases[index].kind == PhraseKind::People);
        let of = if of_people { "people" } else { "others" };
        let counted =
            found.map(|(syntax, index)| covers(&syntax.phrases[index].at.range(), &tree.words[noun].at));
        tally(tallies, (of, "1 noun counted"), counted);
        if counted == Some(false) {
            missed.push(format!("{of} {} does not count {}", words(&at), words(&tree.words[noun].at)));
        }
        let Some(verb) = tree.governor(noun) else { continue };
        let Some((syntax, index)) = found else { continue };
        let known = |clause: &usize| {
            syntax.clauses[*clause]
                .verb
                .is_some_and(|phrase| covers(&syntax.phrases[phrase].at.range(), &tree.words[verb].at))
        };
        let clauses: Vec<usize> = (0..syntax.clauses.len()).collect();
        let right = clauses.iter().find(|clause| known(clause)).copied();
        tally(tallies, (of, "2 verb known"), right.map(|_| true));
        if right.is_none() {
            continue;
        }
        let hung = clause_of(syntax, index);
        let is_hung = hung.map(|clause| known(&clause));
        tally(tallies, (of, "3 hung on the verb"), is_hung);
        if is_hung == Some(false) {
            let got = hung.and_then(|clause| syntax.clauses[clause].verb);
            let got = got.map(|phrase| words(&syntax.phrases[phrase].at.range()));
            missed.push(format!(
                "{} {} hangs on {}, not on {}",
                words(&at),
                words(&tree.words[noun].at),
                words(&tree.words[verb].at),
                got.unwrap_or_default()
            ));
        }
        missed.extend(subject(tree, verb, layer, tallies, (of, "4 the verb's subject")));
    }
    for verb in (0..tree.words.len()).filter(|word| tree.words[*word].upos == "VERB") {
        let _ = subject(tree, verb, layer, tallies, ("any", "5 a verb's subject"));
    }
    missed
}

/// Asks for the subject of a verb, where both know the verb; the fault, if it is one.
fn subject(
    tree: &Tree,
    verb: usize,
    layer: &[Syntax],
    tallies: &mut Tallies,
    question: (&'static str, &'static str),
) -> Option<String> {
    let want = tree.subjects(verb);
    if want.is_empty() {
        return None;
    }
    let at = &tree.words[verb].at;
    let (syntax, clause) = layer.iter().find_map(|syntax| {
        let clause = syntax.clauses.iter().find(|clause| {
            clause.verb.is_some_and(|phrase| covers(&syntax.phrases[phrase].at.range(), at))
        })?;
        Some((syntax, clause))
    })?;
    let got = clause.subject.map(|phrase| syntax.phrases[phrase].at.range());
    let is_right = got.as_ref().map(|got| want.iter().any(|word| covers(got, &tree.words[*word].at)));
    tally(tallies, question, is_right);
    (is_right == Some(false)).then(|| {
        let words = |at: &Range<usize>| tree.text.get(at.clone()).unwrap_or_default();
        let want: Vec<&str> = want.iter().map(|word| words(&tree.words[*word].at)).collect();
        format!(
            "the subject of {} is {}, not {}",
            words(at),
            want.join(" or "),
            words(&got.unwrap_or_default())
        )
    })
}

/// The clause that a phrase belongs to: the one it is the subject of, else the one whose verb it follows.
fn clause_of(syntax: &Syntax, phrase: usize) -> Option<usize> {
    let find = |fits: &dyn Fn(&reader::SyntaxClause) -> bool| {
        syntax.clauses.iter().position(|clause| clause.verb.is_some() && fits(clause))
    };
    find(&|clause| clause.subject == Some(phrase) && clause.before.contains(&phrase) && !clause.is_inner)
        .or_else(|| find(&|clause| clause.after.contains(&phrase)))
        .or_else(|| find(&|clause| clause.subject == Some(phrase)))
        .or_else(|| find(&|clause| clause.before.contains(&phrase)))
}

/// Counts, for the words that can be verbs, what the treebank says against what the layer says.
fn verb_or_noun(
    tree: &Tree,
    layer: &[Syntax],
    shows_misses: bool,
    words: &mut BTreeMap<String, [[usize; 2]; 2]>,
) {
    for syntax in layer {
        for place in &syntax.verb_or_noun {
            let Some(word) = tree.words.iter().find(|word| word.at == place.range()) else { continue };
            let is_verb = match word.upos.as_str() {
                // "planned courses", "including": as good as an adjective or a preposition.
                "VERB" if matches!(word.relation.as_str(), "amod" | "compound" | "case" | "mark") => continue,
                "VERB" => true,
                "NOUN" => false,
                _ => continue,
            };
            let taken = syntax
                .phrases
                .iter()
                .any(|phrase| phrase.kind == PhraseKind::Verb && covers(&phrase.at.range(), &word.at));
            let text = tree.text.get(word.at.clone()).unwrap_or_default().to_lowercase();
            if shows_misses && taken != is_verb {
                println!("{text} is {}: {}", if is_verb { "a verb" } else { "a noun" }, tree.text);
            }
            words.entry(text).or_default()[usize::from(is_verb)][usize::from(taken)] += 1;
        }
    }
}

/// The words that the treebank has as nouns and as verbs.
fn verdicts(words: &BTreeMap<String, [[usize; 2]; 2]>) {
    println!(
        "\n{:<14} {:>5} {:>11} {:>5} {:>11}   words that are both in these files",
        "word", "verb", "taken so", "noun", "taken so"
    );
    let mut sum = [[0; 2]; 2];
    for (word, seen) in words {
        let [noun, verb] = *seen;
        if noun[0] + noun[1] == 0 || verb[0] + verb[1] == 0 {
            continue;
        }
        for (sum, seen) in sum.iter_mut().flatten().zip(seen.iter().flatten()) {
            *sum += seen;
        }
        line(word, noun, verb);
    }
    let [noun, verb] = sum;
    line("all", noun, verb);
    let right = noun[0] + verb[1];
    let all = right + noun[1] + verb[0];
    println!("right: {right} of {all}, {:.1}%", 100.0 * share(right, all));
}

fn line(word: &str, noun: [usize; 2], verb: [usize; 2]) {
    println!("{word:<14} {:>5} {:>11} {:>5} {:>11}", verb[0] + verb[1], verb[1], noun[0] + noun[1], noun[0]);
}

fn tally(tallies: &mut Tallies, question: (&'static str, &'static str), right: Option<bool>) {
    let tally = tallies.entry(question).or_default();
    tally.asked += 1;
    tally.answered += usize::from(right.is_some());
    tally.right += usize::from(right == Some(true));
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
