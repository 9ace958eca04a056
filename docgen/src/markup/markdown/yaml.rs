//! Values in the front matter of a page, which is YAML.

/// A value behind what stands before it on its line.
pub(super) fn scalar(value: &str, before: &str, ends_line: bool) -> String {
    let quote = before.chars().fold(None, |open, c| match (open, c) {
        (None, '"' | '\'') => Some(c),
        (Some(quote), c) if quote == c => None,
        (open, _) => open,
    });
    match quote {
        Some('"') => double_quoted(value),
        Some(_) => value.replace('\'', "''").replace('\n', " "),
        None if is_plain(value) => value.to_owned(),
        None if ends_line && before.trim_end().ends_with([':', '-']) => {
            format!("\"{}\"", double_quoted(value))
        }
        None => value.replace('\n', " "),
    }
}

fn double_quoted(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t")
}

/// Whether a text is itself without quotes (YAML 1.2 §7.3.3).
fn is_plain(value: &str) -> bool {
    let begins =
        value.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '('));
    let is_word =
        ["null", "yes", "no", "on", "off", "y", "n"].iter().any(|word| value.eq_ignore_ascii_case(word));
    let is_negative = value
        .strip_prefix('-')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()));
    let breaks = value.contains(": ") || value.contains(" #") || value.contains(['\n', '\t']);
    (begins || is_negative) && !is_word && !breaks && !value.ends_with([':', ' '])
}
