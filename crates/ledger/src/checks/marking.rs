//! A claim is not shown to more people than the document that it quotes.

use model::{Claim, Marking};

use crate::{Known, Refusal};

pub(super) fn check(claim: &Claim, known: &Known<'_>) -> Option<Refusal> {
    let document = known.document?;
    let closed_enough = match (document.marking, claim.marking) {
        (Marking::Public, _) => true,
        // A party's marking is seen by that party and the mission's staff, so it is more open than `mission`.
        (Marking::Mission, claim) => claim == Marking::Mission,
        (Marking::Party(party), claim) => claim == Marking::Party(party) || claim == Marking::Mission,
    };
    let quote = claim.quote()?;
    (!closed_enough).then_some(Refusal::MarkedTooOpen(quote.document))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::sample::{document, quoting};

    use super::*;

    /// Who may see what is marked so, told apart from the rule: anybody, the staff, Kenya, the Bahamas.
    fn audience(marking: Marking) -> BTreeSet<&'static str> {
        match marking.to_string().as_str() {
            "public" => ["anybody", "staff", "KEN", "BHS"].into(),
            "mission" => ["staff"].into(),
            "party:KEN" => ["staff", "KEN"].into(),
            "party:BHS" => ["staff", "BHS"].into(),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn every_pair_of_markings_is_taken_only_when_nobody_more_sees_the_claim() {
        let markings: Vec<Marking> = ["public", "mission", "party:KEN", "party:BHS"]
            .iter()
            .map(|words| words.parse().unwrap())
            .collect();
        for &of_document in &markings {
            for &of_claim in &markings {
                let document = document(1, of_document);
                let claim = quoting(1, &document, (0, 3), of_claim);
                let known = Known { document: Some(&document), ..Known::default() };
                let taken = check(&claim, &known).is_none();
                let wanted = audience(of_claim).is_subset(&audience(of_document));
                assert_eq!(taken, wanted, "a {of_claim} claim on a {of_document} document");
            }
        }
    }
}
