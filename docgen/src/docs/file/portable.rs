//! File names that every system accepts: those of Windows, the strictest one, and at most 255 bytes, as on Linux.

use crate::error::{Error, ErrorKind};

/// Characters that separate paths or have another meaning on Windows.
const FORBIDDEN: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

/// Names of devices, with any extension. `COM` and `LPT` are followed by a digit.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Checks each name in a path.
pub(in crate::docs) fn check(path: &str) -> Result<(), Error> {
    let names = path.split('/').filter(|name| !matches!(*name, "" | "." | ".."));
    for name in names {
        if let Some((reason, advice)) = reason(name) {
            let message = format!(
                "`{name}` is not a valid name on every system, since {reason}: change the path, such as {advice}"
            );
            return Err(Error::new(ErrorKind::Path, &message));
        }
    }
    Ok(())
}

/// Why a name is not valid on every system, and what helps.
fn reason(name: &str) -> Option<(String, String)> {
    let slug = || "by `| slug`".to_owned();
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let is_port = |port: &str| {
        let number = stem.strip_prefix(port).map(|number| number.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    if let Some(c) = name.chars().find(|c| FORBIDDEN.contains(c) || c.is_control()) {
        Some((format!("it contains `{c}`"), slug()))
    } else if RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt") {
        Some(("Windows reserves it for a device".to_owned(), format!("to `error-{name}`")))
    } else if name.ends_with(['.', ' ']) {
        Some(("it ends with a dot or a space".to_owned(), slug()))
    } else {
        let advice = || "by `{{ code[:100] }}`".to_owned();
        (name.len() > 255).then(|| ("it is longer than 255 bytes".to_owned(), advice()))
    }
}
