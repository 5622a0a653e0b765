//! Word order: where a language puts adjectives, and how its verbs are put together.

/// Where a language puts adjectives, and how its verbs are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit that a language has or has not")]
pub(crate) struct Order {
    /// "policiers kényans": what tells more of a noun may stand behind it.
    pub(crate) adjectives_follow: bool,
    /// "sont arrivés": verbs of motion make their perfect with "be".
    pub(crate) perfect_with_be: bool,
    /// "ont envoyé": the perfect is how the past is told.
    pub(crate) perfect_tells_past: bool,
    /// "entend envoyer": a bare verb may follow another without a mark.
    pub(crate) bare_verbs_chain: bool,
    /// "partis d'Haïti", "rentrés au Kenya": the prepositions of place tell a direction behind a verb of motion.
    pub(crate) motion_gives_direction: bool,
}

impl Order {
    /// The habits by their names in `language.tsv`.
    pub(crate) const NAMES: [&str; 5] = [
        "adjectives follow",
        "perfect with be",
        "perfect tells past",
        "bare verbs chain",
        "motion gives direction",
    ];

    /// Takes in a habit by its name; the error lists them.
    pub(crate) fn learn(&mut self, name: &str) -> Result<(), String> {
        match name {
            "adjectives follow" => self.adjectives_follow = true,
            "perfect with be" => self.perfect_with_be = true,
            "perfect tells past" => self.perfect_tells_past = true,
            "bare verbs chain" => self.bare_verbs_chain = true,
            "motion gives direction" => self.motion_gives_direction = true,
            _ => return Err(format!("`{name}` is not one of: {}", Self::NAMES.join(", "))),
        }
        Ok(())
    }
}
