//! The fit as a page for the terminal: strength, what the movements alone say, what was outvoted, what nobody tells of,
//! and what the bounds hang on.

use std::{collections::BTreeMap, io::Write};

use ledger::Ledger;
use model::{Quantity, Resource, ResourceKind, Stage, Whose};
use picture::{
    Basis, Figure, Line, Matter,
    fit::{Contributor, FittedFigure, FittedPicture, HangsOn, Line as Of, Outvoted},
};

use crate::{
    Fault, World,
    prose::{self, PLAIN, QUIET, STRONG},
    sentence,
    short::ShortIds,
    strength_table::StrengthTable,
    table::counted,
};

/// How many lines of a list are shown unless all are asked for.
const FIRST: usize = 6;

/// A bound is wide that is further from its figure than one part in so many.
const WIDE: u64 = 20;

/// Prints the page.
pub(crate) fn print(
    world: &mut World,
    ledger: &Ledger,
    fitted: &FittedPicture,
    all: bool,
) -> Result<(), Fault> {
    let page = Page { ids: ShortIds::of(ledger), fitted, all };
    page.heading(world)?;
    page.strength(world)?;
    page.movements(world)?;
    page.outvoted(world)?;
    page.unexplained(world)?;
    page.hangs_on(world)?;
    page.not_weighed(world)
}

struct Page<'a> {
    fitted: &'a FittedPicture,
    all: bool,
    ids: ShortIds,
}

