//! The rule families: each reads one way of speaking and carries its own page.

mod arrived;
mod brought;
mod ceiling;
mod concern;
mod counted;
mod departed_for;
mod engagement;
mod equipment;
mod funds;
mod listed;
mod lost;
mod mandate;
mod pledged;
mod readiness;
mod refused;
mod returned;
mod site;
mod stands_at;
mod subset;
mod training;

use crate::{context::Context, draft::Draft};

pub(crate) use concern::concern_of;
pub(crate) use engagement::engagement_of;
pub(crate) use funds::currency;
pub(crate) use funds::is_wanting;
pub(crate) use mandate::mandate_of;
pub(crate) use site::site_of;

/// A rule family.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    /// Its name, as claims carry it.
    pub(crate) name: &'static str,
    /// Reads one clause.
    pub(crate) read: fn(&Context<'_>, &mut Vec<Draft>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Every rule family, in the order in which they look at a clause. Those that take up another's claim come last.
pub(crate) const RULES: &[Rule] = &[
    Rule { name: arrived::NAME, read: arrived::read },
    Rule { name: brought::NAME, read: brought::read },
    Rule { name: departed_for::NAME, read: departed_for::read },
    Rule { name: returned::NAME, read: returned::read },
    Rule { name: training::NAME, read: training::read },
    Rule { name: readiness::NAME, read: readiness::read },
    Rule { name: refused::NAME, read: refused::read },
    Rule { name: ceiling::NAME, read: ceiling::read },
    Rule { name: pledged::NAME, read: pledged::read },
    Rule { name: stands_at::NAME, read: stands_at::read },
    Rule { name: lost::NAME, read: lost::read },
    Rule { name: mandate::NAME, read: mandate::read },
    Rule { name: site::NAME, read: site::read },
    Rule { name: engagement::NAME, read: engagement::read },
    Rule { name: equipment::NAME, read: equipment::read },
    Rule { name: funds::NAME, read: funds::read },
    Rule { name: concern::NAME, read: concern::read },
    Rule { name: listed::NAME, read: listed::read },
    Rule { name: counted::NAME, read: counted::read },
    Rule { name: subset::NAME, read: subset::read },
    Rule { name: counted::NAME, read: counted::read_parts },
];
