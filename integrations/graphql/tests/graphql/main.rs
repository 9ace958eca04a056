//! Tests of errbook-graphql, over real sockets where there is one.

mod client;
mod example;
mod plug_in;
mod server;
