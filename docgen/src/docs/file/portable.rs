//! File names that every system accepts: those of Windows, the strictest one, and at most 255 bytes, as on Linux.

use crate::error::{Error, ErrorKind};

/// Characters that separate paths or have another meaning on Windows.
const FORBIDDEN: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

/// Names of devices, with any extension. `COM` and `LPT` are followed by a digit.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Checks each name in a path.
pub(in crate::docs) fn check(path: &str) -> Result<(), Error> {
    path.split('/').filter(|name| !matches!(*name, "" | "." | "..")).try_for_each(check_name)
}

fn check_name(name: &str) -> Result<(), Error> {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let is_port = |port: &str| {
        let number = stem.strip_prefix(port).map(|number| number.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    let (why, way) = if let Some(c) = name.chars().find(|c| FORBIDDEN.contains(c) || c.is_control()) {
        (format!("it contains `{c}`"), "by `| slug`")
    } else if RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt") {
        ("Windows reserves it for a device".to_owned(), &*format!("to `error-{name}`"))
    } else if name.ends_with(['.', ' ']) {
        ("it ends with a dot or a space".to_owned(), "by `| slug`")
    } else if name.len() > 255 {
        ("it is longer than 255 bytes".to_owned(), "by `{{ code[:100] }}`")
    } else {
        return Ok(());
    };
    let message =
        format!("`{name}` is not a valid name on every system, since {why}: change the path, such as {way}");
    Err(Error::new(ErrorKind::Path, &message))
}
