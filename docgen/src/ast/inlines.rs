//! Lists of inlines, without empty ones and without spaces at their ends.

use std::mem::take;

use super::html::text_of;
use super::{Block, Inline, Part, Tag, each, is_safe_address, plain};

/// The spaces that are not text at the ends of a block, unlike U+00A0 or U+3000.
pub(crate) const BLANKS: [char; 3] = [' ', '\t', '\n'];

pub(super) fn extend(inlines: &mut Vec<Inline>, more: impl IntoIterator<Item = Inline>) {
    for inline in more {
        push(inlines, inline);
    }
}

/// Adds a part; of a link to an unsafe address, the content. The parser divides texts where there might have been markup. Signs of
/// emphasis are read beside text only, so the spaces and breaks at the ends of what is emphasized are moved out of it.
pub(super) fn push(inlines: &mut Vec<Inline>, mut inline: Inline) {
    let mut behind = Vec::new();
    if let Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) = &mut inline {
        if has_blank_ends(content) {
            let (before, inside, after) = divided(take(content));
            (*content, behind) = (inside, after);
            extend(inlines, before);
        }
    }
    match (inlines.last_mut(), inline) {
        (_, Inline::Text(text) | Inline::Code(text)) if text.is_empty() => {}
        (_, Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content))
            if content.is_empty() => {}
        (_, Inline::Link { address, content, .. })
            if !is_address(&address) || plain(&content).trim_matches(BLANKS).is_empty() =>
        {
            extend(inlines, content);
        }
        (_, Inline::Image { address, alt, .. }) if !is_address(&address) => push(inlines, Inline::Text(alt)),
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
    extend(inlines, behind);
}

/// Adds text, to that before it if there is some.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(before)) => before.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

fn is_address(address: &str) -> bool {
    !address.is_empty() && is_safe_address(address)
}

/// Content for a format that has no HTML, no footnotes and nothing struck out: what is would say the opposite without a sign of it.
///
/// # Examples
///
/// ```
/// use errbook_docgen::ast::{Inline, simple};
///
/// let [wait, retry] = ["wait", "retry"].map(|word| Inline::Text(word.to_owned()));
/// assert_eq!(simple(&[wait.clone(), Inline::Html("<br>".to_owned()), retry.clone()]), [wait, Inline::Break, retry]);
/// ```
pub fn simple(content: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Html(tag) => match text_of(tag) {
                "\n" => push(&mut out, Inline::Break),
                " " if ends_blank(&out) => {}
                space => push_text(&mut out, space),
            },
            Inline::Footnote(_) => push_text(&mut out, &plain(std::slice::from_ref(inline))),
            Inline::Strike(content) => {
                push_text(&mut out, "~~");
                extend(&mut out, simple(content));
                push_text(&mut out, "~~");
            }
            inline => {
                let mut inline = inline.clone();
                if let Some(content) = inline.content() {
                    *content = simple(content);
                }
                push(&mut out, inline);
            }
        }
    }
    out
}

/// Makes text of the links in a link, also between its tags in HTML: a browser would end the outer one.
pub(super) fn unlinked(content: Vec<Inline>, is_inside: bool) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    let mut is_in_link = is_inside;
    for mut inline in content {
        let tag = if let Inline::Html(html) = &inline { Tag::of(html) } else { None };
        let ends = tag.filter(|tag| tag.name == "a").map(|tag| tag.is_closing);
        is_in_link = is_inside || ends.map_or(is_in_link, |ends| !ends);
        let is_link = matches!(inline, Inline::Link { .. });
        if let Some(content) = inline.content() {
            *content = unlinked(take(content), is_in_link || is_link);
        }
        match inline {
            Inline::Link { content, .. } if is_in_link => extend(&mut out, content),
            _ if is_inside && ends.is_some() => {}
            inline => push(&mut out, inline),
        }
    }
    out
}

/// The blocks for a place that may be in a link of the author's: links are text there.
pub(crate) fn linkable(mut blocks: Vec<Block>, is_in_link: bool) -> Vec<Block> {
    if is_in_link {
        each(&mut blocks, &mut |part| {
            if let Part::Block(
                Block::Paragraph(content) | Block::Heading { content, .. } | Block::Html(content),
            ) = part
            {
                *content = unlinked(take(content), true);
            }
        });
    }
    blocks
}

/// Without spaces and breaks around it.
pub(super) fn trimmed(inlines: Vec<Inline>) -> Vec<Inline> {
    if has_blank_ends(&inlines) { divided(inlines).1 } else { inlines }
}

/// Whether it is more than spaces and breaks.
pub(super) fn is_said(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => !text.trim_matches(BLANKS).is_empty(),
        inline => !matches!(inline, Inline::Break | Inline::SoftBreak),
    }
}

fn ends_blank(inlines: &[Inline]) -> bool {
    inlines.last().is_none_or(|last| match last {
        Inline::Text(text) => text.ends_with(BLANKS),
        inline => !is_said(inline),
    })
}

fn has_blank_ends(inlines: &[Inline]) -> bool {
    let begins_blank = |first: &Inline| match first {
        Inline::Text(text) => text.starts_with(BLANKS),
        inline => !is_said(inline),
    };
    !inlines.is_empty() && (ends_blank(inlines) || inlines.first().is_some_and(begins_blank))
}

/// The spaces and breaks before the content, the content, and those behind it.
fn divided(mut inlines: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>, Vec<Inline>) {
    let mut behind = inlines.split_off(inlines.iter().rposition(is_said).map_or(0, |last| last + 1));
    let mut inside = inlines.split_off(inlines.iter().position(is_said).unwrap_or_default());
    if let Some(Inline::Text(text)) = inside.first_mut() {
        let rest = text.split_off(text.len() - text.trim_start_matches(BLANKS).len());
        inlines.push(Inline::Text(std::mem::replace(text, rest)));
    }
    if let Some(Inline::Text(text)) = inside.last_mut() {
        behind.insert(0, Inline::Text(text.split_off(text.trim_end_matches(BLANKS).len())));
    }
    (inlines, inside, behind)
}
