//! A format of one's own: the markup of Jira and Confluence, in one implementation of [`Markup`].
//!
//! The blocks do not know it: their templates are Markdown in every format, and a value comes out as the same text.
//!
//! ```text
//! cargo run -p errbook-examples --bin jira
//! ```

use std::error::Error;

use errbook_docgen::ast::{Block, Definition, Grid, Inline, List, language, line, simple};
use errbook_docgen::{Block as _, Format, Markup, Position, Sections, Table};
use orders::BOOK;

#[derive(Debug)]
struct Jira;

impl Markup for Jira {
    fn name(&self) -> &'static str {
        "Jira"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jira"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    fn inline(&self, content: &[Inline], _: Position<'_>) -> String {
        let inside = |content: &[Inline]| self.inline(content, Position::default());
        let write = |inline: &Inline| match inline {
            Inline::Text(text) => escape(text),
            Inline::Code(code) => format!("{{{{{}}}}}", escape(code)),
            Inline::Break => "\\\\ ".to_owned(),
            Inline::SoftBreak => " ".to_owned(),
            Inline::Emphasis(content) => format!("_{}_", inside(content)),
            Inline::Strong(content) => format!("*{}*", inside(content)),
            Inline::Link { address, content, .. } => {
                format!("[{}|{}]", inside(content), self.address(address))
            }
            Inline::Image { address, .. } => format!("!{}!", self.address(address)),
            Inline::Raw(raw) => raw.clone(),
            // There is nothing else in simple content.
            _ => String::new(),
        };
        simple(content).iter().map(write).collect()
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let anchor = anchor.map(|anchor| format!("{{anchor:{anchor}}}")).unwrap_or_default();
        format!("h{level}. {anchor}{}", self.inline(content, Position::default()))
    }

    fn code_block(&self, info: &str, code: &str) -> String {
        let language = language(info);
        let language = if language.is_empty() { "none" } else { &language };
        format!("{{code:{language}}}\n{}\n{{code}}", self.verbatim(code))
    }

    fn quote(&self, blocks: &[Block]) -> String {
        format!("{{quote}}\n{}\n{{quote}}", self.blocks(blocks))
    }

    fn list(&self, list: &List) -> String {
        let sign = if list.first.is_some() { "#" } else { "*" };
        let item = |blocks: &[Block]| format!("{sign} {}", self.inline(&line(blocks), Position::default()));
        list.items.iter().map(|content| item(&content.blocks)).collect::<Vec<_>>().join("\n")
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let item = |item: &Definition| {
            let [term, text] =
                [&item.term, &line(&item.blocks)].map(|part| self.inline(part, Position::default()));
            format!("* *{term}*: {text}")
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n")
    }

    fn table(&self, grid: &Grid) -> String {
        // An empty cell needs a space.
        let cell = |content: &[Inline]| self.inline(content, Position::default()) + " ";
        let headers: Vec<_> = grid.columns.iter().map(|column| cell(&column.header)).collect();
        let mut lines = vec![format!("||{}||", headers.join("||"))];
        for row in &grid.rows {
            let cells: Vec<_> = row.iter().map(|content| cell(&line(&content.blocks))).collect();
            lines.push(format!("|{}|", cells.join("|")));
        }
        lines.join("\n")
    }

    fn rule(&self) -> String {
        "----".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        text.replace("{code}", "{ code}")
    }

    fn address(&self, text: &str) -> String {
        text.replace('|', "%7C").replace(']', "%5D")
    }
}

/// A backslash before each sign that Jira could read.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.push_str(if "*_-+^~{}[]|!\\#?".contains(c) { "\\" } else { "" });
        out.push(c);
    }
    out
}

static JIRA: Jira = Jira;

fn main() -> Result<(), Box<dyn Error>> {
    let format = Format::Custom(&JIRA);
    let table = Table::new()
        .column(("Status", "{{ status }}"))
        .column(("Code", "[`{{ code }}`]({{ docs_url }})"))
        .column(("Meaning", "{{ description }}"));
    println!("{}", table.render(format, &BOOK)?);
    print!("{}", Sections::new().filter("status < 429").render(format, &BOOK)?);
    Ok(())
}
