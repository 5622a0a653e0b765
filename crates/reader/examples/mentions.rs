//! Shows what the lexical layer sees in a text, for those who write lexicons and rules.
//!
//! `cargo run -p reader --example mentions -- REPORT.txt PACK.tsv...`
#![allow(clippy::print_stdout, reason = "an example is there to print")]

use std::{env, error::Error, fs};

use model::Published;
use reader::{Finder, Lexicons, Mention, Sentence, Sentences, published};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let report = args.next().ok_or("give a report and the lexicon files")?;
    let packs: Vec<_> =
        args.map(|path| fs::read_to_string(&path).map(|text| (path, text))).collect::<Result<_, _>>()?;
    let (lexicons, findings) = Lexicons::from_files(packs);
    for finding in findings {
        println!("{finding}");
    }
    let text = fs::read_to_string(report)?;
    let published: Published = published(&text, None, jiff::civil::date(2026, 1, 1), &lexicons);
    println!("published {published} ({:?})", published.basis);
    let mut finder = Finder::new(&text, &lexicons, published);
    for sentence in Sentences::new(&text, &lexicons) {
        println!("\n{}", sentence.at.of(&text).unwrap_or_default());
        for mention in finder.mentions(&sentence) {
            show(&mention, &sentence, &text, 1);
        }
    }
    Ok(())
}

fn show(mention: &Mention, sentence: &Sentence, text: &str, depth: usize) {
    println!(
        "{:depth$}{} = {:?}",
        "",
        sentence.words(text, &mention.tokens),
        mention.what,
        depth = depth * 4
    );
    for inner in &mention.inner {
        show(inner, sentence, text, depth + 1);
    }
}
