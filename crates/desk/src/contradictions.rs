//! What in a picture cannot all be right, side by side, and what no claim accounts for.

use std::collections::BTreeSet;

use model::{ClaimId, Resource, ResourceKind, Whose};
use picture::{Dispute, Matter, Side};

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
    let disputes = &page.picture.disputes;
    if disputes.is_empty() {
        return Ok(());
    }
    prose::heading(world, "What contradicts what", "")?;
    for dispute in page.first(disputes) {
        prose::line(world, 1, &[(PLAIN, &about(dispute))])?;
        for (i, side) in dispute.sides.iter().enumerate() {
            let (not, words, why) = match i {
                0 => ("", format!("{},", side.words), format!("because {}", dispute.why)),
                _ if dispute.within_rounding => {
                    ("not", side.words.clone(), "which may be a rounded number".to_owned())
                }
                _ => ("not", side.words.clone(), String::new()),
            };
            let told = told_by(page, side);
            let claims = page.ids.list(&side.claims);
            let parts = [(PLAIN, not), (STRONG, &words), (PLAIN, &why), (QUIET, &told), (QUIET, &claims)];
            prose::line(world, 3, &parts)?;
            if page.wanted == Wanted::Sources {
                page.quotes(world, &side.claims)?;
            }
        }
    }
    page.rest(world, disputes.len())
}

/// `Kenya, 2025-02-06: how many deployed at once`.
fn about(dispute: &Dispute) -> String {
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
    let day = dispute.day.map(|day| format!(", {day}")).unwrap_or_default();
    format!("{}{day}: {about}", of_whom(&dispute.whose, &dispute.resource))
}

/// `Kenya`; `El Salvador, helicopters`.
fn of_whom(whose: &Whose, resource: &Resource) -> String {
    let whose = sentence::subject(whose);
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
    let unexplained = &page.picture.unexplained;
    if unexplained.is_empty() {
        return Ok(());
    }
    prose::heading(world, "What no claim accounts for", "")?;
    for one in page.first(unexplained) {
        let day = one.day.map(|day| format!(", {day}")).unwrap_or_default();
        let what = format!("{}{day}, {}:", of_whom(&one.whose, &one.resource), sentence::standing(one.stage));
        let rounding = if one.within_rounding { "(rounding may explain it)" } else { "" };
        let claims: BTreeSet<_> = one.stated.claims.union(&one.reckoned.claims).copied().collect();
        let claims = page.ids.list(&claims);
        prose::line(world, 1, &[(PLAIN, &what), (PLAIN, &one.words), (PLAIN, rounding), (QUIET, &claims)])?;
    }
    page.rest(world, unexplained.len())
}
