//! Results for programs: the files that a command writes, and what it prints as JSON or CSV.

use std::{fs, path::Path};

use serde::Serialize;

use crate::{Fault, World};

/// Writes a file, with its folder where that is missing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, bytes)).map_err(|error| Fault::output(path, error))
}

/// Prints one JSON document, with an end of line behind it.
pub(crate) fn json(world: &mut World, document: &impl Serialize) -> Result<(), Fault> {
    serde_json::to_writer_pretty(&mut world.out, document)?;
    Ok(world.out.write_all(b"\n")?)
}

/// Prints a table as RFC 4180 has it: its columns, then its rows.
pub(crate) fn csv<C: AsRef<[u8]>, R>(
    world: &mut World,
    columns: impl IntoIterator<Item = C>,
    rows: impl IntoIterator<Item = R>,
) -> Result<(), Fault>
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut table = csv::Writer::from_writer(&mut world.out);
    table.write_record(columns)?;
    for row in rows {
        table.write_record(row)?;
    }
    Ok(table.flush()?)
}
