//! Markdown as `comrak` reads it with the extensions of GitHub, bare addresses among them.

use comrak::nodes::{ListType, Node, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::Outline;

pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.render.r#unsafe = true;
    options
}

pub fn outline(markdown: &str) -> String {
    let arena = Arena::new();
    let mut out = Outline::default();
    read(parse_document(&arena, markdown, &options()), &mut out);
    out.finish()
}

fn read(node: Node<'_>, out: &mut Outline) {
    let value = node.data().value.clone();
    let name = match &value {
        NodeValue::Text(text) => return out.text(text),
        NodeValue::SoftBreak => return out.text(" "),
        NodeValue::LineBreak => return out.text("\n"),
        NodeValue::HtmlInline(html) => {
            return match html.as_str() {
                "<br>" => out.text("\n"),
                "<code>" => out.open("code"),
                "</code>" => out.close(),
                html => out.text(&format!("html({html})")),
            };
        }
        NodeValue::Code(code) => {
            out.open("code");
            out.text(&code.literal);
            return out.close();
        }
        NodeValue::CodeBlock(code) => {
            out.open("pre");
            out.text(&code.literal);
            return out.close();
        }
        NodeValue::HtmlBlock(html) => {
            out.open("html");
            out.text(&html.literal);
            return out.close();
        }
        NodeValue::FrontMatter(_) | NodeValue::Document => "",
        NodeValue::Paragraph if node.parent().is_some_and(|parent| is_item(parent)) => {
            out.text("\n");
            ""
        }
        NodeValue::Paragraph => "p",
        NodeValue::Heading(_) => "h",
        NodeValue::BlockQuote => "quote",
        NodeValue::List(list) if list.list_type == ListType::Bullet => "ul",
        NodeValue::List(_) => "ol",
        NodeValue::Item(_) => "li",
        NodeValue::Table(_) => "table",
        NodeValue::TableRow(_) => "tr",
        NodeValue::TableCell => "td",
        NodeValue::Emph => "em",
        NodeValue::Strong => "strong",
        NodeValue::Strikethrough => "del",
        // Made by what looks like an address.
        NodeValue::Link(link) if is_bare(&link.url) => "",
        NodeValue::Link(link) => {
            out.text(&format!("({} {})", link.url, link.title));
            "a"
        }
        NodeValue::Image(link) => {
            out.text(&format!("({} {})", link.url, link.title));
            "img"
        }
        other => {
            out.text(&format!("{other:?}"));
            "other"
        }
    };
    if !name.is_empty() {
        out.open(name);
    }
    for child in node.children() {
        read(child, out);
    }
    if !name.is_empty() {
        out.close();
    }
}

fn is_item(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Item(_))
}

pub fn is_bare(url: &str) -> bool {
    ["http", "https", "ftp", "mailto", "xmpp"].iter().any(|scheme| url.to_lowercase().starts_with(scheme))
}
