//! What an entry of a lexicon means.

use std::num::NonZeroU16;

use model::{Currency, EquipmentType, Name, Party, Service};

use crate::{
    MissionMention, OfficeKind, PartyMention, VerbReading, WordClass, layout::Abbreviation, vocabulary::Tells,
};

/// What an entry means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Party(PartyMention),
    Mission(MissionMention),
    Unit {
        name: Name,
        party: Option<Party>,
    },
    Place {
        party: Option<Party>,
    },
    /// A noun such as "hospital" that takes modifiers.
    SiteHead,
    /// A site by its whole name.
    Site,
    Office {
        kind: OfficeKind,
        party: Option<Party>,
    },
    Person {
        name: Name,
        office: Option<Name>,
        party: Option<Party>,
    },
    People(Service),
    Group,
    Equipment(EquipmentType),
    MoneyNoun,
    Currency(Sign),
    Verb(VerbReading),
    Word(WordClass),
    Number(NumberWord),
    Hedge {
        side: Side,
        hedge: Hedge,
    },
    Ordinal(NonZeroU16),
    Date(DateWord),
    /// "km": a number before it counts no people.
    Measure,
    /// "phase", "sector": a number after it is a label.
    Label,
    /// "resolution": a number after it names a text.
    Instrument,
    NamePart(NamePart),
    Abbreviation(Abbreviation),
    Opener,
    /// What a word does in the shape of a sentence, or a cue that it gives.
    Tells(Tells),
    /// What an ending tells of words that are so many letters longer.
    Ending {
        letters: usize,
        tells: Tells,
    },
    /// "th" behind digits.
    OrdinalEnding,
    /// "bn" onto digits.
    GluedScale(u64),
}

/// A currency's sign, code or word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Of(Currency),
    /// "$", "dollars": the text leaves open whose.
    BareDollar,
}

/// A number's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// "une centaine": about so many.
    About(u64),
    /// "seven", "twenty".
    Unit(u64),
    /// "hundred", "million", "m".
    Scale(u64),
    /// "dozens", "several": some, and no number.
    Vague,
    /// "per cent".
    Percent,
    /// "half".
    Half,
}

/// On which side of its number a hedge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// A hedge without its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    About,
    Nearly,
    Over,
    AtLeast,
    UpTo,
    Under,
}

/// A word of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    Month(i8),
    /// "spring": the first of its months.
    Season(i8),
    /// "Q3" 3; 0 for "quarter", which needs an ordinal.
    Quarter(i8),
    /// Days from Monday, which is 0.
    Weekday(i8),
    /// So many days from the reference day: "yesterday" is -1.
    Day(i32),
    /// "this" 0, "last" -1, "next" 1.
    Which(i32),
    /// "dernier" behind its noun: -1 the last, 0 this one, 1 the next.
    WhichBehind(i32),
    Period(Length),
    /// So many days from the day told last: "the same day" 0, "the day before" -1.
    Told(i32),
    /// "that month": the one that the day told last lies in.
    ToldIn(Length),
    /// "the year is out": the one that the reference day lies in.
    Now(Length),
    /// "by", "since" and the like.
    Edge(crate::Edge),
    /// "early", "the end of".
    Part,
    /// "night", "morning".
    TimeOfDay,
    /// "ago".
    Ago,
    /// "il y a": "ago", before the length.
    AgoBefore,
    /// "o'clock", "GMT": the number before it is a clock time.
    Clock,
    /// "year-old": the number before it is an age.
    Age,
    /// "aged": the number after it is an age.
    Aged,
}

/// A length of time that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// Too short for a day.
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// A part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamePart {
    /// "de", "van": small words inside a person's name.
    Particle,
    /// "Unit", "Battalion": a name that ends so is a unit's.
    UnitHead,
    /// "Council", "Agency": a name that ends so is a body's.
    BodyHead,
    /// "in", "near": a name behind it is a place's.
    BeforePlace,
    /// "Mr", "Dr": a person's name follows, and no office is told.
    Courtesy,
    /// "Former", "Soldiers": a capital only because a sentence begins.
    Ordinary,
}
