//! The style and the script of a page, and the policy that allows these alone.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

// Made from `page.css` and `page.js`; `ERRBOOK=update .ci/page` makes them anew.
const STYLE: &str = include_str!("page.min.css");
pub(super) const SCRIPT: &str = include_str!("page.min.js");

/// The style of the page, and that of its author.
pub(super) fn style(author: &str) -> String {
    // A parser of HTML reads line breaks as one character, and the hash is of what it has read.
    let author = author.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    // `</` would end the element; in a string of CSS, `<\/` is the same text.
    STYLE.to_owned() + author.replace("</", "<\\/").trim_end()
}

/// The Content-Security-Policy of a page with this style: nothing is loaded.
pub(super) fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(SCRIPT)
    )
}

/// The hash of what is in an element (CSP Level 3 §2.3.1).
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of CSP Level 3 §8.3.
    #[test]
    fn hashes_are_those_of_the_specification() {
        assert_eq!(hash("doSomething();"), "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
    }
}
