//! Where an engagement is.

use model::{Name, Place};

use crate::{
    clause::{Kind, Link, Role},
    context::Context,
};

/// The place named with "in" or "at".
pub(super) fn place(c: &Context<'_>) -> Option<Place> {
    c.around().find_map(|at| {
        let phrase = c.phrase(at);
        (phrase.link == Some(Link::In)).then_some(())?;
        match &phrase.what {
            Kind::Site(name) => Some(Place(name.clone())),
            Kind::Place(_) => c.place_at(at).map(|place| place.place),
            Kind::Actors(actors)
                if actors.iter().all(|actor| matches!(actor.role, Role::Party | Role::Name)) =>
            {
                let words = c.words(at);
                Name::new(words.strip_prefix("the ").unwrap_or(words)).ok().map(Place)
            }
            _ => None,
        }
    })
}
