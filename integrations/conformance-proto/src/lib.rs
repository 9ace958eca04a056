//! The conformance API over gRPC, generated from `orders.proto`.
#![allow(missing_docs, clippy::pedantic, reason = "the code is generated")]

tonic::include_proto!("orders.v1");
