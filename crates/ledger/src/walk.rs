//! Walking a chain from its first entry on, to find the first that does not fit.

use jiff::Timestamp;

use crate::{Break, EntryHash, Fault, Head, Recorded, Seal, Seq};

/// One entry as it stands in a chain: its place, its moment, the bytes of its content and its hash.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The place that it says it has.
    pub seq: Seq,
    /// When it says it was entered.
    pub entered: Timestamp,
    /// Its content, as [`crate::Entry::content`] makes it.
    pub content: &'a [u8],
    /// The hash that it says it has.
    pub hash: EntryHash,
}

/// A walk along a chain from its first entry on.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    head: Option<Head>,
    seal: Option<Seal>,
}

impl Walk {
    /// A walk from the beginning, to be held against this seal where there is one.
    #[must_use]
    pub fn new(seal: Option<Seal>) -> Self {
        Self { head: None, seal }
    }

    /// The entry reached last.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.head
    }

    /// The place of the entry that must come next.
    #[must_use]
    pub fn next(&self) -> Seq {
        Seq::after(self.head.as_ref())
    }

    /// The fault as one of the entry that must come next.
    #[must_use]
    pub fn broken(&self, fault: Fault) -> Break {
        Break { seq: self.next(), fault }
    }

    /// Goes on to the next entry, or says why it does not fit.
    pub fn step(&mut self, link: Link<'_>) -> Result<(), Break> {
        let Link { seq, entered, content, hash } = link;
        let due = self.next();
        if seq != due {
            return Err(self.broken(Fault::OutOfPlace { found: seq }));
        }
        if self.head.is_some_and(|head| entered < head.entered) {
            return Err(self.broken(Fault::ClockBackwards));
        }
        if hash != EntryHash::link(self.head.map(|head| head.hash), seq, entered, content) {
            return Err(self.broken(Fault::WrongHash));
        }
        if let Some(seal) = self.seal.filter(|seal| seal.seq == seq && seal.hash != hash) {
            return Err(self.broken(Fault::NotAsSealed { sealed: seal.hash }));
        }
        self.head = Some(Head { seq, entered, hash });
        Ok(())
    }

    /// Ends the walk: the head, or that the chain does not reach its seal.
    pub fn end(self) -> Result<Option<Head>, Break> {
        match self.seal {
            Some(seal) if self.next() <= seal.seq => Err(self.broken(Fault::CutOff { sealed: seal.seq })),
            _ => Ok(self.head),
        }
    }
}

/// Walks all entries of a ledger and returns its head, or the first entry that does not fit.
pub fn verify<'a>(
    entries: impl IntoIterator<Item = &'a Recorded>,
    seal: Option<Seal>,
) -> Result<Option<Head>, Break> {
    let mut walk = Walk::new(seal);
    for Recorded { seq, entered, entry, hash } in entries {
        walk.step(Link { seq: *seq, entered: *entered, content: entry.content().as_bytes(), hash: *hash })?;
    }
    walk.end()
}

#[cfg(test)]
mod tests {
    use model::{Digest, Marking, Ruling, canonical};
    use serde_json::Value;

    use crate::{
        Entry, EntryHash,
        sample::{Written, by_hand, decision, document, minute, quoting},
    };

    use super::*;

    /// Six entries of every kind, entered in two moments.
    fn chain() -> Vec<Recorded> {
        let mut written = Written::default();
        let text = document(1, Marking::Public);
        let claims = [1, 2].map(|n| quoting(n, &text, (0, 7), Marking::Public));
        let ruling = Ruling::SameAs { other: claims[1].id() };
        let decided = decision(&claims[0], ruling, minute(1));
        written.enter(minute(1), [Entry::Document(text), Entry::Claim(claims[0].clone())]);
        written.enter(
            minute(2),
            [
                Entry::Claim(claims[1].clone()),
                Entry::Decision(decided),
                Entry::Claim(by_hand(3, Marking::Mission)),
                Entry::Document(document(2, Marking::Mission)),
            ],
        );
        written.entries
    }

    /// The place of the first misfit, or 0 when all fits, and the fault's name.
    #[track_caller]
    fn check(chain: &[Recorded], seal: Option<Seal>, want: (u64, &str)) {
        let got = match verify(chain, seal) {
            Ok(_) => (0, String::new()),
            Err(Break { seq, fault }) => (seq.0, format!("{fault:?}")),
        };
        assert!(got.0 == want.0 && got.1.starts_with(want.1), "{got:?} is not {want:?}");
    }

    #[test]
    fn a_chain_as_it_was_entered_fits() {
        let chain = chain();
        let head = chain[5].head();
        assert_eq!(verify(&chain, None), Ok(Some(head)));
        assert_eq!(verify(&[], None), Ok(None));
        for recorded in &chain {
            assert_eq!(verify(&chain, Some(recorded.head().seal())), Ok(Some(head)));
        }
    }

    #[test]
    fn the_hash_is_that_of_the_canonical_json_of_all_four_fields() {
        let chain = chain();
        for (place, recorded) in chain.iter().enumerate() {
            let previous = place.checked_sub(1).map(|before| chain[before].hash);
            let link = serde_json::json!({
                "previous": previous,
                "seq": recorded.seq,
                "entered": recorded.entered,
                "entry": recorded.entry,
            });
            assert_eq!(recorded.hash.0, Digest::of(&canonical(&link)));
        }
    }

