//! The desk as a library, so that tests and benchmarks call it without a process.
