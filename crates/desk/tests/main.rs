//! The desk as people meet it: the real binary in a sealed folder. One binary for all tests, one module a subject.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a test that could not be tried says so")]

mod commands;
mod done_means;
mod house_rules;
mod samples;
mod server;
mod test_desk;
