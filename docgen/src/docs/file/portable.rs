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
    let why = if let Some(c) = name.chars().find(|c| FORBIDDEN.contains(c) || c.is_control()) {
        format!("it contains `{c}`: change the path, such as by `| slug`")
    } else if RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt") {
        format!("Windows reserves it for a device: change the path, such as to `error-{name}`")
    } else if name.ends_with(['.', ' ']) {
        "it ends with a dot or a space: change the path, such as by `| slug`".to_owned()
    } else if name.len() > 255 {
        "it is longer than 255 bytes: change the path, such as by `{{ code[:100] }}`".to_owned()
    } else {
        return Ok(());
    };
    let message = format!("`{name}` is not a valid name on every system, since {why}");
    Err(Error::new(ErrorKind::Path, &message))
}
