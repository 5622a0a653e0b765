//! A page of a list that goes on.

use serde::Serialize;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Page)]
pub(crate) struct PageOf<T> {
    /// What is on it.
    pub(crate) items: Vec<T>,
    /// The cursor to ask for the next page with; none: this is the last.
    pub(crate) next: Option<String>,
}
