//! Reading a whole ledger into memory, page by page.

use jiff::Timestamp;
use ledger::{Ledger, Seq};

use crate::{Page, Store, StoreError};

/// The ledger as it is read, leaving out what was entered after `until`.
pub async fn replay(store: &dyn Store, until: Option<Timestamp>) -> Result<Ledger, StoreError> {
    let mut ledger = Ledger::default();
    let mut from = Seq(1);
    loop {
        let page = store.entries(from, Page::default()).await?;
        let Some(last) = page.last() else { return Ok(ledger) };
        from = Seq(last.seq.0 + 1);
        for recorded in page {
            // The ledger's clock never runs backwards, so all that follows is later still.
            if until.is_some_and(|until| until < recorded.entered) {
                return Ok(ledger);
            }
            ledger.add(recorded);
        }
    }
}
