//! CSV and JSON: a table is records, and so is a list. Content is text without markup.

use std::borrow::Cow;

use super::{Markup, Position};
use crate::ast::{Block, Definition, Grid, Inline, List, plain, plain_blocks};

mod csv;
mod json;

/// A format of data.
#[derive(Debug)]
pub(crate) enum Data {
    Csv,
    Json,
}

impl Markup for Data {
    fn name(&self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    fn extensions(&self) -> &'static [&'static str] {
        match self {
            Self::Csv => &["csv"],
            Self::Json => &["json"],
        }
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    fn has_prose(&self) -> bool {
        false
    }

    fn inline(&self, content: &[Inline], _: Position<'_>) -> String {
        self.text(plain(content))
    }

    fn heading(&self, _: usize, content: &[Inline], _: Option<&str>) -> String {
        self.text(plain(content))
    }

    fn code_block(&self, _: &str, code: &str) -> String {
        self.verbatim(code)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        self.text(plain_blocks(blocks))
    }

    fn list(&self, list: &List) -> String {
        let items = list.items.iter().map(|item| written(&item.blocks));
        match self {
            Self::Csv => csv::records("", items.map(|item| vec![item])),
            Self::Json => json::array(items.map(|item| json::quoted(&item))),
        }
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let items = items.iter().map(|item| vec![plain(&item.term).into(), written(&item.blocks)]);
        match self {
            Self::Csv => csv::records("", items),
            Self::Json => json::objects(&["term", "definition"].map(Cow::from), items),
        }
    }

    /// In JSON, the names of the members are the headers.
    fn table(&self, grid: &Grid) -> String {
        let headers: Vec<Cow<'_, str>> =
            grid.columns.iter().map(|column| plain(&column.header).into()).collect();
        let rows = grid.full_rows().into_iter().map(|row| row.into_iter().map(written).collect());
        match (self, &grid.header_line) {
            (Self::Csv, None) => csv::records("", std::iter::once(headers).chain(rows)),
            (Self::Csv, Some(line)) => csv::records(line, rows),
            (Self::Json, _) => json::objects(&headers, rows),
        }
    }

    fn rule(&self) -> String {
        String::new()
    }

    fn verbatim(&self, text: &str) -> String {
        self.text(text.to_owned())
    }

    fn address(&self, text: &str) -> String {
        self.verbatim(text)
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        match blocks {
            [block @ (Block::List(_) | Block::Definitions(_) | Block::Table(_))] => self.block(block),
            blocks => self.text(plain_blocks(blocks)),
        }
    }
}

impl Data {
    /// In JSON, the inside of a string.
    fn text(&self, text: String) -> String {
        match self {
            Self::Csv => text,
            Self::Json => json::inside(&text),
        }
    }
}

/// The text of a cell or an item, which may be written already.
fn written(blocks: &[Block]) -> Cow<'_, str> {
    if let [Block::Raw(raw)] = blocks { raw.into() } else { plain_blocks(blocks).into() }
}
