//! The one rule for anchors: that of an error is its code. An anchor has no spaces (HTML Standard §3.2.6).

/// The anchor of an error with this code, to which `docs_url = "…#{code}"` leads.
pub(crate) fn anchor(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join("-")
}
