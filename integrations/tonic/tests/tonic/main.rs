//! Tests of errbook-tonic over real sockets.

mod beside;
mod example;
mod plug_in;
mod server;
