//! The first paragraph of a documentation, on one line.

use super::element;

/// `None` where the documentation begins with something else: a list, a block of code, an element of HTML.
pub fn first(description: &str) -> Option<String> {
    let mut paragraph = String::new();
    for line in description.lines().map(str::trim) {
        let is_first = paragraph.is_empty();
        if is_first && definition(line).is_some() {
            continue;
        }
        if line.is_empty() || begins_block(line, is_first) {
            break;
        }
        if !is_first {
            paragraph.push(' ');
        }
        // A break of the line is none where there is one line.
        paragraph.push_str(line.strip_suffix('\\').filter(|rest| !rest.ends_with('\\')).unwrap_or(line));
    }
    (!paragraph.is_empty()).then_some(paragraph)
}

/// The label and what is behind it of a line that defines a link: `[label]: destination "title"` (`CommonMark` §4.7).
pub fn definition(line: &str) -> Option<(&str, &str)> {
    let (label, destination) = line.trim().strip_prefix('[')?.split_once("]:")?;
    (!label.starts_with('^')).then(|| (label.trim(), destination.trim()))
}

/// Whether a line ends the paragraph before it, or is none itself (`CommonMark` §4.8).
fn begins_block(line: &str, is_first: bool) -> bool {
    let mark = line.chars().next().unwrap_or_default();
    match mark {
        '>' => true,
        '#' => has_blank(line.trim_start_matches('#')),
        '`' => line.starts_with("```"),
        '~' => line.starts_with("~~~"),
        '=' | '_' => line.chars().all(|c| c == mark),
        '-' | '+' | '*' => line.strip_prefix(mark).is_some_and(has_blank) || line.chars().all(|c| c == mark),
        '0'..='9' => {
            let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_item = behind.strip_prefix(['.', ')']).is_some_and(has_blank);
            is_item && (is_first || line.starts_with("1.") || line.starts_with("1)"))
        }
        '<' => is_first && !element::is_whole(line),
        _ => false,
    }
}

fn has_blank(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with([' ', '\t'])
}
