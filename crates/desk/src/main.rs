//! People, HTTP, JSON, files and the clock: the `muster` command.

fn main() {}
