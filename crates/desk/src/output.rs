//! Files that a command writes.

use std::{fs, path::Path};

use crate::Fault;

/// Writes a file, with its folder where that is missing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, bytes)).map_err(|error| Fault::output(path, error))
}