impl Page<'_> {
    fn heading(&self, world: &mut World) -> Result<(), Fault> {
        let asked = &self.fitted.asked;
        let head = format!("{} on {}", asked.mission, asked.as_of);
        let rest = format!(", as known on {}, for {} eyes", asked.known_on, asked.viewer);
        writeln!(world.out, "{STRONG}{head}{STRONG:#}{rest}")?;
        let what = "the least contradicted reading, on trial; bounds: with any one source left out";
        Ok(writeln!(world.out, "{QUIET}{what}{QUIET:#}")?)
    }

    fn strength(&self, world: &mut World) -> Result<(), Fault> {
        let (sums, own) = lines(&self.fitted.figures);
        for (kind, title) in [(ResourceKind::People, "People"), (ResourceKind::Equipment, "Equipment")] {
            let (numbered, unnumbered): (Vec<_>, Vec<_>) = (own.iter())
                .filter(|line| line.resource.kind() == Some(kind))
                .cloned()
                .partition(|line| figures(line).any(|figure| figure.best.is_some()));
            let table = StrengthTable::new(Some(kind), &numbered, &sums);
            if numbered.is_empty() && unnumbered.is_empty() {
                continue;
            }
            prose::heading(world, title, "")?;
            table.print(world)?;
            if !unnumbered.is_empty() {
                let names: Vec<_> = unnumbered.iter().map(Line::name).collect();
                prose::line(world, 1, &[(PLAIN, "Number not given:"), (PLAIN, &names.join("; "))])?;
            }
            if table.lines().any(|line| line.whose == Whose::Unstated) {
                let why = "unstated: what figures of the whole mission hold beyond the parties named";
                prose::line(world, 1, &[(QUIET, why)])?;
            }
        }
        if self.fitted.figures.is_empty() {
            writeln!(world.out, "\nNo claim known by then speaks of strength on that day.")?;
        }
        Ok(())
    }

    fn movements(&self, world: &mut World) -> Result<(), Fault> {
        let differ = self.fitted.figures.iter().filter_map(|figure| {
            let (told, best) = (figure.by_movements?, figure.best?);
            (told != best)
                .then(|| (name(figure), format!("{} by the movements told,", number(told)), number(best)))
        });
        let differ: Vec<_> = differ.collect();
        if differ.is_empty() {
            return Ok(());
        }
        prose::heading(world, "What the movements alone say", "")?;
        for (name, told, best) in self.first(&differ) {
            let best = format!("{best} taken");
            prose::line(world, 1, &[(PLAIN, &format!("{name}:")), (PLAIN, told), (STRONG, &best)])?;
        }
        self.rest(world, differ.len())
    }

    fn outvoted(&self, world: &mut World) -> Result<(), Fault> {
        let shown: Vec<_> = self.fitted.outvoted.iter().filter(|claim| self.all || claim.bears).collect();
        let later = self.fitted.outvoted.len() - shown.len();
        if self.fitted.outvoted.is_empty() {
            return Ok(());
        }
        prose::heading(world, "Outvoted", "what weighs most first")?;
        for claim in self.first(&shown) {
            let head = format!(
                "{}, {}{}, {}:",
                sentence::subject(&claim.whose),
                of_equipment(&claim.resource),
                about(claim.about),
                claim.day
            );
            let reading = format!("against {}", number(claim.reading));
            let ids = self.ids.list(&claim.stated.claims);
            prose::line(
                world,
                1,
                &[(PLAIN, &head), (STRONG, &claim.stated.words), (PLAIN, &reading), (QUIET, &ids)],
            )?;
            let by = self.ids.list(&claim.by);
            if let Some(words) = if_right(claim) {
                prose::line(world, 3, &[(PLAIN, &words), (QUIET, &by)])?;
            }
        }
        self.rest(world, shown.len())?;
        if later > 0 {
            let later = counted(later, "claim", "claims");
            writeln!(world.out, " {QUIET}and {later} on later days; `--all` shows them{QUIET:#}")?;
        }
        Ok(())
    }

    fn unexplained(&self, world: &mut World) -> Result<(), Fault> {
        // That those who left a stage had come there at some time needs no claim to say so.
        let unexplained = self.fitted.unexplained.iter().filter(|moved| self.all || !moved.stated.is_empty());
        let mut unexplained: Vec<_> = unexplained.collect();
        if unexplained.is_empty() {
            return Ok(());
        }
        unexplained.sort_by_key(|moved| std::cmp::Reverse(moved.amount.unsigned_abs()));
        prose::heading(world, "What no claim accounts for", "the largest first")?;
        for moved in self.first(&unexplained) {
            let whose = contributor(moved.contributor);
            let head =
                format!("{whose}, {}{}, by {}:", of_equipment(&moved.resource), line(moved.line), moved.by);
            let size = number(moved.amount.unsigned_abs());
            let way = if moved.amount < 0 { "fewer" } else { "more" };
            let told = format!("than the {} reckoned", number(moved.reckoned));
            let stated = format!("{} against {}", self.ids.list(&moved.stated), self.ids.list(&moved.before));
            let stated = stated.trim_start_matches(" against ").trim_end_matches(" against ");
            prose::line(
                world,
                1,
                &[(PLAIN, &head), (STRONG, &format!("{size} {way}")), (PLAIN, &told), (QUIET, stated)],
            )?;
        }
        self.rest(world, unexplained.len())
    }

    fn hangs_on(&self, world: &mut World) -> Result<(), Fault> {
        let mut wide = Vec::new();
        for figure in &self.fitted.figures {
            let Some(best) = figure.best else { continue };
            let is_wide = |bound: u64| bound.abs_diff(best).saturating_mul(WIDE) > best.max(1);
            let low = figure.low_hangs_on.as_ref().filter(|_| is_wide(figure.low));
            let high = figure.high.filter(|high| is_wide(*high)).zip(figure.high_hangs_on.as_ref());
            let ends = low.map(|on| (figure.low, on)).into_iter().chain(high);
            wide.extend(ends.map(|(bound, on)| (bound.abs_diff(best), name(figure), best, bound, on)));
        }
        if wide.is_empty() {
            return Ok(());
        }
        wide.sort_by_key(|(width, ..)| std::cmp::Reverse(*width));
        prose::heading(world, "What a wide bound hangs on", "the widest first")?;
        for (_, name, best, bound, on) in self.first(&wide) {
            let (best, bound) = (format!("{name}: {},", number(*best)), number(*bound));
            let ids = self.ids.list(&on.claims);
            let without = format!("without {}", called(on));
            prose::line(world, 1, &[(PLAIN, &best), (STRONG, &bound), (PLAIN, &without), (QUIET, &ids)])?;
        }
        self.rest(world, wide.len())
    }

    fn not_weighed(&self, world: &mut World) -> Result<(), Fault> {
        let (claims, alone) = (&self.fitted.not_weighed, self.fitted.figures.iter());
        let alone = alone
            .filter(|figure| figure.rests_on.is_some() && figure.contributor != Contributor::Sum)
            .count();
        let words = [
            (alone, format!("{} on one source alone", counted(alone, "figure rests", "figures rest"))),
            (
                claims.len(),
                format!(
                    "not weighed: {} of money, of later promises, of nobody named, or that may repeat others",
                    counted(claims.len(), "claim", "claims")
                ),
            ),
        ];
        let words: Vec<_> = words.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
        if words.is_empty() {
            return Ok(());
        }
        writeln!(world.out)?;
        prose::line(world, 1, &[(QUIET, &words.join("; "))])
    }

    fn first<'b, T>(&self, list: &'b [T]) -> impl Iterator<Item = &'b T> {
        list.iter().take(self.most())
    }

    /// Says how many a list left out.
    fn rest(&self, world: &mut World, all: usize) -> Result<(), Fault> {
        if all > self.most() {
            writeln!(world.out, " {QUIET}and {} more{QUIET:#}", all - self.most())?;
        }
        Ok(())
    }

    fn most(&self) -> usize {
        if self.all { usize::MAX } else { FIRST }
    }
}

