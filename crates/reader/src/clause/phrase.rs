//! A phrase: a noun with what belongs to it, a verb with its auxiliaries, or a word that joins them.

use std::{collections::BTreeSet, ops::Range};

use model::{EquipmentType, Name, Ordinal, Party, Quantity, Service, UnitName};

use crate::{DateMention, Duration, MissionMention, Money, PlaceMention, Sense, VerbForm};

use super::small::{Link, Tie};

/// A stretch of tokens that a clause treats as one.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// Its tokens, without the preposition.
    pub(crate) tokens: Range<usize>,
    /// The preposition before it.
    pub(crate) link: Option<Link>,
    /// The party that owns it: "Kenya's share". Groups of people and actors keep theirs themselves.
    pub(crate) owner: Option<Party>,
    /// What it is.
    pub(crate) what: Kind,
}

/// What a phrase is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// "another 90 Ruritanian soldiers".
    People(Group),
    /// "two mine-resistant vehicles".
    Kit(Kit),
    /// "another $40.7 million".
    Sum(Sum),
    /// "Canada, France and the United States", "President Ruto", "the mission".
    Actors(Vec<Actor>),
    /// "the general hospital".
    Site(Name),
    /// "Port-au-Prince".
    Place(PlaceMention),
    /// "on June 24, 2024".
    Date(DateMention),
    /// "for 12 months".
    Duration(Duration),
    /// "80%".
    Percent,
    /// "resolution 2793".
    Instrument(Name),
    /// "the trust fund", "its funding".
    MoneyNoun,
    /// A noun made from a verb, by what it can say: "the deployment", "their withdrawal".
    Event(Vec<Sense>),
    /// "is currently undergoing".
    Verb(VerbGroup),
    /// A word that opens a dependent clause.
    Tie(Tie),
    /// "who", "which", "that".
    Relative,
    /// "and", "or".
    And,
    /// "but".
    But,
    /// A mark.
    Mark(Mark),
    /// Any other noun with its adjectives: "the share".
    Noun,
    /// "in", "up": a small word with no noun after it.
    Particle,
}

/// A mark, as far as clauses tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Comma,
    /// A semicolon, a colon or a dash: what follows is a clause or a list of its own.
    Stop,
    /// A quotation mark.
    Quote,

    Other,
}

/// A body of people: counted, named or only spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that was there or was not")]
pub(crate) struct Group {
    /// How many, and the tokens that say so; `None`: "the officers", "a contingent".
    pub(crate) number: Option<(Quantity, Range<usize>)>,
    /// The service of its noun; `None` without such a noun.
    pub(crate) service: Option<Service>,
    /// The parties it names as its own.
    pub(crate) parties: BTreeSet<Party>,
    /// The named formations it is of.
    pub(crate) units: BTreeSet<UnitName>,
    /// "second contingent".
    pub(crate) ordinal: Option<Ordinal>,
    /// What the noun is.
    pub(crate) head: Head,
    /// "another", "additional", "more".
    pub(crate) is_additional: bool,
    /// "the", "these", "its": it has been spoken of.
    pub(crate) is_definite: bool,
    /// "members of the mission", "the mission's officers".
    pub(crate) is_of_mission: bool,
    /// "none of the three", "no officers".
    pub(crate) is_none: bool,
    /// "eighteen of the team", "of the eight": a part of a body spoken of.
    pub(crate) is_part: bool,
    /// "advance team", "the outgoing team": the word that tells which.
    pub(crate) is_advance: bool,
    /// "10,500 of around 13,800": the whole that the number is out of, its tokens, and whether it is only planned.
    pub(crate) out_of: Option<OutOf>,
    /// "its officers", "some of their soldiers": of whoever acts.
    pub(crate) is_its: bool,
    /// "the alliance's soldiers": somebody owns them whom no lexicon knows.
    pub(crate) is_owned_otherwise: bool,
    /// "the planned 2,500 officers": its number is still to be reached.
    pub(crate) is_planned: bool,
    /// "a constable": its number is only its article.
    pub(crate) is_one: bool,
}

impl Group {
    /// Whether it is a number without a noun that says of whom: "sent 20".
    pub(crate) fn is_bare(&self) -> bool {
        self.head == Head::Number && self.service.is_none()
    }
}

/// The whole that a number is out of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutOf {
    /// How many.
    pub(crate) quantity: Quantity,
    /// The tokens that say so.
    pub(crate) tokens: Range<usize>,
    /// "a planned 2,500": it is still to be reached.
    pub(crate) is_planned: bool,
    /// "of the 600": it has been spoken of.
    pub(crate) is_definite: bool,
    /// "the mission's 2,210 troops".
    pub(crate) is_of_mission: bool,
}

/// The noun of a [`Group`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Head {
    /// "officers", "troops".
    People,
    /// "contingent", "team".
    Collective,
    /// "Kenyans".
    Nationals,
    /// A number alone: "the 600".
    #[default]
    Number,
    /// "they", "them".
    Pronoun,
}

/// Pieces of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kit {
    /// How many, and the tokens that say so.
    pub(crate) number: Option<(Quantity, Range<usize>)>,
    /// Of what.
    pub(crate) kind: EquipmentType,
    /// "another", "more".
    pub(crate) is_additional: bool,
    /// "20 of the 80 vehicles", "ten vehicles out of 34": how many there are of which these are some, and the tokens that say so.
    pub(crate) out_of: Option<(Quantity, Range<usize>)>,
    /// "a drone": the article that counts it.
    pub(crate) article: Option<Range<usize>>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    /// How much.
    pub(crate) money: Money,
    /// The tokens that say so.
    pub(crate) number: Range<usize>,
    /// "another", "a further".
    pub(crate) is_additional: bool,
}

