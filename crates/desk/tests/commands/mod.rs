//! The commands, one module each, and what holds for all of them.

mod account;
mod change;
mod claims;
mod decide;
mod demo;
mod enter;
mod exit_codes;
mod help;
mod history;
mod import;
mod pages;
mod picture;
mod read;
mod score;
mod verify;
