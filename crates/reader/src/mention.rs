//! A mention: a few tokens of a sentence and what kind of thing they name.

use std::ops::Range;

use model::{Currency, EquipmentType, MissionCode, Name, Ordinal, Party, Period, Quantity, Service, Span};

use crate::{Sense, VerbForm, VerbReading, WordClass};

/// A typed stretch of tokens. Primary mentions of a sentence are in order and never overlap; what is nested in one, or
/// names the same tokens in another way, is `inner`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens in the sentence.
    pub tokens: Range<usize>,
    /// What it names.
    pub what: What,
    /// Mentions inside it or over the same tokens, longest first: the party in "Haitian National Police".
    pub inner: Vec<Mention>,
}

/// What a mention names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// "nearly 400", "four hundred", "at least 1,900": the hedge words belong to it. "Dozens" and "several" are
    /// `SomeNumber`. Never a year, an age, a clock time, a percentage or a resolution's number.
    Number(Quantity),
    /// "80%", "40 per cent", in hundredths of a percent, so 8000 for "80%".
    Percent(u64),
    /// "$13.3 million".
    Money(Money),
    /// "June 24, 2024", "last October", "since January".
    Date(DateMention),
    /// "12 months", "three weeks".
    Duration(Duration),
    /// "first", "4th".
    Ordinal(Ordinal),
    /// "Kenya", "Kenyans", "Nairobi", "the US government".
    Party(PartyMention),
    /// "the MSS", "Kenya-led mission", "the force".
    Mission(MissionMention),
    /// "General Service Unit".
    Unit(UnitMention),
    /// "Port-au-Prince".
    Place(PlaceMention),
    /// "the general hospital": the noun with its modifiers, without the article.
    Site(SiteMention),
    /// "President William Ruto", "Ruto", "Vassily Nebenzia".
    Person(PersonMention),
    /// "a UN spokesperson", "the minister", "the State Department": an office or organ without a person's name.
    Office(OfficeMention),
    /// "police officers", "troops", "personnel".
    People(Service),
    /// "contingent", "batch", "team", "flight".
    Group,
    /// "MRAPs", "armoured vehicles".
    Equipment(EquipmentType),
    /// "trust fund", "funding", "aid".
    MoneyNoun,
    /// "arrived", "deployment": a word of the stage verbs with each reading it has.
    Verb(Vec<VerbReading>),
    /// "not", "will", "if", "only", "another": a word that changes what others mean.
    Word(WordClass),
    /// "resolution 2793", "S/RES/2699".
    Instrument(Name),
    /// Any other run of capitalised words: "Love FM".
    Name(Name),
    /// The dateline that opens a report; its place and date are inner mentions.
    Dateline,
    /// A number that counts nothing: an age, a clock time, a telephone number.
    Aside,
}

/// An amount of money in whole units of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much.
    pub quantity: Quantity,
    /// In what; unstated for a bare "$".
    pub currency: Currency,
    /// Whether it is a bare "$" or "dollars", so that the context may settle whose.
    pub is_bare_dollar: bool,
}

/// When, as far as the words and the reference day tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The days meant, without regard to [`Self::edge`]; `Span::Unstated` when they cannot be known.
    pub span: Span,
    /// What the preposition makes of them.
    pub edge: Edge,
    /// What the days were worked out from.
    pub anchor: Anchor,
    /// The same words read as behind or ahead, where only the tense can tell.
    pub turns: Option<Turns>,
}

/// A date whose words leave open whether it lies behind or ahead: "on Tuesday", "in May", "July 16". The span of the
/// mention is the one behind, unless the one ahead is much nearer or a preposition such as "by" tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turns {
    /// The last such days not after the reference day.
    pub behind: Span,
    /// The first such days not before the reference day; of a weekday, after it.
    pub ahead: Span,
}

/// What a preposition makes of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "in June", "on Tuesday", or no preposition.
    Within,
    /// "by January 7", "before the year is out".
    By,
    /// "since January", "from 1 October", "after 2 July".
    Since,
    /// "until the end of September".
    Until,
    /// "as of July 16".
    AsOf,
}

