//! The JSON shapes of the interface, one file each. They belong to the interface: what the parts keep is never sent as it is.

mod asked;
mod page;
mod whose;

pub(crate) use asked::AskedShape;
pub(crate) use page::PageOf;
pub(crate) use whose::WhoseShape;
