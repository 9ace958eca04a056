//! Tests of errbook-tonic over real sockets.

mod example;
mod plug_in;
mod server;
