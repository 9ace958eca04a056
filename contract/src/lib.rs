//! Keeps published error codes from changing by accident: a lock file, its rules and the diff, for the errors of
//! [errbook](https://docs.rs/errbook).
//!
//! A [`Lock`] has the published errors of an API. The file `errors.lock.toml` is committed beside the code, and a test compares
//! both.

mod body;
mod detail_type;
mod fact;
mod lock;
mod nearest;
mod read;
mod toml_text;

pub use crate::body::LockedBody;
pub use crate::fact::{FactKey, FactKind, Value};
pub use crate::lock::{Lock, LockedError, Retired, Was};
pub use crate::read::{LockError, LockErrors};
