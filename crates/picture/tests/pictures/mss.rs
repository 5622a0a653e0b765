//! The MSS claims table: what the picture makes of it on four days.

use exchange::claims_table::import;
use ledger::Entry;
use picture::picture;

use crate::book::{asked, ledger};

#[test]
fn show() {
    let table = include_str!("../../../../missions/mss/claims.csv");
    let import = import(table, &"MSS".parse().unwrap());
    let entries =
        import.documents.into_iter().map(Entry::Document).chain(import.claims.into_iter().map(Entry::Claim));
    let ledger = ledger(entries);
    for day in ["2024-07-20", "2024-11-08", "2025-02-28", "2025-10-01"] {
        let picture = picture(&ledger, &asked(day, "2025-10-02"));
        eprintln!("=== {day}");
        for line in &picture.lines {
            eprintln!("{}", line.sentence());
            for (stage, figure) in &line.stages {
                eprintln!("      {stage}: {} ", figure.how);
            }
            for note in &line.notes {
                eprintln!("    note {}", note.words);
            }
        }
        for line in &picture.sums {
            eprintln!("sum {}", line.sentence());
        }
        for it in &picture.disputes {
            eprintln!("  ? {}", it.sentence());
        }
        for it in &picture.unexplained {
            eprintln!("  # {} {:?} {} {}", it.whose, it.day, it.words, it.within_rounding);
        }
        for e in &picture.events {
            eprintln!(
                "  > {} {} {} {:?} {} {}-{:?}-{:?} {:?}",
                e.whose, e.resource, e.step, e.first_day, e.last_day, e.low, e.best, e.high, e.use_
            );
        }
        for c in &picture.frame.ceilings {
            eprintln!(
                "  ceiling {} {} auth {} force {} {}",
                c.quantity, c.resource, c.authorised, c.in_force, c.when
            );
        }
        for c in &picture.frame.mandates {
            eprintln!("  mandate {} {:?} {:?} {} {}", c.act, c.body, c.instrument, c.when, c.until);
        }
        eprintln!("  end {:?}", picture.frame.mandate_end);
        for c in &picture.frame.proposals {
            eprintln!("  proposal {} {:?} {} {}", c.act, c.body, c.when, c.until);
        }
        for c in &picture.frame.sites {
            eprintln!(
                "  site {} {} {:?}",
                c.site,
                c.status,
                c.history.iter().map(|h| format!("{} {} {}", h.status, h.holder, h.when)).collect::<Vec<_>>()
            );
        }
    }
}
