//! What in a picture cannot all be right, side by side, and what no claim accounts for.

use std::collections::BTreeSet;

use model::{ClaimId, Quantity, Resource, ResourceKind, Stage};
use picture::{Contributor, Dispute, Matter, Outvoted, Side, Unexplained};

use crate::{
    Fault, World,
    picture_page::{Page, Wanted},
    prose::{self, PLAIN, QUIET, STRONG},
    sentence,
    table::counted,
};

/// Prints both lists.
pub(crate) fn print(world: &mut World, page: &Page) -> Result<(), Fault> {
    disputes(world, page)?;
    unexplained(world, page)
}

fn disputes(world: &mut World, page: &Page) -> Result<(), Fault> {
    let people = |resource: &Resource| resource.kind() == Some(ResourceKind::People);
    let wanted = |dispute: &&Dispute| page.wanted != Wanted::Gist || people(&dispute.resource);
    let all: Vec<&Dispute> = page.picture.disputes.iter().filter(wanted).collect();
    let shown: Vec<&Dispute> =
        all.iter().copied().filter(|dispute| page.shows_all() || dispute.bears).collect();
    if all.is_empty() {
        return Ok(());
    }
    prose::heading(world, "What contradicts what", "the figure taken stands first, what weighs most first")?;
    for dispute in page.first(&shown) {
        prose::line(world, 1, &[(PLAIN, &about(dispute))])?;
        let why = dispute.why.as_ref().map(|why| format!("because {why}"));
        let follows = if dispute.taken.claims.is_empty() { "by what else is told" } else { "" };
        side(world, page, &dispute.taken, [("", PLAIN), (why.as_deref().unwrap_or(follows), PLAIN)])?;
        for outvoted in &dispute.outvoted {
            let rounding = if outvoted.within_rounding { "which may be a rounded number" } else { "" };
            side(world, page, &outvoted.said, [("not", PLAIN), (rounding, PLAIN)])?;
            if let Some(words) = if_right(outvoted) {
                prose::line(world, 5, &[(QUIET, &words), (QUIET, &page.ids.list(&outvoted.by))])?;
            }
        }
    }
    page.rest(world, shown.len())?;
    let later = all.len() - shown.len();
    if later > 0 && page.wanted == Wanted::Page {
        let later = counted(later, "of a later day", "of later days");
        writeln!(world.out, " {QUIET}and {later} that bear on nothing here; `--all` shows them{QUIET:#}")?;
    }
    Ok(())
}

/// One figure with what stands before and behind it, who tells it, and the words where they are wanted.
fn side(
    world: &mut World,
    page: &Page,
    side: &Side,
    [before, behind]: [(&str, anstyle::Style); 2],
) -> Result<(), Fault> {
    let words = if behind.0.is_empty() { side.words.clone() } else { format!("{},", side.words) };
    let (told, claims) = (told_by(page, side), page.ids.list(&side.claims));
    let parts = [
        (before.1, before.0),
        (STRONG, words.as_str()),
        (behind.1, behind.0),
        (QUIET, told.as_str()),
        (QUIET, claims.as_str()),
    ];
    prose::line(world, 3, &parts)?;
    if page.wanted == Wanted::Sources {
        page.quotes(world, &side.claims)?;
    }
    Ok(())
}

/// What would be, were it right.
fn if_right(outvoted: &Outvoted) -> Option<String> {
    let untold = format!("{} more would have moved untold", number(outvoted.untold_if_right));
    let left = "these would be left further:";
    match (outvoted.untold_if_right, outvoted.by.is_empty()) {
        (0, true) => None,
        (0, false) => Some(format!("if right, {left}")),
        (_, true) => Some(format!("if right, {untold}")),
        (_, false) => Some(format!("if right, {untold} and {left}")),
    }
}

/// `Kenya, 2025-02-06: how many deployed at once`.
pub(crate) fn about(dispute: &Dispute) -> String {
    let (how_many, are) = match dispute.resource.kind() {
        Some(ResourceKind::Money) => ("how much", "is"),
        _ => ("how many", "are"),
    };
    let about = match &dispute.about {
        Matter::Strength(stage) => format!("{how_many} {are} {}", sentence::standing(*stage)),
        Matter::PromisedInAll => format!("{how_many} {are} promised in all"),
        Matter::Event(step) => format!("{how_many} {} at once", sentence::done(*step)),
        Matter::HowManyEvents(step) => format!("{} once or twice", sentence::done(*step)),
    };
    format!("{}, {}: {about}", of_whom(&dispute.whose, &dispute.resource), dispute.day)
}

/// `Kenya`; `El Salvador, helicopters`.
pub(crate) fn of_whom(whose: &Contributor, resource: &Resource) -> String {
    let whose = whose.name();
    match resource {
        Resource::People(_) => whose,
        Resource::Equipment(kind) => format!("{whose}, {}", kind.0),
        Resource::Money(currency) => format!("{whose}, {currency}"),
        Resource::Unstated => format!("{whose}, of what is not said"),
    }
}

/// `(1 report, 2025-02-06)`, `(3 reports, newest 2025-02-08)`.
fn told_by(page: &Page, side: &Side) -> String {
    let held = || side.claims.iter().filter_map(|id| page.ledger.claim(*id));
    let by_hand = |id: ClaimId| id.to_string();
    let reports: BTreeSet<String> = held()
        .map(|held| held.claim.quote().map_or_else(|| by_hand(held.id), |quote| quote.document.to_string()))
        .collect();
    let Some(newest) = held().map(|held| held.claim.published.day).max() else { return String::new() };
    let when = if reports.len() == 1 { newest.to_string() } else { format!("newest {newest}") };
    format!("({}, {when})", counted(reports.len(), "report", "reports"))
}

fn unexplained(world: &mut World, page: &Page) -> Result<(), Fault> {
    let of_note = |gap: &&Unexplained| {
        let wanted = page.wanted != Wanted::Gist || gap.resource.kind() == Some(ResourceKind::People);
        page.shows_all() || (wanted && gap.is_of_note())
    };
    let shown: Vec<&Unexplained> = page.picture.unexplained.iter().filter(of_note).collect();
    if shown.is_empty() {
        return Ok(());
    }
    prose::heading(world, "What no claim accounts for", "")?;
    for gap in page.first(&shown) {
        let whose = of_whom(&gap.whose, &gap.resource);
        let what = match gap.stage {
            Stage::Promised => format!("{whose}, promised in all, by {}:", gap.by),
            stage => format!("{whose}, {}, by {}:", sentence::standing(stage), gap.by),
        };
        let way = if gap.amount < 0 { "fewer" } else { "more" };
        let size = format!("{} {way}", number(gap.amount.unsigned_abs()));
        let than = format!("than the {} reckoned", number(gap.reckoned));
        let (stated, before) = (page.ids.list(&gap.stated), page.ids.list(&gap.before));
        let against = if stated.is_empty() || before.is_empty() { "" } else { "against" };
        let parts = [(PLAIN, &*what), (STRONG, &*size), (PLAIN, &*than), (QUIET, &*stated), (QUIET, against)];
        prose::line(world, 1, &[&parts[..], &[(QUIET, &*before)]].concat())?;
    }
    page.rest(world, shown.len())
}

pub(crate) fn number(n: u64) -> String {
    Quantity::Exactly(n).to_string()
}
