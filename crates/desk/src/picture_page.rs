//! A picture as a page for the terminal: strength, disputes, mandate, sites, and what moved nothing.

use std::{collections::BTreeSet, io::Write};

use ledger::Ledger;
use model::{Bounds, ClaimId, Mandate, Modality, ResourceKind, Span, Whose};
use picture::{ActLine, Figure, Line, Picture};

use crate::{
    Fault, World, claim_table,
    contradictions::{self, number},
    hangs_on,
    prose::{self, PLAIN, QUIET, STRONG},
    sentence,
    short::ShortIds,
    strength_table::StrengthTable,
    table::{Column, Rows, Text, counted},
};

/// How many lines of a list are shown unless all are asked for, and in a gist.
const FIRST: usize = 6;
const FEWEST: usize = 3;

/// How much of a picture a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The strength in people, the first of what contradicts what, and the mandate's end.
    Gist,
    /// All parts, the first lines of each list.
    Page,
    /// Every line of every list.
    All,
    /// Every line, and the sentences behind each figure.
    Sources,
}

/// Prints the page.
pub(crate) fn print(
    world: &mut World,
    ledger: &Ledger,
    picture: &Picture,
    wanted: Wanted,
) -> Result<(), Fault> {
    let page = Page { ids: ShortIds::of(ledger), ledger, picture, wanted };
    page.heading(world)?;
    page.strength(world)?;
    contradictions::print(world, &page)?;
    if wanted == Wanted::Gist {
        writeln!(world.out)?;
        return page.mandate_end(world);
    }
    hangs_on::print(world, &page)?;
    page.mandate(world)?;
    page.sites(world)?;
    page.beside(world)
}

/// What every part of the page is printed from.
pub(crate) struct Page<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) picture: &'a Picture,
    pub(crate) wanted: Wanted,
    pub(crate) ids: ShortIds,
}

