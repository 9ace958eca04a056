//! Prose without HTML comments, which are notes of its authors and are never published.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag};

/// The Markdown without its HTML comments, and without the empty lines that one leaves. In code, `<!--` is text.
///
/// The derive removes comments from doc comments; hand-written documentation has them.
pub fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return text.into();
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (event, range) in Parser::new(text).into_offset_iter() {
        if matches!(event, Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)) {
            let mut rest = text.get(range.clone()).unwrap_or_default();
            out.push_str(text.get(at..range.start).unwrap_or_default());
            while let Some((before, comment)) = rest.split_once("<!--") {
                out.push_str(before);
                rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
                if out.is_empty() || out.ends_with("\n\n") {
                    rest = rest.trim_start_matches('\n');
                }
            }
            out.push_str(rest);
            at = range.end;
            if out.is_empty() || out.ends_with("\n\n") {
                let behind = text.get(at..).unwrap_or_default();
                at += behind.len() - behind.trim_start_matches('\n').len();
            }
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out.trim_end().to_owned())
}
