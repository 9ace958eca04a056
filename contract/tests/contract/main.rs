//! The behavior of the lock through the public API.
#![allow(dead_code, reason = "only the declarations of the errors are tested")]

mod books;
mod hostile;
mod locks;
mod round_trip;
mod rules;
mod text;
mod update;
