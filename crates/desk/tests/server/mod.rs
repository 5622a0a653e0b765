//! The web server, asked through its router without a socket.

mod accounts;
mod bookkeeper;
mod browser;
mod claims;
mod contributors;
mod decisions;
mod disputes;
mod documents;
mod door;
mod entries;
mod figures;
mod headers;
mod log;
mod metrics;
mod missions;
mod openapi;
mod overview;
mod problems;
mod roles;
mod served;
mod strength;
mod test_server;
mod token;
mod unseen;
mod wire;
