//! The behavior of the lock through the public API.
#![allow(dead_code, reason = "only the declarations of the errors are tested")]

mod books;
mod changelog;
mod hostile;
mod large;
mod lint;
mod locks;
mod merge;
mod round_trip;
mod rules;
mod text;
mod update;
