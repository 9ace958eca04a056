//! The present, for the placeholders that need it. Nothing else reads a clock.

use std::time::SystemTime;

/// The present time; `None` on a target without a clock, where `SystemTime::now` panics.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn now() -> Option<SystemTime> {
    const HAS_CLOCK: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));
    HAS_CLOCK.then(SystemTime::now)
}
