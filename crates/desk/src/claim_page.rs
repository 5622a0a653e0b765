//! One claim opened: what it says, the words it stands in, where those come from, and what was decided on it.

use ledger::{Held, Ledger, Standing};
use model::{Basis, ClaimId, Decision, Document, Form, Published, Ruling};

use crate::{
    Fault, World,
    claim_table::one_line,
    report, sentence,
    short::ShortIds,
    table::{Column, Rows, Text},
};

/// How much of the text around a quote is shown, in bytes.
const AROUND: usize = 240;

/// Prints the page.
pub(crate) fn print(world: &mut World, ledger: &Ledger, held: &Held) -> Result<(), Fault> {
    let ids = ShortIds::of(ledger);
    let claim = &held.claim;
    let document = claim.quote().and_then(|quote| ledger.document(quote.document));
    let bold = anstyle::Style::new().bold();
    writeln!(world.out, " {bold}{}{bold:#}\n", sentence::sentence(claim))?;
    let quoted = claim
        .quote()
        .zip(document)
        .and_then(|(quote, document)| Some((quote.at.range(), quote.words(document)?, document)));
    if let Some((range, words, document)) = quoted {
        let (before, after) = around(&document.text, range.start, range.end);
        let mut rows = Rows::new(&[Column::Piece(""), Column::Words("")]);
        let quote = Text::Strong(one_line(words));
        for (mark, text) in [("", Text::Quiet(before)), (">", quote), ("", Text::Quiet(after))] {
            if !text.is_empty() {
                rows.add([mark.into(), text]);
            }
        }
        rows.print(world)?;
        writeln!(world.out)?;
    }
    let mut facts = facts(held, document);
    facts.push(("standing", standing(ledger.standing(held.id), ids)));
    facts.extend(ledger.decisions_on(held.id).map(|decision| ("decision", ruled(decision, held.id, ids))));
    // Not a table: an address that is broken into lines cannot be copied.
    for (name, value) in facts {
        let quiet = anstyle::Style::new().dimmed();
        writeln!(world.out, " {quiet}{name:<12}{quiet:#} {value}")?;
    }
    Ok(())
}

fn facts(held: &Held, document: Option<&Document>) -> Vec<(&'static str, String)> {
    let claim = &held.claim;
    let mut facts = vec![
        ("claim", held.id.to_string()),
        ("says it", format!("{}, as {}", claim.speaker, claim.modality)),
    ];
    if let Some(quantity) = claim.statement.quantity() {
        facts.push(("leaves open", quantity.bounds().to_string()));
    }
    match document {
        Some(document) => {
            let form = match document.form {
                Form::Report => "the source's own words",
                Form::Summary => "a summary of the source",
            };
            let publisher = document.publisher.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
            facts.push(("document", format!("{}{publisher} ({form})", document.title)));
            if let Some(address) = &document.address {
                facts.push(("address", address.to_string()));
            }
        }
        None => facts.push(("document", "none: entered by hand".to_owned())),
    }
    facts.push(("published", published(claim.published)));
    facts.push(("entered", format!("{}, entry {}", held.entered.strftime("%Y-%m-%d %H:%M:%SZ"), held.seq)));
    facts.push(("rule", report::rule(claim)));
    facts.push(("grade", format!("{}, {} eyes", claim.grade, claim.marking)));
    facts
}

/// A publication day and how it is known.
pub(crate) fn published(published: Published) -> String {
    let how = match published.basis {
        Basis::Given => "given",
        Basis::Metadata => "from the page's metadata",
        Basis::Dateline => "inferred from its dateline",
        Basis::LatestDate => "inferred: the latest past date in the text",
        Basis::DayRead => "not known: the day it was read",
    };
    format!("{}, {how}", published.day)
}

pub(crate) fn standing(standing: Standing, ids: ShortIds) -> String {
    match standing {
        Standing::Undecided => "undecided: it counts".to_owned(),
        Standing::Accepted => "accepted: it counts".to_owned(),
        Standing::Rejected => "rejected: it does not count".to_owned(),
        Standing::Replaced(with) => format!("replaced by {}", ids.short(with)),
    }
}

fn ruled(decision: &Decision, id: ClaimId, ids: ShortIds) -> String {
    let short = |other| ids.short(other);
    let what = match decision.ruling {
        ruling if decision.claim == id => sentence::ruled(ruling, short),
        Ruling::Replace { .. } => format!("put in the place of {}", short(decision.claim)),
        Ruling::SameAs { .. } => sentence::ruled(Ruling::SameAs { other: decision.claim }, short),
        Ruling::NotSame { .. } => sentence::ruled(Ruling::NotSame { other: decision.claim }, short),
        ruling @ (Ruling::Accept | Ruling::Reject) => sentence::ruled(ruling, short),
    };
    format!("{what}, by {}, {}: {}", decision.by, decision.made.strftime("%Y-%m-%d"), decision.why)
}

/// The text before and after a place, cut at word ends.
pub(crate) fn around(text: &str, start: usize, end: usize) -> (String, String) {
    let from = text.floor_char_boundary(start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((end + AROUND).min(text.len()));
    let mut before = one_line(&text[from..start]);
    let mut after = one_line(&text[end..to]);
    if from > 0 {
        before = format!("… {}", before.split_once(' ').map_or("", |(_, rest)| rest));
    }
    if to < text.len() {
        after = format!("{} …", after.rsplit_once(' ').map_or("", |(rest, _)| rest));
    }
    (before, after)
}
