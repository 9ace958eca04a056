//! Documentation as readers should see it: without HTML comments, and Rust code without hidden lines and what is for tests in its
//! fences, as rustdoc shows it.

use std::borrow::Cow;

use errbook_contract::__private::without_comments;
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

/// The text as readers should see it.
pub(super) fn published(source: &str) -> Cow<'_, str> {
    let source = without_comments(source);
    // A search for several equal signs takes longer.
    let has = |sign, fence| source.match_indices(sign).any(|(at, _)| source[at..].starts_with(fence));
    if !has('`', "```") && !has('~', "~~~") {
        return source;
    }
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (event, range) in Parser::new(&source).into_offset_iter() {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event else { continue };
        let text = source.get(range.clone()).unwrap_or_default();
        if let Some(code) = rust_code(text, &info) {
            out.extend([source.get(at..range.start).unwrap_or_default(), &code]);
            at = range.end;
        }
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out.into()
}

/// A block of code, if it is Rust.
fn rust_code(block: &str, info: &str) -> Option<String> {
    let mut words = info.split([',', ' ', '\t']).filter(|word| !word.is_empty()).peekable();
    words.peek()?;
    if !words.all(is_for_rust) {
        return None;
    }
    let mut lines = block.split_inclusive('\n');
    let fence = lines.next().unwrap_or_default().replacen(info, "rust", 1);
    Some(lines.fold(fence, |block, line| block + &shown(line)))
}

/// A line of Rust code: `# hidden` is nothing, `##` stands for `#`.
fn shown(line: &str) -> Cow<'_, str> {
    match line.trim_start().strip_prefix('#') {
        Some(rest) if rest.trim_end().is_empty() || rest.starts_with(' ') => "".into(),
        Some(rest) if rest.starts_with('#') => line.replacen("##", "#", 1).into(),
        _ => line.into(),
    }
}
