//! Panics of the compiler: a message put together in a `const`, so that it can name what is wrong.

/// Longest message, in bytes; a longer one is cut.
const LENGTH: usize = 400;

/// Panics with the parts one after the other.
///
/// All that call it are `#[track_caller]`, so the compiler shows the user's line and none of ours.
#[track_caller]
pub(crate) const fn complain(parts: &[&str]) -> ! {
    let mut text = [0; LENGTH];
    let mut length = 0;
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() && length < LENGTH {
            // A name may be cut, and half a letter is none: what is not ASCII is shown as `?`.
            text[length] = if bytes[at].is_ascii() { bytes[at] } else { b'?' };
            length += 1;
            at += 1;
        }
        part += 1;
    }
    match core::str::from_utf8(text.split_at(length).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("errbook refuses this"),
    }
}

/// `left == right`, for constants.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    compare(left.as_bytes(), right.as_bytes(), false)
}

/// `left.eq_ignore_ascii_case(right)`, for constants; the method is one since Rust 1.89 only.
pub(crate) const fn same_ignoring_case(left: &str, right: &str) -> bool {
    compare(left.as_bytes(), right.as_bytes(), true)
}

const fn compare(left: &[u8], right: &[u8], ignore_case: bool) -> bool {
    let mut same = left.len() == right.len();
    let mut at = 0;
    while same && at < left.len() {
        same = left[at] == right[at] || (ignore_case && left[at].eq_ignore_ascii_case(&right[at]));
        at += 1;
    }
    same
}
