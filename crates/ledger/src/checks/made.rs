//! A decision is made before it is entered: one from the future could never be undone.

use jiff::Timestamp;
use model::Decision;

use crate::Refusal;

pub(super) fn check(decision: &Decision, entered: Timestamp) -> Option<Refusal> {
    let made = decision.made;
    (made > entered).then_some(Refusal::MadeAhead { made, entered })
}
