//! HTML (HTML Standard): character references for text, elements for the tree.

use super::{Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, GridColumn, Inline, List, language};
use crate::block::Align;

#[derive(Debug)]
pub(crate) struct Html;

impl Markup for Html {
    fn name(&self) -> &'static str {
        "HTML"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(("<!--", "-->"))
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        // On a page, a value may be in an attribute or in `pre`, where a line break is one.
        let line_break = if position.is_value { "\n" } else { "<br>" };
        let mut out = String::new();
        write(content, line_break, &mut out);
        out
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let level = level.min(6);
        let id = anchor.map(|anchor| format!(" id=\"{}\"", escape(anchor, " "))).unwrap_or_default();
        format!("<h{level}{id}>{}</h{level}>", self.inline(content, Position::at(Place::Heading)))
    }

    fn code_block(&self, info: &str, code: &str) -> String {
        let language = language(info);
        let class =
            if language.is_empty() { String::new() } else { format!(" class=\"language-{language}\"") };
        format!("<pre><code{class}>{}</code></pre>", escape(code, "\n"))
    }

    fn quote(&self, blocks: &[Block]) -> String {
        format!("<blockquote>\n{}\n</blockquote>", self.lines(blocks))
    }

    fn list(&self, list: &List) -> String {
        let (open, close) = list_tags(list);
        let mut out = String::with_capacity(128) + &open;
        for item in &list.items {
            let checkbox = match item.checked {
                None => "",
                Some(true) => "<input type=\"checkbox\" disabled checked> ",
                Some(false) => "<input type=\"checkbox\" disabled> ",
            };
            out.extend(["\n<li>", checkbox]);
            self.without_paragraph(&item.blocks, list.is_loose, &mut out);
            out.push_str("</li>");
        }
        out + "\n" + close
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let mut out = String::from("<dl>");
        for item in items {
            out.push_str("\n<dt>");
            write(&item.term, "<br>", &mut out);
            out.push_str("</dt>\n<dd>");
            self.without_paragraph(&item.blocks, false, &mut out);
            out.push_str("</dd>");
        }
        out + "\n</dl>"
    }

    fn table(&self, grid: &Grid) -> String {
        let mut out = String::from("<table>\n");
        if !grid.caption.is_empty() {
            let caption = self.inline(&grid.caption, Position::at(Place::Heading));
            out.extend(["<caption>", &caption, "</caption>\n"]);
        }
        out.push_str("<thead>\n<tr>");
        for column in &grid.columns {
            let header = self.inline(&column.header, Position::at(Place::Cell));
            out.extend(["<th", align(column), ">", &header, "</th>"]);
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &grid.rows {
            out.push_str("<tr>");
            for (column, cell) in grid.columns.iter().zip(row) {
                let span = match cell.span {
                    0 => continue,
                    1 => String::new(),
                    span => format!(" rowspan=\"{span}\""),
                };
                out.extend(["<td", &span, align(column), ">"]);
                self.without_paragraph(&cell.blocks, false, &mut out);
                out.push_str("</td>");
            }
            out.push_str("</tr>\n");
        }
        out + "</tbody>\n</table>"
    }

    fn rule(&self) -> String {
        "<hr>".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        let text = escape(text, "\n");
        // The first line break in `pre` is omitted.
        if text.starts_with('\n') { text.replacen('\n', "&#10;", 1) } else { text }
    }

    fn address(&self, text: &str) -> String {
        escape(text, "")
    }

    fn joins_lines(&self) -> bool {
        false
    }

    fn paragraph(&self, content: &[Inline]) -> String {
        let mut out = String::with_capacity(128) + "<p>";
        write(content, "<br>", &mut out);
        out + "</p>"
    }

    fn fitted(&self, blocks: &[Block], _: Position<'_>) -> String {
        self.cell(blocks)
    }

    fn html(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        for inline in content {
            match inline {
                Inline::SoftBreak => out.push('\n'),
                other => write(std::slice::from_ref(other), "<br>", &mut out),
            }
        }
        out
    }
}

