//! A report as it comes in: bytes and what was told about them, made into a document.

use jiff::civil::Date;
use model::{Address, Claim, Document, Finding, Form, Grade, Marking, Name, Source};
use reader::{Lexicons, Reading};

use crate::{Fault, World, embedded, input::Input, looking};

/// What a person tells about reports.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct Told {
    /// The day the report was published; without it, inferred from the text and marked so
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    pub(crate) published: Option<Date>,

    /// Who published it
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub(crate) publisher: Option<Name>,

    /// Where it can be found again: an URL or a reference
    #[arg(long, value_name = "ADDRESS", value_parser = name)]
    pub(crate) address: Option<Name>,

    /// Who may see it: `public`, `mission` or `party:KEN`
    #[arg(long, value_name = "MARKING", default_value = "public")]
    pub(crate) marking: Option<Marking>,

    /// How far it may be trusted, by the Admiralty code, such as `B2`; `C3` (ungraded press) if not given
    #[arg(long, value_name = "GRADE")]
    pub(crate) grade: Option<Grade>,
}

/// The words of every pack that this program carries.
pub(crate) fn lexicons() -> Lexicons {
    let packs = embedded::below("lexicons/").chain(embedded::below("missions/"));
    let files = packs.filter(|(name, _)| name.starts_with("lexicons/") || name.contains("/lexicon/"));
    // What a line of a pack has wrong is held by a test, not told to people.
    Lexicons::from_files(files).0
}

impl Told {
    /// The document, and what of the bytes could not be read.
    pub(crate) fn document(
        &self,
        world: &World,
        input: &Input,
        lexicons: &Lexicons,
    ) -> Result<(Document, Vec<Finding>), Fault> {
        let (text, findings) = reader::text_of(&input.bytes);
        let Some(text) = text else {
            return Err(input.unreadable(findings, "it holds no text"));
        };
        let document = Document {
            title: Name::new(&input.name()).map_err(|error| Fault::input(&input.path, error))?,
            publisher: self.publisher.clone(),
            address: self.address.clone().map(Address),
            published: reader::published(&text, self.published, world.today()?, lexicons),
            form: Form::Report,
            marking: self.marking.unwrap_or(Marking::Public),
            text,
        };
        Ok((document, findings))
    }

    /// What the reader makes of it, with the grade that was told.
    pub(crate) fn read(&self, document: &Document, lexicons: &Lexicons) -> Reading {
        let mut reading = reader::read(document, lexicons);
        if let Some(grade) = self.grade {
            for claim in &mut reading.claims {
                claim.grade = grade;
            }
        }
        reading
    }
}

/// What there is to say of a text as a whole, which is said without being asked for: that not all of it could be read,
/// or that it speaks of no mission. Other findings are of a place in it.
pub(crate) fn remarks(findings: &[Finding]) -> impl Iterator<Item = String> {
    findings.iter().filter(|finding| finding.at.is_none()).map(advice)
}

/// A finding with what to do about it.
pub(crate) fn advice(finding: &Finding) -> String {
    let hint = finding.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
    finding.message.clone() + &hint
}

pub(crate) fn name(words: &str) -> Result<Name, String> {
    Name::new(words).map_err(|_| "empty; write a name, or leave it out".to_owned())
}

/// The rule that made a claim.
pub(crate) fn rule(claim: &Claim) -> String {
    match &claim.source {
        Source::Read { rule, .. } => rule.to_string(),
        Source::ByHand { by } => format!("by hand: {by}"),
    }
}
