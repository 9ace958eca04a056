//! MDX as `markdown-rs` reads it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use markdown::mdast::Node;
use markdown::{Constructs, MdxSignal, ParseOptions, to_mdast};

use super::Outline;
use super::comrak::is_bare;

/// What it says of documents that `markdown-rs` panics on, whoever wrote them (`- ``` ` and a list behind it).
pub const PANICKED: &str = "markdown-rs panicked";

/// The outline, or why it is not MDX.
pub fn outline(mdx: &str) -> Result<String, String> {
    let constructs = Constructs {
        frontmatter: true,
        gfm_autolink_literal: true,
        gfm_footnote_definition: true,
        gfm_label_start_footnote: true,
        gfm_strikethrough: true,
        gfm_table: true,
        gfm_task_list_item: true,
        ..Constructs::mdx()
    };
    let options =
        ParseOptions { constructs, mdx_esm_parse: Some(Box::new(|_| MdxSignal::Ok)), ..ParseOptions::mdx() };
    let parse = AssertUnwindSafe(|| to_mdast(mdx, &options).map_err(|message| message.to_string()));
    let root = catch_unwind(parse).unwrap_or(Err(PANICKED.to_owned()))?;
    let mut out = Outline::default();
    read(&root, false, &mut out);
    Ok(out.finish())
}

fn read(node: &Node, in_item: bool, out: &mut Outline) {
    let name = match node {
        Node::Text(text) => return out.text(&text.value.replace('\n', " ")),
        Node::Break(_) => return out.text("\n"),
        Node::InlineCode(code) => {
            out.open("code");
            out.text(&code.value);
            return out.close();
        }
        Node::Code(code) => {
            out.open("pre");
            out.text(&code.value);
            return out.close();
        }
        Node::ThematicBreak(_) | Node::Root(_) | Node::Yaml(_) | Node::Definition(_) => "",
        Node::Paragraph(_) if in_item => {
            out.text("\n");
            ""
        }
        Node::Paragraph(_) => "p",
        Node::Heading(_) => "h",
        Node::Blockquote(_) => "quote",
        Node::List(list) if list.ordered => "ol",
        Node::List(_) => "ul",
        Node::ListItem(_) => "li",
        Node::Table(_) => "table",
        Node::TableRow(_) => "tr",
        Node::TableCell(_) => "td",
        Node::Emphasis(_) => "em",
        Node::Strong(_) => "strong",
        Node::Delete(_) => "del",
        // An address, and not a path of the author's that is also the value.
        Node::Link(link)
            if is_bare(&link.url)
                || (!link.url.starts_with('/')
                    && matches!(&*link.children, [Node::Text(text)] if text.value == link.url)) =>
        {
            ""
        }
        Node::Link(link) => {
            out.text(&format!("({} {})", link.url, link.title.as_deref().unwrap_or_default()));
            "a"
        }
        Node::LinkReference(link) => {
            out.text(&format!("(/{} )", link.identifier));
            "a"
        }
        Node::Image(link) => {
            let title = link.title.as_deref().unwrap_or_default();
            out.text(&format!("({} {title})img⟦{}⟧", link.url, link.alt));
            return;
        }
        Node::MdxJsxTextElement(element) if element.name.as_deref() == Some("br") => return out.text("\n"),
        Node::MdxJsxTextElement(element) => {
            let name = element.name.as_deref().unwrap_or_default();
            attributes(&element.attributes, out);
            out.open(if name == "b" { "strong" } else { name });
            element.children.iter().for_each(|child| read(child, false, out));
            return out.close();
        }
        Node::MdxJsxFlowElement(element) => {
            let name = element.name.as_deref().unwrap_or_default();
            attributes(&element.attributes, out);
            out.open(name);
            element.children.iter().for_each(|child| read(child, false, out));
            return out.close();
        }
        other => {
            out.text(&format!("{other:?}"));
            "other"
        }
    };
    if !name.is_empty() {
        out.open(name);
    }
    for child in node.children().into_iter().flatten() {
        read(child, matches!(node, Node::ListItem(_)), out);
    }
    if !name.is_empty() {
        out.close();
    }
}

fn attributes(attributes: &[markdown::mdast::AttributeContent], out: &mut Outline) {
    use markdown::mdast::{AttributeContent, AttributeValue};
    for attribute in attributes {
        match attribute {
            AttributeContent::Property(property) => match &property.value {
                Some(AttributeValue::Literal(value)) => out.text(&format!("({} {value})", property.name)),
                other => out.text(&format!("({} {other:?})", property.name)),
            },
            AttributeContent::Expression(other) => out.text(&format!("{other:?}")),
        }
    }
}
