//! A ruling that is about to be made: a decision but for its moment, which whoever writes gives it.

use ledger::{Dating, Ledger};
use model::{ClaimId, Decision, Name, Ruling};

/// What a person rules on a claim.
#[derive(Clone, Debug)]
pub(crate) struct Ruled {
    pub(crate) claim: ClaimId,
    pub(crate) ruling: Ruling,
    pub(crate) by: Name,
    pub(crate) why: Name,
}

impl Ruled {
    /// The decision, the last on its claims in this ledger.
    pub(crate) fn dated(&self, dating: &mut Dating, ledger: &Ledger) -> Decision {
        let Self { claim, ruling, by, why } = self.clone();
        Decision { claim, ruling, by, why, made: dating.date(ledger, claim, ruling) }
    }
}
