//! Keeps published error codes from changing by accident: a lock file, its rules and the diff, for the errors of
//! [errbook](https://docs.rs/errbook).
//!
//! A [`Lock`] has the published errors of an API. The file `errors.lock.toml` is committed beside the code, and a test compares
//! both.

mod accept;
mod body;
mod change;
mod changelog;
mod config;
mod detail_type;
mod diff;
mod fact;
mod lint;
mod lock;
mod nearest;
mod read;
mod release;
mod rule;
mod toml_text;
mod update;
mod visible;

pub use crate::accept::{Accept, Refused};
pub use crate::body::LockedBody;
pub use crate::change::{Change, Diff, Levels, Subject};
pub use crate::changelog::changelog;
pub use crate::config::Config;
pub use crate::fact::{FactKey, FactKind, Value};
pub use crate::lint::{Finding, LINTS, Lint};
pub use crate::lock::{Lock, LockedError, Retired, Was};
pub use crate::read::{LockError, LockErrors};
pub use crate::release::ReleaseError;
pub use crate::rule::{Level, RULES, Rule};
pub use crate::update::Update;
