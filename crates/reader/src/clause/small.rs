//! The small words that hold a sentence together: prepositions, conjunctions, articles, pronouns.

/// What a small word does in the shape of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Small {
    /// "the", "these", "its": what follows has been spoken of.
    Definite,
    /// "a", "some", "several": what follows is new.
    Indefinite,
    /// A preposition.
    Link(Link),
    /// "and", "or", "as well as": joins like to like.
    And,
    /// "but", "yet": joins and contrasts.
    But,
    /// "who", "which", "whose": opens a clause on the noun before it.
    Relative,
    /// "that": opens what is said, or a clause on the noun before it.
    That,
    /// A word that opens a dependent clause.
    Tie(Tie),
    /// A word that may stand inside a verb group: "currently", "soon".
    Adverb,
    /// "'s", or "'" after an s.
    Possessive,
    /// "to": before a noun a preposition, before a verb the sign of the infinitive.
    To,
    /// "do", "does", "did".
    Do,
    /// "he", "she", "I": one person.
    Person,
    /// "they", "them", "we": several.
    They,
    /// "it".
    It,
    /// Any other word.
    #[default]
    Other,
}

/// A preposition, as far as rules tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    From,
    To,
    In,
    Of,
    By,
    With,
    For,
    On,
    As,
    Including,
    Than,
    Other,
}

/// How a dependent clause hangs on its main clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    /// "when", "as", "while", "where": at the same time or place.
    When,
    /// "after", "once", "since".
    After,
    /// "before", "until".
    Before,
    /// "if", "unless", "should".
    If,
    /// "because", "although", "so".
    Because,
}

impl Small {
    /// Every class with its name in `grammar.tsv`.
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("definite", Self::Definite),
        ("indefinite", Self::Indefinite),
        ("from", Self::Link(Link::From)),
        ("into", Self::Link(Link::To)),
        ("in", Self::Link(Link::In)),
        ("of", Self::Link(Link::Of)),
        ("by", Self::Link(Link::By)),
        ("with", Self::Link(Link::With)),
        ("for", Self::Link(Link::For)),
        ("on", Self::Link(Link::On)),
        ("including", Self::Link(Link::Including)),
        ("than", Self::Link(Link::Than)),
        ("preposition", Self::Link(Link::Other)),
        ("and", Self::And),
        ("but", Self::But),
        ("relative", Self::Relative),
        ("that", Self::That),
        ("when", Self::Tie(Tie::When)),
        ("after", Self::Tie(Tie::After)),
        ("before", Self::Tie(Tie::Before)),
        ("if", Self::Tie(Tie::If)),
        ("because", Self::Tie(Tie::Because)),
        ("adverb", Self::Adverb),
        ("possessive", Self::Possessive),
        ("to", Self::To),
        ("do", Self::Do),
        ("person", Self::Person),
        ("they", Self::They),
        ("it", Self::It),
        ("other", Self::Other),
    ];

    /// The class of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }
}
