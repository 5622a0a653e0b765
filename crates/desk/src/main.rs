//! The `muster` command: hands what was typed and the world outside to the desk.

use std::process::ExitCode;

fn main() -> ExitCode {
    desk::run(std::env::args_os(), &mut desk::World::outside())
}
