//! The `muster` command: hands what was typed and the world outside to the desk.

use std::process::ExitCode;

/// Pictures are worked out on whatever thread is free and let go on another: an allocator with a heap for each thread, as the
/// C library's is, keeps what the others could use.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    desk::run(std::env::args_os(), &mut desk::World::outside())
}
