//! A claim is not shown to more people than the document that it quotes.

use model::{Claim, Marking};

use crate::{Known, Refusal};

pub(super) fn check(claim: &Claim, known: &Known) -> Option<Refusal> {
    let document = known.document.as_ref()?;
    let closed_enough = match (document.marking, claim.marking) {
        (Marking::Public, _) => true,
        // A party's marking is seen by that party and the mission's staff, so it is more open than `mission`.
        (Marking::Mission, claim) => claim == Marking::Mission,
        (Marking::Party(party), claim) => claim == Marking::Party(party) || claim == Marking::Mission,
    };
    let quote = claim.quote()?;
    (!closed_enough).then_some(Refusal::MarkedTooOpen(quote.document))
}
