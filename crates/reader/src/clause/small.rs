//! The small words that hold a sentence together: prepositions, conjunctions, articles, pronouns.

/// What a small word does in the shape of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// The class of a word, by its lower-cased form.
pub(crate) fn small(word: &str) -> Small {
    use Link as L;
    match word {
        "the" | "these" | "those" | "this" | "its" | "their" | "his" | "her" | "our" | "my" | "both"
        | "all" => Small::Definite,
        "a" | "an" | "some" | "several" | "any" | "no" | "each" | "every" | "many" | "few" => {
            Small::Indefinite
        }
        "from" => Small::Link(L::From),
        "into" | "toward" | "towards" => Small::Link(L::To),
        "in" | "at" | "inside" | "near" | "across" | "throughout" | "around" | "within" => Small::Link(L::In),
        "of" => Small::Link(L::Of),
        "by" => Small::Link(L::By),
        "with" | "alongside" => Small::Link(L::With),
        "for" => Small::Link(L::For),
        "on" | "aboard" | "upon" => Small::Link(L::On),
        "including" | "counting" | "among" | "amongst" => Small::Link(L::Including),
        "than" => Small::Link(L::Than),
        "about" | "over" | "under" | "against" | "between" | "through" | "during" | "amid" | "despite"
        | "per" | "via" | "behind" | "besides" | "beyond" | "without" | "following" | "out" | "off"
        | "past" => Small::Link(L::Other),
        "and" | "or" | "nor" | "plus" | "&" => Small::And,
        "but" => Small::But,
        "who" | "whom" | "which" | "whose" => Small::Relative,
        "that" => Small::That,
        "when" | "as" | "while" | "where" | "whereas" => Small::Tie(Tie::When),
        "after" | "once" | "since" => Small::Tie(Tie::After),
        "before" | "until" | "till" => Small::Tie(Tie::Before),
        "if" | "unless" | "whether" | "provided" => Small::Tie(Tie::If),
        "because" | "although" | "though" | "so" => Small::Tie(Tie::Because),
        "currently" | "soon" | "now" | "then" | "also" | "still" | "ever" | "shortly" | "together"
        | "just" | "even" | "meanwhile" | "later" | "so-called" | "instead" | "too" | "again"
        | "once-again" | "there" | "here" | "abroad" | "therefore" | "however" | "today" | "being"
        | "formally" | "officially" | "finally" | "not" => Small::Adverb,
        "'s" | "'" => Small::Possessive,
        "to" => Small::To,
        "do" | "does" | "did" => Small::Do,
        "he" | "she" | "i" | "him" | "me" => Small::Person,
        "they" | "them" | "we" | "us" => Small::They,
        "it" => Small::It,
        "family" | "supply" | "assembly" | "rally" | "apply" | "reply" | "early" => Small::Other,
        _ if word.len() > 4 && word.ends_with("ly") => Small::Adverb,
        _ => Small::Other,
    }
}

/// The words for states that are not named: "six countries", "other nations".
pub(crate) fn is_countries(word: &str) -> bool {
    matches!(
        word,
        "countries"
            | "nations"
            | "states"
            | "governments"
            | "contributors"
            | "donors"
            | "partners"
            | "neighbours"
    )
}