/// What the days of a date were worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The words say it all: "June 24, 2024".
    Written,
    /// The words and the year or day of the text around them: "on Tuesday", "July 16".
    Reckoned,
    /// There is no day to reckon from.
    Missing,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// So many days; weeks are seven.
    Days(u32),
    /// So many months; years are twelve.
    Months(u32),
}

/// A party and how it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartyMention {
    /// Which.
    pub party: Party,
    /// By what word.
    pub form: PartyForm,
}

/// How a party is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyForm {
    /// "Kenya", "the UN".
    Name,
    /// "Kenyan".
    Demonym,
    /// "Kenyans": people of it.
    People,
    /// "Nairobi": the place, or the government that sits there.
    Capital,
    /// "the Kenyan government", "Ottawa's cabinet", "UN Security Council": an organ that acts for it.
    Organ,
}

/// A mission, by its name or code, or only as "the mission".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissionMention {
    /// Named, or described so that the lexicon knows it.
    Named(MissionCode),
    /// "the mission", "the force": whichever the text speaks of.
    Generic,
}

/// A named formation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitMention {
    /// Its full name.
    pub name: Name,
    /// Whose it is, if the lexicon knows.
    pub party: Option<Party>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMention {
    /// As the text names it.
    pub name: Name,
    /// The state it lies in, if the lexicon knows.
    pub party: Option<Party>,
}

/// A site: something that is held, retaken or handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteMention {
    /// As the text names it, without an article: "general hospital".
    pub name: Name,
}

/// A person as the text names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMention {
    /// The name, without office: "William Ruto". A later "Ruto" has the fuller name that came before.
    pub name: Name,
    /// The office beside it: "President", "Foreign Minister".
    pub office: Option<Name>,
    /// The party of the office, if the words or the lexicon tell.
    pub party: Option<Party>,
}

/// An office or organ that can speak or act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeMention {
    /// As the text names it, without an article: "UN spokesperson".
    pub name: Name,
    /// What kind of speaker it is.
    pub kind: OfficeKind,
    /// Of which party, if the words or the lexicon tell.
    pub party: Option<Party>,
}

/// A word of the lexicon that can name an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeKind {
    /// One person's: "president", "spokesperson". May stand before a name.
    Role,
    /// A body that speaks or acts: "State Department", "police service".
    Organ,
    /// Unnamed people who are quoted: "local media", "a source".
    Source,
}

impl Mention {
    /// In which form it says this, by itself or by what names the same tokens; `None` where it does not.
    #[must_use]
    pub fn says(&self, sense: Sense) -> Option<VerbForm> {
        self.over_same_tokens().find_map(|mention| match &mention.what {
            What::Verb(readings) => {
                readings.iter().find(|reading| reading.sense == sense).map(|reading| reading.form)
            }
            _ => None,
        })
    }

    /// Whether it is a word of this class, by itself or by what names the same tokens.
    #[must_use]
    pub fn is_word(&self, class: WordClass) -> bool {
        self.over_same_tokens().any(|mention| matches!(mention.what, What::Word(own) if own == class))
    }

    fn over_same_tokens(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.inner.iter().filter(|inner| inner.tokens == self.tokens))
    }
}

impl DateMention {
    /// The span with its edge: `../2024-01-07` for "by January 7".
    #[must_use]
    pub fn bounded(self) -> Span {
        let ends = |span| match span {
            Span::In(period) => Some((period, period)),
            Span::From(stretch) => Some((stretch.first(), stretch.last())),
            Span::By(_) | Span::Since(_) | Span::Unstated => None,
        };
        let by = |period: Period| Span::By(period);
        match (self.edge, ends(self.span)) {
            (Edge::By | Edge::Until, Some((_, last))) => by(last),
            (Edge::Since, Some((first, _))) => Span::Since(first),
            _ => self.span,
        }
    }
}