/// The figures as lines of a strength table: sums, and those of each contributor.
fn lines(figures: &[FittedFigure]) -> (Vec<Line>, Vec<Line>) {
    let mut lines: BTreeMap<(&Resource, Contributor), Line> = BTreeMap::new();
    for fitted in figures {
        let whose = match fitted.contributor {
            Contributor::Party(party) => Whose::Party(party),
            Contributor::Others => Whose::Unstated,
            Contributor::Sum => Whose::Mission,
        };
        let line = lines.entry((&fitted.resource, fitted.contributor)).or_insert_with(|| Line {
            whose,
            resource: fitted.resource.clone(),
            promised_in_all: None,
            stages: BTreeMap::new(),
            counts: Vec::new(),
            notes: Vec::new(),
        });
        match fitted.line {
            Of::PromisedInAll => line.promised_in_all = Some(figure(fitted)),
            Of::In(stage) => {
                line.stages.insert(stage, figure(fitted));
            }
        }
    }
    let (sums, own): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|((_, contributor), _)| *contributor == Contributor::Sum);
    let alone = |lines: Vec<(_, Line)>| lines.into_iter().map(|(_, line)| line).collect();
    (alone(sums), alone(own))
}

fn figures(line: &Line) -> impl Iterator<Item = &Figure> {
    line.promised_in_all.iter().chain(line.stages.values())
}

fn figure(fitted: &FittedFigure) -> Figure {
    Figure {
        low: fitted.low,
        best: fitted.best,
        high: fitted.high,
        stated: None,
        basis: Basis::CountAndMovements,
        since: None,
        days_old: 0,
        claims: fitted.claims.clone(),
        how: String::new(),
    }
}

/// What would be, were the claim right.
fn if_right(claim: &Outvoted) -> Option<String> {
    let untold = format!("{} more would have moved untold", number(claim.untold_if_right));
    let left = "these would be left further:";
    match (claim.untold_if_right, claim.by.is_empty()) {
        (0, true) => None,
        (0, false) => Some(format!("if right, {left}")),
        (_, true) => Some(format!("if right, {untold}")),
        (_, false) => Some(format!("if right, {untold} and {left}")),
    }
}

fn name(figure: &FittedFigure) -> String {
    let whose = contributor(figure.contributor);
    format!("{whose}, {}{}", of_equipment(&figure.resource), line(figure.line))
}

fn contributor(contributor: Contributor) -> String {
    match contributor {
        Contributor::Party(party) => sentence::subject(&Whose::Party(party)),
        Contributor::Others => "Others".to_owned(),
        Contributor::Sum => "All".to_owned(),
    }
}

/// What kind of equipment, before what became of it; nothing for people.
fn of_equipment(resource: &Resource) -> String {
    match resource {
        Resource::Equipment(kind) => format!("{} ", kind.0),
        _ => String::new(),
    }
}

fn line(line: Of) -> &'static str {
    match line {
        Of::PromisedInAll => "promised in all",
        Of::In(Stage::Promised) => "still owed",
        Of::In(stage) => sentence::standing(stage),
    }
}

fn about(about: Matter) -> String {
    match about {
        Matter::PromisedInAll => "promised in all".to_owned(),
        Matter::Strength(stage) => sentence::standing(stage).to_owned(),
        Matter::Event(step) | Matter::HowManyEvents(step) => format!("{} at once", sentence::done(step)),
    }
}

fn called(on: &HangsOn) -> String {
    on.source.clone().unwrap_or_else(|| "an unnamed source".to_owned())
}

fn number(n: u64) -> String {
    Quantity::Exactly(n).to_string()
}
