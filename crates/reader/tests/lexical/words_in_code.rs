//! No word of a language stands in the code: what reads texts knows words by what they do.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::files;

/// What reads packs knows the names that their lines are written with.
const OF_PACKS: &[&str] =
    &["lexicon.rs", "pack.rs", "packs.rs", "verb.rs", "cue.rs", "order.rs", "spelling.rs", "small.rs"];

/// The words that English packs tell a class or a cue of.
fn words() -> BTreeSet<String> {
    let told = ["lexicons/en/grammar.tsv", "lexicons/en/cues.tsv", "lexicons/en/words.tsv"];
    let packs = files().into_iter().filter(|(name, _)| told.contains(&name.as_str()));
    let forms = packs.flat_map(|(_, text)| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| Some(line.split_once('\t')?.0.to_owned())).collect::<Vec<_>>()
    });
    forms.flat_map(|forms| forms.split('|').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The words of a line of code that are held against a text: compared, matched or listed.
fn compared(line: &str) -> Vec<&str> {
    let pieces: Vec<&str> = line.split('"').collect();
    let mut found = Vec::new();
    for at in (1..pieces.len()).step_by(2) {
        let (before, word) = (pieces[at - 1].trim(), pieces[at]);
        let behind = pieces.get(at + 1).copied().unwrap_or_default().trim();
        let is_item = before.is_empty() && behind == ",";
        let is_compared = ["==", "!=", "|", "["].iter().any(|mark| before.ends_with(mark))
            || ["==", "!=", "|", "=>", "if "].iter().any(|mark| behind.starts_with(mark));
        if is_item || is_compared {
            found.push(word);
        }
    }
    found
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push(path);
        }
    }
}

#[test]
fn no_word_of_a_language_stands_in_the_code() {
    let words = words();
    let mut paths = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let mut faults = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if OF_PACKS.contains(&&*file) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for (index, line) in code.lines().enumerate().filter(|(_, line)| !line.trim().starts_with("//")) {
            for word in compared(line).into_iter().filter(|word| words.contains(*word)) {
                let letters = word.chars().any(char::is_alphabetic);
                if letters {
                    faults.push(format!("{}:{}: `{word}`", path.display(), index + 1));
                }
            }
        }
    }
    faults.sort();
    let hint = "name what the word does in cue.rs, and list it in the cues.tsv of each language";
    assert!(faults.is_empty(), "{}\n{hint}", faults.join("\n"));
}

#[test]
fn a_word_that_is_held_against_a_text_is_seen() {
    assert_eq!(compared(r#"let opens = word == "the" || word == "a";"#), ["the", "a"]);
    assert_eq!(compared(r#"    "the" | "these" => Small::Definite,"#), ["the", "these"]);
    assert_eq!(compared(r#"    "the","#), ["the"]);
    assert_eq!(compared(r#"draft.slot("whose", at)"#), Vec::<&str>::new());
}
