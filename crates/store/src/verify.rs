//! Walking the whole chain of a store and holding what each entry is filed under against its content.

use ledger::{Break, Head, Seal, Seq, Walk};

use crate::{Page, Store, StoreError};

/// How far a walk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The entries walked.
    pub walked: u64,
    /// The entries that there were when the walk began.
    pub of: u64,
}

/// Walks all entries and returns the head, or [`StoreError::Broken`] with the first entry that does not fit.
///
/// The chain alone cannot tell that its last entries were cut off: `seal`, noted down earlier, can. `tell` is called
/// after each page. Entries that are written while it walks are walked too.
pub async fn verify(
    store: &dyn Store,
    seal: Option<Seal>,
    tell: &mut (dyn FnMut(Progress) + Send),
) -> Result<Option<Head>, StoreError> {
    let of = store.head().await?.map_or(0, |head| head.seq.0);
    let mut walk = Walk::new(seal);
    let mut from = Seq(1);
    loop {
        let page = store.filed(from, Page::default()).await?;
        let Some(last) = page.last() else { break };
        from = Seq(last.seq + 1);
        for filed in &page {
            let due = walk.next();
            let broken = |fault| Break { seq: due, fault };
            walk.step(filed.link().map_err(broken)?)?;
            filed.check_columns().map_err(broken)?;
        }
        tell(Progress { walked: walk.head().map_or(0, |head| head.seq.0), of });
    }
    let head = walk.end()?;
    store.examine().await?;
    Ok(head)
}
