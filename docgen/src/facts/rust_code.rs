//! The Rust code of doc comments, as rustdoc shows it: without hidden lines, and without what is for tests in its fences.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

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
    if !source.contains("```") && !source.contains("~~~") {
        return source.into();
    }
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (event, range) in Parser::new(source).into_offset_iter() {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event else { continue };
        let mut words = info.split([',', ' ', '\t']).filter(|word| !word.is_empty()).peekable();
        if words.peek().is_none() || !words.all(is_for_rust) {
            continue;
        }
        out.push_str(source.get(at..range.start).unwrap_or_default());
        at = range.end;
        let mut lines = source.get(range).unwrap_or_default().split_inclusive('\n');
        let fence = lines.next().unwrap_or_default().replacen(&*info, "rust", 1);
        out.push_str(&fence);
        lines.for_each(|line| out.push_str(&shown(line)));
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out.into()
}

/// A line of Rust code: `# hidden` is nothing, `##` stands for `#`.
fn shown(line: &str) -> Cow<'_, str> {
    match line.trim_start().strip_prefix('#') {
        Some(rest) if rest.trim_end().is_empty() || rest.starts_with(' ') => "".into(),
        Some(rest) if rest.starts_with('#') => line.replacen("##", "#", 1).into(),
        _ => line.into(),
    }
}
