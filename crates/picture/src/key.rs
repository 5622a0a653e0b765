//! Key: whose and what, by which claims are sorted into lines.

use model::{Resource, Service, Whose};

/// Whose and what: one line of the strength book.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) whose: Whose,
    /// People of every service are one resource here.
    pub(crate) resource: Resource,
}

impl Key {
    pub(crate) fn of(whose: &Whose, resource: &Resource) -> Self {
        let resource = match resource {
            Resource::People(_) => Resource::People(Service::Unstated),
            other => other.clone(),
        };
        Self { whose: whose.clone(), resource }
    }
}
