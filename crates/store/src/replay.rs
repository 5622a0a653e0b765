//! Reading a whole ledger into memory, page by page.

use jiff::Timestamp;
use ledger::{Break, Ledger, Recorded, Seq, Walk};

use crate::{Page, Store, StoreError};

/// The ledger as it is read, leaving out what was entered after `until`.
///
/// The chain is walked on the way, so that nothing is read out of a ledger whose entries were changed: the hash of an
/// entry costs little beside reading it. What it is filed under and the end of the chain are for [`crate::verify`].
pub async fn replay(store: &dyn Store, until: Option<Timestamp>) -> Result<Ledger, StoreError> {
    let mut ledger = Ledger::default();
    replay_each(store, until, &mut |recorded| ledger.add(recorded)).await?;
    Ok(ledger)
}

/// The same, handing over one entry after the other. Answers with the place of the first that was not: from there on
/// [`Store::entries`] goes on.
pub async fn replay_each(
    store: &dyn Store,
    until: Option<Timestamp>,
    take: &mut (dyn FnMut(Recorded) + Send),
) -> Result<Seq, StoreError> {
    let mut walk = Walk::new(None);
    let mut from = Seq(1);
    loop {
        let page = store.filed(from, Page::default()).await?;
        let Some(last) = page.last() else { return Ok(from) };
        let behind = Seq(last.seq + 1);
        for filed in page {
            let due = walk.next();
            walk.step(filed.link().map_err(|fault| Break { seq: due, fault })?)?;
            let recorded = filed.read()?;
            // The ledger's clock never runs backwards, so all that follows is later still.
            if until.is_some_and(|until| until < recorded.entered) {
                return Ok(due);
            }
            take(recorded);
        }
        from = behind;
    }
}
