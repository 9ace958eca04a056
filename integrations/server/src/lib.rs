//! What every server layer of errbook does, without a framework.
//!
//! A layer makes an [`Exchange`] for each request by its [`Policy`], [enters](Exchange::enter) it around each poll of the
//! handler's future, and lets it [finish](Exchange::finish) the response. What a framework's response must be able to do is
//! [`Head`]. The [`ErrorEvent`] of each error reply is logged.

mod event;
mod exchange;
mod head;
mod headers;
mod newtype;
mod panic;
mod policy;
mod refusal;

pub use self::event::ErrorEvent;
#[cfg(feature = "tracing")]
pub use self::event::log;
pub use self::exchange::Exchange;
pub use self::head::{Head, replace_head};
pub use self::headers::RequestHeaders;
pub use self::panic::Panic;
pub use self::policy::{Policy, id_header};
pub use self::refusal::{Refusal, Unmarked};

/// What the macros name.
#[doc(hidden)]
pub mod __private {
    pub use errbook::{AnyError, ApiError, Catalog, HasCatalog};

    pub use crate::newtype::Held;
}
