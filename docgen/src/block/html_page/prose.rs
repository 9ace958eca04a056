//! The Markdown of doc comments as HTML that neither loads nor runs anything, and that names no place of the page: images are links.

use std::mem::take;

use crate::ast::{self, Block, Inline, List, Part, Tag};
use crate::format::html::Html;
use crate::template::holdable;

/// The text as blocks, its headings below one of this level.
pub(super) fn blocks(markdown: &str, level: usize) -> String {
    let html = Html.lines(&tree(markdown, level));
    if html.is_empty() { html } else { short(&html) + "\n" }
}

/// The text without the element of its paragraph, if it is only one.
pub(super) fn fitted(markdown: &str) -> String {
    short(&Html.cell(&tree(markdown, 4)))
}

/// All attributes are in double quotes.
fn short(html: &str) -> String {
    html.replace("&#39;", "'")
}

fn tree(markdown: &str, above: usize) -> Vec<Block> {
    let mut blocks = ast::parse(&holdable(markdown));
    let mut deepest = above;
    ast::each(&mut blocks, &mut |part| match part {
        // A heading is at most one level below the one before.
        Part::Block(Block::Heading { level, .. }) => {
            deepest = (above + *level).min(deepest + 1).min(6);
            *level = deepest;
        }
        // A box is a control, which needs a name.
        Part::Block(Block::List(list)) => without_boxes(list),
        // The policy of the page allows no attribute `style`.
        Part::Block(Block::Table(grid)) => grid.columns.iter_mut().for_each(|column| column.align = None),
        // A link has no other one in it.
        Part::Inline(Inline::Link { content, .. }) => ast::each_inline(content, &mut |part| {
            if let Part::Inline(inline @ Inline::Image { .. }) = part {
                *inline = Inline::Text(ast::plain(std::slice::from_ref(inline)));
            }
        }),
        Part::Inline(Inline::Html(html)) => *html = tag(html),
        Part::Inline(inline) => {
            if let Inline::Image { address, title, alt } = inline {
                let content = vec![Inline::Text(take(alt))];
                *inline = Inline::Link { address: take(address), title: take(title), content };
            }
        }
        Part::Block(_) => {}
    });
    blocks
}

fn without_boxes(list: &mut List) {
    for item in &mut list.items {
        let Some(is_done) = item.checked.take() else { continue };
        let sign = Inline::Text(if is_done { "☑ " } else { "☐ " }.to_owned());
        match item.blocks.first_mut() {
            Some(Block::Paragraph(content)) => content.insert(0, sign),
            _ => item.blocks.insert(0, Block::Paragraph(vec![sign])),
        }
    }
}

/// The elements that have a meaning in the outline of the page or to its script, or that load something.
const OMITTED: [&str; 10] = ["details", "h1", "h2", "h3", "h4", "h5", "h6", "img", "section", "summary"];

/// The attributes that neither name a place of the page nor select its style.
const ATTRIBUTES: [&str; 8] = ["colspan", "datetime", "dir", "href", "lang", "rowspan", "start", "title"];

/// A tag as the page has it; of an image, the text.
fn tag(html: &str) -> String {
    let Some(tag) = Tag::of(html) else { return String::new() };
    let attributes = tag.attributes().unwrap_or_default();
    if OMITTED.contains(&tag.name) {
        return attributes.iter().find(|(name, _)| *name == "alt").map_or("", |(_, alt)| alt).to_owned();
    }
    let kept = attributes.iter().filter(|(name, _)| ATTRIBUTES.contains(name));
    let kept = kept.map(|(name, value)| format!(" {name}=\"{}\"", value.replace('"', "&quot;")));
    format!("<{}{}{}>", if tag.is_closing { "/" } else { "" }, tag.name, kept.collect::<String>())
}
