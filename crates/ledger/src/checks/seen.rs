//! The same entry twice is one entry; what the two differ in is told.

use model::Source;

use crate::{Entry, Field, Known, Outcome};

pub(super) fn check(entry: &Entry, known: &Known<'_>) -> Option<Outcome> {
    let same = known.same?;
    Some(Outcome::SeenBefore { seq: same.seq, differs: differs(&same.entry, entry) })
}

fn differs(old: &Entry, new: &Entry) -> Vec<Field> {
    let fields: &[(Field, bool)] = match (old, new) {
        (Entry::Document(old), Entry::Document(new)) => &[
            (Field::Title, old.title != new.title),
            (Field::Publisher, old.publisher != new.publisher),
            (Field::Published, old.published != new.published),
            (Field::Form, old.form != new.form),
        ],
        (Entry::Claim(old), Entry::Claim(new)) => {
            let rules = match (&old.source, &new.source) {
                (Source::Read { rule: old, .. }, Source::Read { rule: new, .. }) => old != new,
                _ => false,
            };
            &[(Field::Rule, rules)]
        }
        _ => &[],
    };
    fields.iter().filter(|(_, differ)| *differ).map(|(field, _)| *field).collect()
}
