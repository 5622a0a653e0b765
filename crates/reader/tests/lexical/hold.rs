//! What holds for the mentions of any text: tests and fuzzing ask the same.

use reader::{Mention, Sentence};

fn check_inner(mention: &Mention) {
    for inner in &mention.inner {
        assert!(mention.tokens.start <= inner.tokens.start && inner.tokens.end <= mention.tokens.end);
        check_inner(inner);
    }
}

/// Holds the sentences of a text and their mentions against it.
pub(crate) fn hold(text: &str, read: impl IntoIterator<Item = (Sentence, Vec<Mention>)>) {
    let mut end = 0;
    for (sentence, mentions) in read {
        let at = sentence.at.range();
        assert!(end <= at.start, "sentences are in order");
        end = at.end;
        assert!(sentence.at.of(text).is_some_and(|words| !words.is_empty()), "{at:?} cuts a character");
        let mut last = at.start;
        for token in &sentence.tokens {
            assert!(last <= token.start && token.start < token.end && token.end <= at.end);
            assert!(text.get(token.start..token.end).is_some(), "{token:?} cuts a character");
            last = token.end;
        }
        for speech in &sentence.speech {
            assert!(speech.tokens.start < speech.tokens.end && speech.tokens.end <= sentence.tokens.len());
        }
        let mut next = 0;
        for mention in &mentions {
            assert!(next <= mention.tokens.start, "{mention:?} overlaps the one before");
            assert!(mention.tokens.start < mention.tokens.end && mention.tokens.end <= sentence.tokens.len());
            assert!(sentence.bytes(&mention.tokens).and_then(|at| at.of(text)).is_some());
            next = mention.tokens.end;
            check_inner(mention);
        }
    }
}
