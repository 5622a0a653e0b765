//! Which body of people a later phrase means.

use model::Whose;

use crate::clause::Group;

use super::{Discourse, Spoken};

impl Discourse {
    /// The latest body of people that this one can be: of the same number if it has one ("these 24"), and of a
    /// service that does not clash.
    pub(crate) fn antecedent(&self, group: &Group) -> Option<&Spoken> {
        let number = group.number.as_ref().and_then(|(quantity, _)| quantity.number());
        let known = |spoken: &&Spoken| {
            let clash = matches!(
                (group.service, spoken.service),
                (Some(a), Some(b)) if a != b && a != model::Service::Unstated && b != model::Service::Unstated
            );
            spoken.whose != Whose::Unstated && !clash
        };
        let same_number = |spoken: &&Spoken| {
            number.is_some() && spoken.quantity.and_then(model::Quantity::number) == number
        };
        let found = self.groups.iter().rev().filter(known);
        if group.is_definite && number.is_some() && !group.is_additional {
            return found.clone().find(same_number);
        }
        // Of several parties named in one sentence none can be meant by "the officers" alone.
        let nearest = found.clone().next()?;
        let unclear = found
            .clone()
            .filter(|spoken| spoken.sentence == nearest.sentence)
            .any(|spoken| spoken.whose != nearest.whose);
        (!unclear || group.ordinal.is_some()).then_some(nearest)
    }
}