    #[test]
    fn every_single_field_that_is_changed_is_found() {
        let chain = chain();
        let mut changed = 0;
        for place in 0..chain.len() {
            let json = serde_json::to_value(&chain[place]).unwrap();
            for path in leaves(&json) {
                for new in others(json.pointer(&path).unwrap()) {
                    let mut json = json.clone();
                    *json.pointer_mut(&path).unwrap() = new;
                    // What is not even an entry any more is a matter for whoever reads the entries.
                    let Ok(forged) = serde_json::from_value::<Recorded>(json) else { continue };
                    if forged == chain[place] {
                        continue;
                    }
                    let mut forgery = chain.clone();
                    forgery[place] = forged;
                    let got = verify(&forgery, None).unwrap_err();
                    assert_eq!(got.seq, chain[place].seq, "{path}");
                    changed += 1;
                }
            }
        }
        assert!(changed > 100, "only {changed} changes were tried");
    }

    /// The path of each value in this one that holds no others.
    fn leaves(value: &Value) -> Vec<String> {
        let below = |key: &str, value: &Value| {
            leaves(value).into_iter().map(|path| format!("/{key}{path}")).collect::<Vec<_>>()
        };
        match value {
            Value::Object(fields) => fields.iter().flat_map(|(key, value)| below(key, value)).collect(),
            Value::Array(values) => {
                values.iter().enumerate().flat_map(|(n, value)| below(&n.to_string(), value)).collect()
            }
            _ => vec![String::new()],
        }
    }

    /// Values that could have been put in this one's place.
    fn others(value: &Value) -> Vec<Value> {
        match value {
            Value::Number(n) => [1, -1].map(|step| (n.as_i64().unwrap() + step).into()).into(),
            Value::String(words) => {
                let last = words.chars().last().map_or('0', |c| if c == '0' { '1' } else { '0' });
                let turned = words.chars().rev().skip(1).collect::<Vec<_>>().into_iter().rev().chain([last]);
                let mut new: Vec<Value> = vec![format!("{words}x").into(), turned.collect::<String>().into()];
                new.extend(
                    ["fact", "denied", "public", "mission", "B2", "2024-06-01", "promised", "summary"]
                        .map(Value::from),
                );
                new.extend(["1970-01-01T00:01:00.000000001Z", "1969-01-01T00:00:00Z"].map(Value::from));
                new
            }
            _ => vec![],
        }
    }

    #[test]
    fn an_entry_taken_out_is_found() {
        for place in 0..5 {
            let mut cut = chain();
            cut.remove(place);
            check(&cut, None, (place as u64 + 1, "OutOfPlace"));
            // Numbered anew, so that no gap shows.
            for (n, recorded) in cut.iter_mut().enumerate() {
                recorded.seq = Seq(n as u64 + 1);
            }
            check(&cut, None, (place as u64 + 1, "WrongHash"));
        }
    }

    #[test]
    fn two_entries_swapped_are_found() {
        for one in 0..6 {
            for other in one + 1..6 {
                let mut swapped = chain();
                swapped.swap(one, other);
                check(&swapped, None, (one as u64 + 1, "OutOfPlace"));
                let seqs = (swapped[one].seq, swapped[other].seq);
                (swapped[other].seq, swapped[one].seq) = seqs;
                let at = one as u64 + 1;
                assert_eq!(verify(&swapped, None).unwrap_err().seq, Seq(at), "{one} and {other}");
            }
        }
    }

    #[test]
    fn an_entry_put_in_is_found() {
        let entry = Entry::Claim(by_hand(9, Marking::Public));
        for place in 0..=6_usize {
            let mut longer = chain();
            // The best that a forger can do without making all later hashes anew.
            let before = place.checked_sub(1).map(|before| longer[before].head());
            let entered = before.map_or(minute(1), |head| head.entered);
            longer.insert(place, Recorded::after(before.as_ref(), entered, entry.clone()));
            match place {
                6 => check(&longer, None, (0, "")),
                _ => check(&longer, None, (place as u64 + 2, "OutOfPlace")),
            }
            for (n, recorded) in longer.iter_mut().enumerate() {
                recorded.seq = Seq(n as u64 + 1);
            }
            match place {
                6 => check(&longer, None, (0, "")),
                _ => check(&longer, None, (place as u64 + 2, "WrongHash")),
            }
        }
    }

    #[test]
    fn a_clock_that_runs_backwards_is_found_even_with_the_right_hash() {
        let mut late = chain();
        let entered = minute(1) - jiff::SignedDuration::from_nanos(1);
        let content = late[2].entry.content();
        late[2].entered = entered;
        late[2].hash = EntryHash::link(Some(late[1].hash), Seq(3), entered, content.as_bytes());
        check(&late, None, (3, "ClockBackwards"));
    }

    #[test]
    fn a_seal_finds_what_the_chain_alone_cannot() {
        let whole = chain();
        let seal = whole[3].head().seal();
        for kept in 0..6 {
            check(&whole[..kept], None, (0, ""));
            let fault = if kept < 4 { (kept as u64 + 1, "CutOff") } else { (0, "") };
            check(&whole[..kept], Some(seal), fault);
        }
        let mut anew = Written::default();
        anew.enter(minute(1), whole.iter().skip(1).map(|recorded| recorded.entry.clone()).rev());
        anew.enter(minute(1), (1..=4).map(|n| Entry::Claim(by_hand(n, Marking::Public))));
        check(&anew.entries, None, (0, ""));
        check(&anew.entries, Some(seal), (4, "NotAsSealed"));
    }
}
