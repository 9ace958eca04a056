//! Tests of errbook-jsonrpsee over real sockets.

mod example;
mod plug_in;
mod server;
