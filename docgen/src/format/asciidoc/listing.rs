//! The author's listings: where they are, and room in them for any value.

use std::borrow::Cow;
use std::ops::Range;

use super::code::is_directive;
use crate::format::written::Written;

/// The page with longer fences around listings that a line of a value would end. A value includes no file.
pub(in crate::format) fn with_room(page: Written) -> String {
    if page.literals.is_empty() {
        return page.text;
    }
    let lines: Vec<_> = page.lines().map(|(line, is_value)| (line.trim_end(), is_value)).collect();
    let mut out: Vec<Cow<'_, str>> = page.lines().map(|(line, _)| line.into()).collect();
    for (line, _) in
        out.iter_mut().zip(&lines).filter(|(_, (line, is_value))| *is_value && is_directive(line))
    {
        line.to_mut().insert(0, '\\');
    }
    let author = lines.iter().map(|(line, is_value)| if *is_value { "" } else { *line });
    for Range { start, end } in blocks(author) {
        let (Some([(open, _), inside @ .., (close, _)]), Some([first, .., last])) =
            (lines.get(start..=end), out.get_mut(start..=end))
        else {
            continue;
        };
        let mut fence = (*close).to_owned();
        while inside.iter().any(|(line, is_value)| *is_value && *line == fence) {
            // Only three backticks are a fence.
            fence = if fence == "```" {
                "----".to_owned()
            } else {
                fence.clone() + fence.get(..1).unwrap_or_default()
            };
        }
        if fence != *close {
            let line_end = if first.ends_with('\r') { "\r" } else { "" };
            let fence = fence + line_end;
            let source =
                open.strip_prefix("```").map(|language| format!("[source,{language}]{line_end}\n{fence}"));
            *first = source.unwrap_or_else(|| fence.clone()).into();
            *last = fence.into();
        }
    }
    out.join("\n")
}

/// The blocks that are taken word for word, each from the line of its first fence to that of its last.
pub(crate) fn blocks<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open = None;
    let mut above = "";
    for (at, line) in lines.enumerate() {
        let line = line.trim_end();
        match open {
            Some((fence, start)) if line == fence => {
                blocks.push(start..at);
                open = None;
            }
            None => open = fence(above, line).map(|fence| (fence, at)),
            Some(_) => {}
        }
        above = line;
    }
    blocks
}

/// The fence that ends the block which a line begins, if it begins one. It may be the line under a title, which is about as long.
fn fence<'l>(above: &str, line: &'l str) -> Option<&'l str> {
    if let Some(language) = line.strip_prefix("```") {
        return line.get(..3).filter(|_| !language.starts_with('`'));
    }
    let sign = line.chars().next().filter(|sign| "-.+/".contains(*sign))?;
    let is_title = "-+".contains(sign)
        && above.starts_with(char::is_alphanumeric)
        && above.chars().count().abs_diff(line.len()) < 2;
    (line.len() > 3 && line.chars().all(|c| c == sign) && !is_title).then_some(line)
}
