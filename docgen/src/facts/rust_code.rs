//! The Rust code of doc comments, as rustdoc shows it: without hidden lines, and without what is for tests in its fences.

use std::borrow::Cow;

/// What a fence of Rust code may say. Code whose fence says nothing is left alone: in API docs it may be anything.
fn is_for_rust(word: &str) -> bool {
    let is_number = |prefix: &str| {
        word.strip_prefix(prefix)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit()))
    };
    matches!(
        word,
        "rust" | "ignore" | "should_panic" | "no_run" | "compile_fail" | "test_harness" | "standalone_crate"
    ) || is_number("edition")
        || is_number("E")
}

/// The text with such code as readers should see it.
pub(super) fn published(source: &str) -> Cow<'_, str> {
    let begins = |fence: &str| source.contains(fence);
    if !begins("```") && !begins("~~~") {
        return source.into();
    }
    let mut out = String::with_capacity(source.len());
    let mut fence: Option<Fence> = None;
    for line in source.split_inclusive('\n') {
        match &fence {
            Some(open) if open.is_closed_by(line) => {
                out.push_str(line);
                fence = None;
            }
            Some(Fence { is_rust: true, .. }) => out.push_str(&shown(line).unwrap_or_default()),
            Some(_) => out.push_str(line),
            None => {
                fence = Fence::of(line);
                match &fence {
                    Some(Fence { is_rust: true, signs, .. }) => {
                        let indentation = line.len() - line.trim_start().len();
                        out.push_str(line.get(..indentation).unwrap_or_default());
                        out.push_str(signs);
                        out.push_str("rust\n");
                    }
                    _ => out.push_str(line),
                }
            }
        }
    }
    out.into()
}

struct Fence {
    signs: String,
    is_rust: bool,
}

impl Fence {
    /// The fence that a line opens.
    fn of(line: &str) -> Option<Self> {
        let line = line.trim();
        let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let words = line.trim_start_matches(sign);
        let signs = line.get(..line.len() - words.len()).filter(|signs| signs.len() >= 3)?;
        let mut words =
            words.split([',', ' ', '\t']).map(str::trim).filter(|word| !word.is_empty()).peekable();
        let is_rust = words.peek().is_some() && words.all(is_for_rust);
        Some(Self { signs: signs.to_owned(), is_rust })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.starts_with(&self.signs)
            && line.trim_start_matches(self.signs.get(..1).unwrap_or_default()).is_empty()
    }
}

/// A line of Rust code: `# hidden` is nothing, `##` stands for `#`.
fn shown(line: &str) -> Option<Cow<'_, str>> {
    let code = line.trim_start();
    match code.strip_prefix('#') {
        Some(rest) if rest.trim_end().is_empty() || rest.starts_with(' ') => None,
        Some(rest) if rest.starts_with('#') => Some(line.replacen("##", "#", 1).into()),
        _ => Some(line.into()),
    }
}
