//! A report as it comes in: bytes and what was told about them, made into a document.

use jiff::civil::Date;
use model::{Address, Basis, Claim, Document, Finding, Form, Grade, Marking, Name, Published, Source};
use pages::Page;
use reader::{Language, Packs, Reading};

use crate::{Fault, Kind, World, embedded, input::Input, looking};

/// What a person tells about reports.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct Told {
    /// The day the report was published; without it, the page's own, or inferred from the text and marked so
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    pub(crate) published: Option<Date>,

    /// Who published it; without it, whom the page names
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub(crate) publisher: Option<Name>,

    /// Where it can be found again: an URL or a reference; without it, the page's own
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
#[must_use]
pub fn packs() -> Packs {
    let packs = embedded::below("lexicons/").chain(embedded::below("missions/"));
    let files = packs.filter(|(name, _)| name.starts_with("lexicons/") || name.contains("/lexicon/"));
    // What a line of a pack has wrong is held by a test, not told to people.
    Packs::from_files(files).0
}

impl Told {
    /// The document that a page makes, called by its own title, else by `name`.
    ///
    /// `seen` is the last day on which it can have been published, where that is not today.
    pub(crate) fn document(
        &self,
        today: Date,
        name: &str,
        page: Page,
        seen: Option<Date>,
        packs: &Packs,
    ) -> Result<Document, Fault> {
        let named = |words: Option<String>| words.and_then(|words| Name::new(&words).ok());
        let title = named(page.title.clone()).map_or_else(|| Name::new(name), Ok);
        Ok(Document {
            title: title.map_err(|error| Fault::new(Kind::Input, error.to_string()))?,
            published: self.published_of(&page, seen.unwrap_or(today), packs),
            publisher: self.publisher.clone().or_else(|| named(page.publisher)),
            address: self.address.clone().or_else(|| named(page.address)).map(Address),
            form: Form::Report,
            marking: self.marking.unwrap_or(Marking::Public),
            text: page.text,
        })
    }

    /// The one document in an input.
    pub(crate) fn only(&self, world: &World, input: &Input, packs: &Packs) -> Result<Document, Fault> {
        let taken = pages::of_bytes(&input.bytes).into_iter().next().unwrap_or_default();
        match taken.page {
            Some(page) => self.document(world.today()?, &input.name(), page, taken.seen, packs),
            None => Err(input.unreadable(taken.findings, "it holds no text")),
        }
    }

    /// The day that was told, else the page's own, else what its text tells. A page's day that is yet to come is no
    /// day of publication; one day ahead it is, on the other side of the world.
    fn published_of(&self, page: &Page, today: Date, packs: &Packs) -> Published {
        let is_past = |day: &Date| today.tomorrow().is_ok_and(|tomorrow| *day <= tomorrow);
        match page.published.filter(is_past) {
            Some(day) if self.published.is_none() => Published { day, basis: Basis::Metadata },
            _ => {
                let told = page.language.as_deref().and_then(Language::of_tag);
                let lexicons = packs.of(&page.text, told.as_ref()).0;
                reader::published(&page.text, self.published, today, lexicons)
            }
        }
    }

    /// What the reader makes of it, with the grade that was told.
    pub(crate) fn read(&self, document: &Document, packs: &Packs) -> Reading {
        let (lexicons, no_pack) = packs.of(&document.text, None);
        if let Some(finding) = no_pack {
            return Reading { findings: vec![finding], ..Reading::default() };
        }
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