/// Somebody who can act or speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// As the text names it; `None` for "he", "it".
    pub(crate) name: Option<Name>,
    /// The party it is or acts for.
    pub(crate) party: Option<Party>,
    /// What it is.
    pub(crate) role: Role,
}

/// What an actor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// "Kenya", "the UN Security Council".
    Party,
    /// "President William Ruto", "the minister".
    Person,
    /// "the State Department".
    Organ,
    /// "local media", "a source".
    Source,
    /// "the General Service Unit".
    Unit,
    /// "the mission".
    Mission(MissionMention),
    /// "six countries", with their number.
    Countries(Option<u64>),
    /// "he", "she".
    Pronoun,
    /// "it", "which" of a thing.
    It,
    /// A capitalised name that no lexicon knows.
    Name,
}

/// A verb with its auxiliaries, and the verbs chained to it: "are expected to arrive".
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that was there or was not")]
pub(crate) struct VerbGroup {
    /// The senses of its verbs, first to last; of one word there may be several readings.
    pub(crate) verbs: Vec<Verb>,
    /// When it is said to happen.
    pub(crate) time: Time,
    /// "not", "never", "yet to".
    pub(crate) is_negated: bool,
    /// A form of "be" stands before its last verb's participle.
    pub(crate) is_passive: bool,
    /// It can stand alone in a main clause.
    pub(crate) is_finite: bool,
    /// "allegedly", "reportedly".
    pub(crate) is_hearsay: bool,
    /// "has yet to", "still to".
    pub(crate) is_yet: bool,
    /// "might", "could", "is considering": it is only possible.
    pub(crate) is_possible: bool,
    /// "have gone", "will have left": finished by then.
    pub(crate) is_done: bool,
    /// "would have sent": told of no world that came to be.
    pub(crate) is_unreal: bool,
    /// "told", "informed": the noun behind it is who hears.
    pub(crate) has_hearer: bool,
}

/// One verb of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it can say; never empty.
    pub(crate) senses: Vec<Sense>,
    /// Its form here.
    pub(crate) form: VerbForm,
}

/// When a verb says that its act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// "arrived", "was sent", or a participle that may stand for either.
    Past,
    /// "has arrived".
    Perfect,
    /// "are".
    Present,
    /// "will arrive", "is to arrive".
    Future,
    /// "would arrive", "may arrive".
    Modal,
    /// "to arrive", "arriving": as the verb it hangs on.
    Open,
}

impl Time {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Perfect => "perfect",
            Self::Present => "present",
            Self::Future => "future",
            Self::Modal => "modal",
            Self::Open => "open",
        }
    }
}

impl Phrase {
    /// Whether a subject or an object can be made of it.
    pub(crate) fn is_nominal(&self) -> bool {
        matches!(
            self.what,
            Kind::People(_)
                | Kind::Kit(_)
                | Kind::Sum(_)
                | Kind::Actors(_)
                | Kind::Site(_)
                | Kind::Place(_)
                | Kind::MoneyNoun
                | Kind::Event(_)
                | Kind::Instrument(_)
                | Kind::Noun
                | Kind::Percent
        )
    }

    /// Whether it is a noun made from a verb that can say this.
    pub(crate) fn is_event(&self, sense: Sense) -> bool {
        matches!(&self.what, Kind::Event(senses) if senses.contains(&sense))
    }

    /// Its group of people.
    pub(crate) fn group(&self) -> Option<&Group> {
        if let Kind::People(group) = &self.what { Some(group) } else { None }
    }

    /// Its verb group.
    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        if let Kind::Verb(verb) = &self.what { Some(verb) } else { None }
    }

    /// Its actors; none for another kind of phrase.
    pub(crate) fn actors(&self) -> &[Actor] {
        if let Kind::Actors(actors) = &self.what { actors } else { &[] }
    }
}

impl Kit {
    /// How many, also by an article alone: "a drone" is one.
    pub(crate) fn counted(&self) -> Option<(Quantity, Range<usize>)> {
        let one = || self.article.clone().map(|article| (Quantity::Exactly(1), article));
        self.number.clone().or_else(one)
    }
}

impl VerbGroup {
    /// Whether any of its verbs can say this.
    pub(crate) fn says(&self, sense: Sense) -> bool {
        self.verbs.iter().any(|verb| verb.senses.contains(&sense))
    }

    /// Whether any of its verbs can say any of these.
    pub(crate) fn says_any(&self, senses: &[Sense]) -> bool {
        senses.iter().any(|sense| self.says(*sense))
    }

    /// Whether its last verb can say any of these: what is done, when the others only say how surely.
    pub(crate) fn does(&self, senses: &[Sense]) -> bool {
        self.verbs.last().is_some_and(|verb| senses.iter().any(|sense| verb.senses.contains(sense)))
    }

    /// Whether a verb before the last can say any of these: "plan to send".
    pub(crate) fn led_by(&self, senses: &[Sense]) -> bool {
        let before = self.verbs.len().saturating_sub(1);
        self.verbs[..before].iter().any(|verb| senses.iter().any(|sense| verb.senses.contains(sense)))
    }
}
