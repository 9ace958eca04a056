//! A reply may be held across an `await`: it is `Send` and `Sync`, as every API error is.

use errbook::{AnyError, ApiError, Reply};

#[test]
fn replies_and_errors() {
    const fn is_send_and_sync<T: Send + Sync + ?Sized>() {}
    const {
        is_send_and_sync::<Reply<'_>>();
        is_send_and_sync::<AnyError>();
        is_send_and_sync::<dyn ApiError>();
    }
}
