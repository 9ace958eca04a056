//! When the client may try again: the `Retry-After` header (RFC 9110 §10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderValue;

/// When the client may try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// After this many seconds.
    Seconds(u64),
    /// At this time.
    At(SystemTime),
}

impl RetryAfter {
    /// The number of seconds from `now`, rounded up; 0 for a time in the past.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use errbook::RetryAfter;
    ///
    /// let now = SystemTime::now();
    /// assert_eq!(RetryAfter::At(now + Duration::from_millis(1500)).seconds(now), 2);
    /// ```
    pub fn seconds(self, now: SystemTime) -> u64 {
        match self {
            Self::Seconds(seconds) => seconds,
            Self::At(time) => round_up(time.duration_since(now).unwrap_or_default()),
        }
    }

    /// The value of the header: seconds, or an HTTP date; one that HTTP cannot write
    /// is 0 if it has passed (before 1970), and omitted if it is in the future (after 9999).
    pub(crate) fn header_value(self) -> Option<HeaderValue> {
        match self {
            Self::Seconds(seconds) => Some(seconds.into()),
            Self::At(time) => {
                // A date shows whole seconds, and the client must not retry too early.
                let Ok(since) = time.duration_since(SystemTime::UNIX_EPOCH) else { return Some(0.into()) };
                let seconds = round_up(since);
                let writable = seconds < YEAR_10_000; // `httpdate` would panic
                let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?;
                writable.then(|| HeaderValue::try_from(httpdate::fmt_http_date(time)).ok())?
            }
        }
    }
}

/// The first second that neither an HTTP date nor RFC 3339 can write, from the epoch on.
pub(crate) const YEAR_10_000: u64 = 253_402_300_800;

fn round_up(duration: Duration) -> u64 {
    let part = u64::from(duration.subsec_nanos() > 0);
    duration.as_secs().saturating_add(part)
}

/// What a `retry_after` field can be: a [`Duration`] (rounded up), whole seconds, a [`SystemTime`], or an [`Option`] of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a `retry_after` field",
    label = "expected a `Duration`, a `SystemTime`, seconds as `u8` to `u64`, or an `Option` of these"
)]
pub trait RetryAfterValue {
    /// The time, if there is one.
    fn retry_after(&self) -> Option<RetryAfter>;
}

impl RetryAfterValue for RetryAfter {
    fn retry_after(&self) -> Option<RetryAfter> {
        Some(*self)
    }
}

impl RetryAfterValue for Duration {
    fn retry_after(&self) -> Option<RetryAfter> {
        Some(RetryAfter::Seconds(round_up(*self)))
    }
}

impl RetryAfterValue for SystemTime {
    fn retry_after(&self) -> Option<RetryAfter> {
        Some(RetryAfter::At(*self))
    }
}

macro_rules! seconds {
    ($($integer:ty),*) => {$(
        impl RetryAfterValue for $integer {
            fn retry_after(&self) -> Option<RetryAfter> {
                Some(RetryAfter::Seconds(u64::from(*self)))
            }
        }
    )*};
}

seconds!(u8, u16, u32, u64);

impl<T: RetryAfterValue> RetryAfterValue for Option<T> {
    fn retry_after(&self) -> Option<RetryAfter> {
        self.as_ref()?.retry_after()
    }
}

impl<T: RetryAfterValue + ?Sized> RetryAfterValue for &T {
    fn retry_after(&self) -> Option<RetryAfter> {
        (**self).retry_after()
    }
}