impl Page<'_> {
    fn heading(&self, world: &mut World) -> Result<(), Fault> {
        let asked = &self.picture.asked;
        let head = format!("{} on {}", asked.mission, asked.as_of);
        let rest = format!(", as known on {}, for {} eyes", asked.known_on, asked.viewer);
        writeln!(world.out, "{STRONG}{head}{STRONG:#}{rest}")?;
        for sentence in self.picture.gist() {
            prose::paragraph(world, &sentence)?;
        }
        Ok(())
    }

    /// One table for each kind of resource, its stages as columns.
    fn strength(&self, world: &mut World) -> Result<(), Fault> {
        let kinds = [
            (Some(ResourceKind::People), "People"),
            (Some(ResourceKind::Equipment), "Equipment"),
            (Some(ResourceKind::Money), "Money"),
            (None, "Of what is not said"),
        ];
        for (kind, title) in kinds {
            let table = StrengthTable::new(kind, &self.picture.lines);
            if table.is_empty() || (self.wanted == Wanted::Gist && kind != Some(ResourceKind::People)) {
                continue;
            }
            prose::heading(world, title, "")?;
            table.print(world)?;
            self.without_number(world, &table)?;
            if self.wanted == Wanted::Gist {
                continue;
            }
            for line in table.lines() {
                for note in &line.notes {
                    let claims = self.ids.list(&note.claims);
                    let name = format!("{}:", line.name());
                    prose::line(world, 1, &[(QUIET, &name), (PLAIN, &note.words), (QUIET, &claims)])?;
                }
            }
            if kind == Some(ResourceKind::Money) {
                self.converted(world)?;
            }
            if self.wanted == Wanted::Sources {
                for (name, figure) in table.figures() {
                    self.sources(world, &name, figure)?;
                }
            }
        }
        if self.picture.lines.is_empty() {
            writeln!(world.out, "\nNo claim known by then speaks of strength on that day.")?;
        }
        Ok(())
    }

    /// Money in other currencies, each with the rate that it was asked with.
    fn converted(&self, world: &mut World) -> Result<(), Fault> {
        for row in self.picture.converted() {
            let Some(best) = row.best else { continue };
            let currency = row.resource.trim_start_matches("money/");
            let what = format!("{}, {}: {currency} {}", row.party, row.stage, number(best));
            let bounds = if row.high == Some(row.low) {
                String::new()
            } else {
                Bounds { low: row.low, high: row.high }.to_string()
            };
            let rates: Vec<_> = row.converted.iter().map(ToString::to_string).collect();
            let how = format!("converted, {}", rates.join(", "));
            prose::line(world, 1, &[(PLAIN, &what), (PLAIN, &bounds), (QUIET, &how)])?;
        }
        Ok(())
    }

    /// In a sentence each: who promised without a number, who refused, of whom there are plans alone.
    fn without_number(&self, world: &mut World, table: &StrengthTable) -> Result<(), Fault> {
        let denied: BTreeSet<_> = self.picture.denials.iter().map(|noted| noted.claim).collect();
        let noted = |line: &Line| line.notes.iter().flat_map(|note| note.claims.clone()).collect();
        let promised = |line: &Line| {
            let figures = line.promised_in_all.iter().chain(line.stages.values());
            figures.flat_map(|figure| figure.claims.clone()).collect()
        };
        let (mut refused, mut planned) = (Vec::new(), Vec::new());
        for line in table.figureless() {
            let claims: BTreeSet<ClaimId> = noted(line);
            let list = if claims.is_disjoint(&denied) { &mut planned } else { &mut refused };
            list.push((line.name(), claims));
        }
        let unnumbered: Vec<_> =
            table.unnumbered().iter().map(|line| (line.name(), promised(line))).collect();
        for (how, list) in [
            ("Also promised, number not given:", unnumbered),
            ("Refused or denied:", refused),
            ("Only planned or proposed:", planned),
        ] {
            if list.is_empty() {
                continue;
            }
            let names: Vec<_> = list.iter().map(|(name, _)| name.as_str()).collect();
            let claims: BTreeSet<_> = list.iter().flat_map(|(_, claims)| claims.iter().copied()).collect();
            prose::line(
                world,
                1,
                &[(PLAIN, how), (PLAIN, &names.join("; ")), (QUIET, &self.ids.list(&claims))],
            )?;
        }
        Ok(())
    }

    /// How a figure was reached, and the words of each claim behind it.
    fn sources(&self, world: &mut World, name: &str, figure: &Figure) -> Result<(), Fault> {
        writeln!(world.out)?;
        let (head, how) = (format!("{name}: {figure}"), format!("({})", figure.how()));
        prose::line(world, 1, &[(STRONG, &head), (QUIET, &how)])?;
        self.quotes(world, &figure.claims)
    }

    /// Each claim with its words.
    pub(crate) fn quotes(&self, world: &mut World, claims: &BTreeSet<ClaimId>) -> Result<(), Fault> {
        for held in claims.iter().filter_map(|id| self.ledger.claim(*id)) {
            let called = format!("{} {}", self.ids.short(held.id), held.claim.published);
            let document = held.claim.quote().and_then(|quote| self.ledger.document(quote.document));
            let words = claim_table::words(&held.claim, document);
            prose::line(world, 3, &[(QUIET, &called), (PLAIN, &words)])?;
        }
        Ok(())
    }

    fn mandate(&self, world: &mut World) -> Result<(), Fault> {
        let frame = &self.picture.frame;
        if frame.mandates.is_empty() && frame.proposals.is_empty() && frame.ceilings.is_empty() {
            return Ok(());
        }
        prose::heading(world, "Mandate and ceiling", "")?;
        let mut rows = Rows::new(&[Column::Piece(""), Column::Words(""), Column::Piece("")]);
        for act in frame.mandates.iter().chain(&frame.proposals) {
            rows.add([
                Text::Quiet(when(act.when)),
                Text::Plain(act_words(act)),
                Text::Quiet(self.ids.list(&act.claims)),
            ]);
        }
        for ceiling in &frame.ceilings {
            let how = match (ceiling.authorised, ceiling.in_force) {
                (true, true) => "ceiling in force",
                (true, false) => "earlier ceiling",
                (false, _) => "planned size",
            };
            let what = sentence::counted(ceiling.quantity, &ceiling.resource);
            rows.add([
                Text::Quiet(when(ceiling.when)),
                Text::Plain(format!("{how}: {what}")),
                Text::Quiet(self.ids.list(&ceiling.claims)),
            ]);
        }
        rows.print(world)?;
        self.mandate_end(world)
    }

    fn mandate_end(&self, world: &mut World) -> Result<(), Fault> {
        let Some(end) = &self.picture.frame.mandate_end else { return Ok(()) };
        let day = if end.earliest == end.latest {
            end.earliest.to_string()
        } else {
            format!("between {} and {}", end.earliest, end.latest)
        };
        let (how, claims) = (format!("({})", end.how), self.ids.list(&end.claims));
        prose::line(world, 1, &[(PLAIN, "The mandate ends"), (STRONG, &day), (PLAIN, &how), (QUIET, &claims)])
    }

    fn sites(&self, world: &mut World) -> Result<(), Fault> {
        let sites = &self.picture.frame.sites;
        if sites.is_empty() {
            return Ok(());
        }
        prose::heading(world, "Sites", "as last told")?;
        let mut rows = Rows::new(&[
            Column::Piece(""),
            Column::Words(""),
            Column::Piece(""),
            Column::Words(""),
            Column::Piece(""),
        ]);
        for site in sites {
            let last = site.history.last();
            let by = last.filter(|event| event.holder != Whose::Unstated);
            rows.add([
                Text::Quiet(last.map(|event| when(event.when)).unwrap_or_default()),
                Text::Plain(site.site.to_string()),
                Text::Strong(site.status.to_string()),
                Text::Plain(
                    by.map(|event| format!("by {}", sentence::subject(&event.holder))).unwrap_or_default(),
                ),
                Text::Quiet(last.map(|event| self.ids.list(&event.claims)).unwrap_or_default()),
            ]);
        }
        rows.print(world)
    }

    /// What stands beside the balances and moves none.
    fn beside(&self, world: &mut World) -> Result<(), Fault> {
        let Picture { plans, denials, frame, left_out, .. } = self.picture;
        let one = |id: ClaimId| BTreeSet::from([id]);
        let plans: Vec<_> = plans.iter().map(|noted| one(noted.claim)).collect();
        let denials: Vec<_> = denials.iter().map(|noted| one(noted.claim)).collect();
        let concerns: Vec<_> = frame.concerns.iter().map(|concern| concern.claims.clone()).collect();
        let meetings: Vec<_> = frame.engagements.iter().map(|meeting| meeting.claims.clone()).collect();
        for (title, how, list) in [
            ("Planned or proposed", "moves no figure", plans),
            ("Denied or refused", "moves no figure", denials),
            ("Concerns", "", concerns),
            ("Meetings, visits and statements", "", meetings),
        ] {
            if list.is_empty() {
                continue;
            }
            prose::heading(world, title, how)?;
            for claims in self.first(&list) {
                let words = claims.first().map(|id| self.words(*id)).unwrap_or_default();
                prose::line(world, 1, &[(PLAIN, &words), (QUIET, &self.ids.list(claims))])?;
            }
            self.rest(world, list.len())?;
        }
        let left_out: Vec<_> = [
            (left_out.rejected.len(), "rejected"),
            (left_out.replaced.len(), "replaced"),
            (left_out.later.len(), "of a later time"),
        ]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, why)| format!("{} {why}", counted(n, "claim", "claims")))
        .collect();
        if !left_out.is_empty() {
            writeln!(world.out, "\n {QUIET}left out: {}{QUIET:#}", left_out.join(", "))?;
        }
        Ok(())
    }

    fn words(&self, id: ClaimId) -> String {
        self.ledger.claim(id).map(|held| sentence::sentence(&held.claim)).unwrap_or_default()
    }

    /// The first lines of a list, as many as are shown of it.
    pub(crate) fn first<'b, T>(&self, list: &'b [T]) -> impl Iterator<Item = &'b T> {
        list.iter().take(self.most())
    }

    /// Says how many a list left out.
    pub(crate) fn rest(&self, world: &mut World, all: usize) -> Result<(), Fault> {
        if all > self.most() {
            let how = if self.wanted == Wanted::Page { "; `--all` shows them" } else { "" };
            writeln!(world.out, " {QUIET}and {} more{how}{QUIET:#}", all - self.most())?;
        }
        Ok(())
    }

    /// Whether every line of every list is wanted.
    pub(crate) fn shows_all(&self) -> bool {
        matches!(self.wanted, Wanted::All | Wanted::Sources)
    }

    /// How many lines of a list are shown.
    fn most(&self) -> usize {
        match self.wanted {
            Wanted::Gist => FEWEST,
            Wanted::Page => FIRST,
            Wanted::All | Wanted::Sources => usize::MAX,
        }
    }
}

fn when(span: Span) -> String {
    if span == Span::Unstated { String::new() } else { span.to_string() }
}

/// The act as a sentence; its day stands beside it.
fn act_words(act: &ActLine) -> String {
    let mandate = Mandate {
        act: act.act,
        instrument: act.instrument.clone(),
        body: act.body,
        span: Span::Unstated,
        until: act.until,
    };
    let how = match act.modality {
        Modality::Fact | Modality::Reported => String::new(),
        modality => format!("{modality}: "),
    };
    format!("{how}{}", sentence::acted(&mandate))
}
