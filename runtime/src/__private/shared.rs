//! Whether a type is `Send` and `Sync`, as a constant. The compiler would have an error for each, where this has one.

use std::marker::PhantomData;

use crate::const_panic::const_panic;

/// Its `IS` is the one here if the type is `Send` and `Sync`, else that of [`Unshared`].
pub struct Shared<T: ?Sized>(PhantomData<T>);

impl<T: Send + Sync + ?Sized> Shared<T> {
    pub const IS: bool = true;
}

/// Named `_` where it is imported: a constant of the type itself goes first.
pub trait Unshared {
    const IS: bool = false;
}

impl<T: ?Sized> Unshared for Shared<T> {}

/// What an impl of `ApiError` assumes of its type, because a constant has checked it.
///
/// There are two impls, so that the compiler chooses none where the constant could not be evaluated: it then reports nothing else.
pub trait Checked<const IS_SHARED: bool>: Send + Sync {}

impl<T: Send + Sync + ?Sized> Checked<true> for T {}

impl<T: Send + Sync + ?Sized> Checked<false> for T {}

#[track_caller]
pub const fn check_shared(is_shared: bool) -> bool {
    if !is_shared {
        const_panic(&[
            "expected a type that is `Send` and `Sync`, such as `Arc` for `Rc` and `Mutex` for `RefCell`: ",
            "API errors are shared between threads",
        ]);
    }
    is_shared
}