impl Html {
    pub(crate) fn lines(&self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect::<Vec<_>>().join("\n")
    }

    /// The content of a cell or an item.
    pub(crate) fn cell(&self, blocks: &[Block]) -> String {
        let mut out = String::with_capacity(64);
        self.without_paragraph(blocks, false, &mut out);
        out
    }

    /// Writes blocks, the only paragraph among them without its element.
    fn without_paragraph(&self, blocks: &[Block], is_loose: bool, out: &mut String) {
        let paragraphs = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
        for (at, block) in blocks.iter().enumerate() {
            out.push_str(if at > 0 { "\n" } else { "" });
            match block {
                Block::Paragraph(content) if at == 0 && paragraphs == 1 && !is_loose => {
                    write(content, "<br>", out);
                }
                Block::Raw(raw) => out.push_str(raw),
                block => out.push_str(&self.block(block)),
            }
        }
    }
}

fn write(content: &[Inline], line_break: &str, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape_into(text, line_break, out),
            Inline::Code(code) => element("code", out, |out| escape_into(code, "<br>", out)),
            Inline::Break => out.push_str(line_break),
            Inline::SoftBreak => out.push(' '),
            Inline::Emphasis(content) => element("em", out, |out| write(content, "<br>", out)),
            Inline::Strong(content) => element("strong", out, |out| write(content, "<br>", out)),
            Inline::Strike(content) => element("del", out, |out| write(content, "<br>", out)),
            Inline::Link { address, title, content } => {
                out.extend(["<a href=\"", &escape(address, ""), "\"", &title_attribute(title), ">"]);
                write(content, "<br>", out);
                out.push_str("</a>");
            }
            Inline::Image { address, title, alt } => {
                let (address, alt) = (escape(address, ""), escape(alt, " "));
                out.extend(["<img src=\"", &address, "\" alt=\"", &alt, "\"", &title_attribute(title), ">"]);
            }
            Inline::Footnote(label) => element("sup", out, |out| escape_into(label, " ", out)),
            Inline::Html(tag) | Inline::Raw(tag) => out.push_str(tag),
        }
    }
}

/// The tags around the items of a list.
pub(crate) fn list_tags(list: &List) -> (String, &'static str) {
    match list.first {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(1) => ("<ol>".to_owned(), "</ol>"),
        Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
    }
}

fn element(name: &str, out: &mut String, write: impl FnOnce(&mut String)) {
    out.extend(["<", name, ">"]);
    write(out);
    out.extend(["</", name, ">"]);
}

fn title_attribute(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title, "&#10;")) }
}

fn align(column: &GridColumn) -> &'static str {
    match column.align {
        None => "",
        Some(Align::Left) => " style=\"text-align: left\"",
        Some(Align::Center) => " style=\"text-align: center\"",
        Some(Align::Right) => " style=\"text-align: right\"",
    }
}

/// Text as it may be in elements and in the values of attributes between quotes.
pub(crate) fn escape(value: &str, line_break: &str) -> String {
    let mut out = String::with_capacity(value.len());
    escape_into(value, line_break, &mut out);
    out
}

/// Text as it may be in an attribute of Markdown, in which some signs would begin code or end a cell.
pub(crate) fn attribute(value: &str) -> String {
    let is_sign = |c| "{}|`\\[$".contains(c);
    let escape = |c: char| if is_sign(c) { format!("&#{};", u32::from(c)) } else { c.to_string() };
    self::escape(value, "&#10;").chars().map(escape).collect()
}

fn escape_into(value: &str, line_break: &str, out: &mut String) {
    let is_sign = |c| matches!(c, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\n');
    let mut rest = value;
    while let Some(at) = rest.bytes().position(is_sign) {
        let (text, sign) = rest.split_at(at);
        let (sign, behind) = sign.split_at(1);
        out.push_str(text);
        out.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            "'" => "&#39;",
            _ => line_break,
        });
        rest = behind;
    }
    out.push_str(rest);
}
