//! The web server, asked through its router without a socket.

mod decisions;
mod documents;
mod door;
mod figures;
mod headers;
mod missions;
mod openapi;
mod overview;
mod problems;
mod strength;
mod test_server;
