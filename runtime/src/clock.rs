//! The present, for the placeholders that need it. Nothing else reads a clock.

use std::time::SystemTime;

/// Where there is no clock, `SystemTime::now` panics.
const HAS_CLOCK: bool = !cfg!(any(all(target_family = "wasm", target_os = "unknown"), target_os = "zkvm"));

/// The present time; `None` on a target without a clock.
pub(crate) fn now() -> Option<SystemTime> {
    read(HAS_CLOCK)
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn read(has_clock: bool) -> Option<SystemTime> {
    has_clock.then(SystemTime::now)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::cell::Cell;

    use ::http::StatusCode;

    use super::*;
    use crate::body::{Placeholder, Source, Value};
    use crate::entry::Entry;
    use crate::retry_after::RetryAfter;
    use crate::violation::Violation;

    static ENTRY: Entry = Entry::new(503, "Overloaded").with_type("clock::Overloaded", "");

    /// An error on a target without a clock.
    struct Clockless {
        retry_after: Option<RetryAfter>,
        reads: Cell<u32>,
    }

    impl<'r> Source<'r> for Clockless {
        fn entry(&self) -> &'static Entry {
            &ENTRY
        }

        fn status(&self) -> StatusCode {
            ENTRY.status()
        }

        fn code(&self) -> &'r str {
            ENTRY.code()
        }

        fn retry_after(&self) -> Option<RetryAfter> {
            self.retry_after
        }

        fn trace_id(&self) -> Option<&'r str> {
            None
        }

        fn instance(&self) -> Option<Cow<'r, str>> {
            None
        }

        fn extra(&self, _: &str) -> Option<&'r serde_json::Value> {
            None
        }

        fn now(&self) -> Option<SystemTime> {
            self.reads.set(self.reads.get() + 1);
            read(false)
        }

        fn violation(&self) -> Option<&'r Violation> {
            None
        }

        fn has_type(&self) -> bool {
            false
        }
    }

    /// Whether it has a value, and how often the clock was read.
    fn value_of(placeholder: Placeholder, retry_after: Option<RetryAfter>) -> (bool, u32) {
        let source = Clockless { retry_after, reads: Cell::new(0) };
        let value: Option<Value<'_>> = placeholder.value(&source);
        (value.is_some(), source.reads.get())
    }

    #[test]
    fn without_a_clock_a_time_is_absent() {
        let at = RetryAfter::At(SystemTime::UNIX_EPOCH);
        assert_eq!(value_of(Placeholder::Timestamp, None), (false, 1));
        assert_eq!(value_of(Placeholder::RetryAfter, Some(at)), (false, 1));
        assert!(at.header_value().is_some());
    }

    #[test]
    fn only_a_time_reads_the_clock() {
        assert_eq!(value_of(Placeholder::RetryAfter, Some(RetryAfter::Seconds(3))), (true, 0));
        for placeholder in Placeholder::PLAIN.iter().filter(|one| **one != Placeholder::Timestamp) {
            assert_eq!(value_of(*placeholder, None).1, 0, "{placeholder:?}");
        }
    }

    #[test]
    fn this_target_has_one() {
        assert!(now().is_some());
    }
}
