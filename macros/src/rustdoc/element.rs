//! Elements of HTML within a text: those that are whole stay, of the others the first paragraph may have half.

/// Whether what starts with this `<` is whole: an address in brackets, a comment, or an element that is closed.
pub fn is_whole(text: &str) -> bool {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.contains("-->");
    }
    let Some((inside, behind)) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) else {
        return false;
    };
    let name = name(inside);
    is_address(inside) || is_void(name) || inside.ends_with('/') || !name.is_empty() && closes(behind, name)
}

/// Whether this is an address, in brackets to make it a link.
pub fn is_address(inside: &str) -> bool {
    inside.contains([':', '@']) && !inside.contains(char::is_whitespace)
}

/// The name of the element that `</name>` closes.
pub fn closed(text: &str) -> Option<&str> {
    let (inside, _) = text.strip_prefix("</")?.split_once('>')?;
    Some(name(inside))
}

/// The name of the element that begins like this.
pub fn name(inside: &str) -> &str {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    inside.split(|c| !is_name(c)).next().unwrap_or_default()
}

fn closes(text: &str, name: &str) -> bool {
    text.split("</")
        .skip(1)
        .any(|rest| rest.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('>')))
}

/// Elements that are never closed.
fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "wbr")
}
