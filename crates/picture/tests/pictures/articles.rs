//! Two press articles.
