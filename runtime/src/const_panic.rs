//! Panics in `const` code: a message put together from parts, so that it can name what is wrong.

/// The longest message, in bytes; a longer one is cut.
const LENGTH: usize = 400;

/// Panics with the parts, one after the other.
///
/// Every caller is `#[track_caller]`, so that the error points at the user's code.
#[track_caller]
pub(crate) const fn const_panic(parts: &[&str]) -> ! {
    let mut text = [0; LENGTH];
    let mut length = 0;
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() && length < LENGTH {
            // A cut could split a character, so anything that is not ASCII is shown as `?`.
            text[length] = if bytes[at].is_ascii() { bytes[at] } else { b'?' };
            length += 1;
            at += 1;
        }
        part += 1;
    }
    match core::str::from_utf8(text.split_at(length).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("invalid declaration"),
    }
}

/// `left == right` in a `const`.
pub(crate) const fn const_eq(left: &str, right: &str) -> bool {
    const_eq_bytes(left.as_bytes(), right.as_bytes())
}

/// `left == right` in a `const`. Patterns need no call of `len`, which takes the compiler longer than a comparison.
pub(crate) const fn const_eq_bytes(mut left: &[u8], mut right: &[u8]) -> bool {
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if *one != *other {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    matches!((left, right), ([], []))
}

/// `left.eq_ignore_ascii_case(right)` in a `const`; the method is `const` since Rust 1.89 only.
pub(crate) const fn const_eq_ignore_case(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut equal = left.len() == right.len();
    let mut at = 0;
    while equal && at < left.len() {
        equal = left[at].eq_ignore_ascii_case(&right[at]);
        at += 1;
    }
    equal
}
