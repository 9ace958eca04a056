//! Keeps published error codes from changing by accident: a lock file, its rules and the diff, for the errors of
//! [errbook](https://docs.rs/errbook).
//!
//! A [`Lock`] has the published errors of an API. The file `errors.lock.toml` is committed beside the code, and [`Update`] compares
//! both: each [`Change`] has a [`Rule`] that says what it means for clients, and a [`Level`]. A breaking one is
//! [accepted](Accept) by name. It leaves behind what was there, so that it is accepted once, and a retired code cannot be used for
//! another error.
//!
//! Most projects need [`errbook_docgen::Docs::lock`](https://docs.rs/errbook-docgen) alone, which does this in `cargo test`, or the
//! command `errbook`, which reads a lock without the code.
//!
//! # Examples
//!
//! ```
//! use errbook::{ApiError, Book};
//! use errbook_contract::{Accept, Lock, Update};
//!
//! #[derive(Debug, ApiError)]
//! #[api(display, status = 404, code = "NO_ORDER")]
//! struct Published;
//!
//! #[derive(Debug, ApiError)]
//! #[api(display, status = 410, code = "NO_ORDER", title = "Not Found")]
//! struct Changed;
//!
//! static PUBLISHED: Book = Book::new("Orders API", &[Published::CATALOG]);
//! static CHANGED: Book = Book::new("Orders API", &[Changed::CATALOG]);
//!
//! let committed = Lock::of(&PUBLISHED).to_string();
//! let update = Update::new(Some(committed.as_bytes()), &CHANGED)?;
//! let refused = update.lock(&Accept::Nothing).unwrap_err();
//! assert_eq!(refused.to_string(), "\
//! breaking: NO_ORDER: status: 404 -> 410
//!   status-changed: Middleware, retries and alerts branch on the status.
//! ");
//!
//! let accepted = update.lock(&Accept::names(["NO_ORDER"])).unwrap();
//! assert!(accepted.to_string().contains("status = 410\nwas.status = [404]\n"));
//! # Ok::<(), errbook_contract::LockErrors>(())
//! ```
//!
//! # What a lock is not
//!
//! Wire formats leave no trace when they change; [`changelog`] between two locks shows it. The order of types and variants, the
//! documentation of types and of members of a body, which of them a format [requires](errbook::Body::with_required), and what
//! `Display` writes without a `message` are not in a lock.

mod accept;
mod body;
mod change;
mod changelog;
mod comments;
mod config;
mod detail_type;
mod diff;
mod endpoint;
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
pub use crate::endpoint::{Endpoint, Endpoints};
pub use crate::fact::{FactKey, FactKind, Value};
pub use crate::lint::{Finding, LINTS, Lint};
pub use crate::lock::{Lock, LockedDetail, LockedError, Retired, Was};
pub use crate::read::{LockError, LockErrors};
pub use crate::release::ReleaseError;
pub use crate::rule::{Level, RULES, Rule};
pub use crate::update::Update;

/// What the generator of documentation and the command share with this crate.
#[doc(hidden)]
pub mod __private {
    pub use crate::comments::without_comments;
    pub use crate::visible::is_control;
}
