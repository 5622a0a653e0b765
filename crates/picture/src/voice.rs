//! Who speaks through a claim, so that a source that is repeated counts once.

use std::collections::BTreeMap;

use ledger::{Held, Ledger};
use model::{Address, DocumentId, Source, Speaker};

use crate::gather::Told;

/// The source of a claim, as far as the claim and its document tell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice<'a> {
    /// A quoted speaker, else the document's publisher, else who entered it.
    name: Option<&'a str>,
    document: Option<DocumentId>,
    /// Where it can be found again: two lines of a table on one page are one source.
    address: Option<&'a Address>,
    /// The quoted words: an agency's text on two sites is one source.
    words: Option<&'a str>,
}

impl<'a> Voice<'a> {
    pub(crate) fn of(held: &'a Held, ledger: &'a Ledger) -> Self {
        let document = held.claim.quote().map(|quote| quote.document);
        let text = document.and_then(|id| ledger.document(id));
        let publisher = text.and_then(|text| text.publisher.as_ref());
        let name = match (&held.claim.speaker, &held.claim.source) {
            (Speaker::Named(name), _) | (Speaker::Document, Source::ByHand { by: name }) => {
                Some(name.as_str())
            }
            (Speaker::Document, Source::Read { .. }) => publisher.map(model::Name::as_str),
        };
        let address = text.and_then(|text| text.address.as_ref());
        Self { name, document, address, words: ledger.words(&held.claim) }
    }

    /// What it is called: its name, else where it can be found.
    pub(crate) fn called(&self) -> Option<&'a str> {
        self.name.or_else(|| self.address.map(|address| address.0.as_str()))
    }

    pub(crate) fn document(&self) -> Option<DocumentId> {
        self.document
    }
}

/// The sources that are heard, each by the voice that it was first heard through.
///
/// Who repeats several of them is the one that was heard first: found by name, place and words, not one by one. They are heard
/// in the order of publication, and on one day in that of their names, places and words, so that it is nothing to do with how
/// claims are addressed or entered who is one source.
#[derive(Debug, Default)]
pub(crate) struct Voices<'a> {
    heard: Vec<Voice<'a>>,
    names: BTreeMap<&'a str, usize>,
    addresses: BTreeMap<&'a str, usize>,
    words: BTreeMap<&'a str, usize>,
    unnamed: BTreeMap<Option<DocumentId>, usize>,
}

impl<'a> Voices<'a> {
    /// The sources of these claims.
    pub(crate) fn of<'t>(told: impl IntoIterator<Item = &'t Told<'a>>) -> Self
    where
        'a: 't,
    {
        let mut told: Vec<&Told> = told.into_iter().collect();
        // Who has a name before who can only be found again.
        let words = |voice: &Voice<'a>| {
            (voice.name.is_none(), voice.name, voice.address.map(|it| it.0.as_str()), voice.words)
        };
        told.sort_by(|a, b| {
            let published = |told: &Told| told.claim.published.day;
            let day = published(a).cmp(&published(b));
            day.then_with(|| words(&a.voice).cmp(&words(&b.voice))).then_with(|| a.id.cmp(&b.id))
        });
        let mut voices = Self::default();
        for told in told {
            voices.hear(told.voice);
        }
        voices
    }

    /// The place of the source that speaks through this voice; `None` if it was not heard.
    pub(crate) fn place(&self, voice: Voice<'a>) -> Option<usize> {
        let address = voice.address.map(|address| address.0.as_str());
        let known = [
            voice.name.and_then(|name| self.names.get(name)),
            address.and_then(|address| self.addresses.get(address)),
            voice.words.and_then(|words| self.words.get(words)),
            self.unnamed.get(&voice.document).filter(|_| voice.name.is_none()),
        ];
        known.into_iter().flatten().min().copied()
    }

    fn hear(&mut self, voice: Voice<'a>) {
        if self.place(voice).is_some() {
            return;
        }
        let address = voice.address.map(|address| address.0.as_str());
        let place = self.heard.len();
        let first = |keys: &mut BTreeMap<&'a str, usize>, key: Option<&'a str>| {
            if let Some(key) = key {
                keys.entry(key).or_insert(place);
            }
        };
        first(&mut self.names, voice.name);
        first(&mut self.addresses, address);
        first(&mut self.words, voice.words);
        if voice.name.is_none() {
            self.unnamed.entry(voice.document).or_insert(place);
        }
        self.heard.push(voice);
    }

    /// The voice that a source was first heard through.
    pub(crate) fn get(&self, place: usize) -> Option<&Voice<'a>> {
        self.heard.get(place)
    }
}
