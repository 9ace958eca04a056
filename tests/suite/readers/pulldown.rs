//! Markdown as `pulldown-cmark` reads it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Outline;

pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

pub fn outline(markdown: &str) -> String {
    outline_with(options(), markdown)
}

/// The outline as Hugo, `MkDocs` and Pandoc read it, which know lists of definitions.
pub fn outline_with_definitions(markdown: &str) -> String {
    outline_with(options() | Options::ENABLE_DEFINITION_LIST, markdown)
}

fn outline_with(options: Options, markdown: &str) -> String {
    let mut out = Outline::default();
    let mut in_item = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => {
                let name = match &tag {
                    Tag::Paragraph if in_item.last() == Some(&true) => "",
                    Tag::Paragraph => "p",
                    Tag::Heading { .. } => "h",
                    Tag::BlockQuote(_) => "quote",
                    Tag::List(None) => "ul",
                    Tag::List(Some(_)) => "ol",
                    Tag::Item => "li",
                    Tag::DefinitionList => "dl",
                    Tag::DefinitionListTitle => "dt",
                    Tag::DefinitionListDefinition => "dd",
                    Tag::Table(_) => "table",
                    Tag::TableHead | Tag::TableRow => "tr",
                    Tag::TableCell => "td",
                    Tag::Emphasis => "em",
                    Tag::Strong => "strong",
                    Tag::Strikethrough => "del",
                    Tag::CodeBlock(_) => "pre",
                    Tag::HtmlBlock => "html",
                    Tag::Link { dest_url, title, .. } => {
                        out.text(&format!("({dest_url} {title})"));
                        "a"
                    }
                    Tag::Image { dest_url, title, .. } => {
                        out.text(&format!("({dest_url} {title})"));
                        "img"
                    }
                    _ => "other",
                };
                if name.is_empty() {
                    out.text("\n");
                } else {
                    out.open(name);
                }
                in_item.push(matches!(tag, Tag::Item | Tag::DefinitionListDefinition));
            }
            Event::End(tag) => {
                in_item.pop();
                if tag != TagEnd::Paragraph || in_item.last() != Some(&true) {
                    out.close();
                }
            }
            Event::Text(text) | Event::Html(text) => out.text(&text),
            Event::Code(code) => {
                out.open("code");
                out.text(&code);
                out.close();
            }
            Event::InlineHtml(html) => match &*html {
                "<br>" => out.text("\n"),
                "<code>" => out.open("code"),
                "</code>" => out.close(),
                html => out.text(&format!("html({html})")),
            },
            Event::SoftBreak => out.text(" "),
            Event::HardBreak => out.text("\n"),
            Event::TaskListMarker(_) => out.text("(task)"),
            other => out.text(&format!("{other:?}")),
        }
    }
    out.finish()
}
