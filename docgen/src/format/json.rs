//! JSON (RFC 8259): a table is an array of objects, and a list an array. Content is text without markup.

use serde_json::Value;

use super::{Markup, Position};
use crate::ast::{Block, Definition, Grid, Inline, List, plain, plain_blocks};

#[derive(Debug)]
pub(crate) struct Json;

impl Markup for Json {
    fn name(&self) -> &'static str {
        "JSON"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    fn has_prose(&self) -> bool {
        false
    }

    /// The inside of a string.
    fn inline(&self, content: &[Inline], _: Position<'_>) -> String {
        inside(&plain(content))
    }

    fn heading(&self, _: usize, content: &[Inline], _: Option<&str>) -> String {
        inside(&plain(content))
    }

    fn code_block(&self, _: &str, code: &str) -> String {
        inside(code)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        inside(&plain_blocks(blocks))
    }

    fn list(&self, list: &List) -> String {
        array(list.items.iter().map(|item| quoted(&plain_blocks(&item.blocks))))
    }

    fn definitions(&self, items: &[Definition]) -> String {
        array(items.iter().map(|item| {
            object([
                ("term".to_owned(), plain(&item.term)),
                ("definition".to_owned(), plain_blocks(&item.blocks)),
            ])
        }))
    }

    /// The names of the members are the headers.
    fn table(&self, grid: &Grid) -> String {
        let names: Vec<_> = grid.columns.iter().map(|column| plain(&column.header)).collect();
        let rows = grid.full_rows().into_iter();
        array(rows.map(|row| object(names.iter().cloned().zip(row.into_iter().map(plain_blocks)))))
    }

    fn rule(&self) -> String {
        String::new()
    }

    fn verbatim(&self, text: &str) -> String {
        inside(text)
    }

    fn address(&self, text: &str) -> String {
        inside(text)
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        match blocks {
            [block @ (Block::List(_) | Block::Definitions(_) | Block::Table(_))] => self.block(block),
            blocks => inside(&plain_blocks(blocks)),
        }
    }
}

/// A text as it is between the quotes of a string.
fn inside(text: &str) -> String {
    let quoted = quoted(text);
    quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn object(members: impl IntoIterator<Item = (String, String)>) -> String {
    let member = |(name, text): (String, String)| format!("    {}: {}", quoted(&name), quoted(&text));
    let members: Vec<_> = members.into_iter().map(member).collect();
    if members.is_empty() { "{}".to_owned() } else { format!("{{\n{}\n  }}", members.join(",\n")) }
}

fn array(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.map(|item| format!("  {item}")).collect();
    if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
}
