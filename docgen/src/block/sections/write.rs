//! Writes a section: its heading, and the prose, the tables and the example of each error.

use std::collections::HashSet;

use minijinja::Value;

use super::Sections;
use crate::anchor::anchor;
use crate::ast::{self, Block, Footnotes, Inline};
use crate::block::Table;
use crate::block::select::Scope;
use crate::error::Error;
use crate::facts::Deprecated;
use crate::format::{Format, Place};
use crate::template::{self, Compiled, holdable};

/// Writes sections one after the other.
pub(super) struct Writer<'t> {
    scope: Scope,
    /// The anchors so far, if sections have them.
    anchors: Option<HashSet<String>>,
    level: usize,
    heading: Compiled<'t>,
    /// The tables by the name of their rows, and their headings.
    tables: Vec<(&'static str, Compiled<'t>, Table)>,
    example: Option<Compiled<'t>>,
    footnotes: Footnotes,
    pub(super) parts: Vec<Block>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(sections: &'t Sections, scope: Scope, errors: &[Value]) -> Result<Self, Error> {
        let inner = |name, heading: &'t Option<String>| {
            heading.as_deref().map(|heading| scope.compile(name, heading, errors)).transpose()
        };
        let name = ("Name", "{{ name | code }}");
        let details = Table::new().column(name).column(("Type", "{{ type | code }}"));
        let details = details.column(("Description", "{{ description }}"));
        // A value that is only known at runtime is an empty cell.
        let headers = Table::new().column(name).column(("Value", "{{ value | code }}"));
        let tables = [
            ("details", inner("the heading of details", &sections.details)?, details),
            ("headers", inner("the heading of headers", &sections.headers)?, headers),
        ];
        let table = |(rows, heading, table): (_, Option<_>, Table)| {
            Some((rows, heading?, table.style(sections.style)))
        };
        Ok(Self {
            scope,
            anchors: sections.anchors.then(HashSet::new),
            level: sections.level.unwrap_or(if sections.selection.group.is_some() { 3 } else { 2 }),
            heading: scope.compile("the heading", &sections.heading, errors)?,
            tables: tables.into_iter().filter_map(table).collect(),
            example: inner("the heading of the example", &sections.example)?,
            footnotes: Footnotes::default(),
            parts: Vec::new(),
        })
    }

    /// Writes the section of a row, with all of its errors.
    pub(super) fn section(&mut self, row: &Value) -> Result<(), Error> {
        let heading = self.line(&self.heading, row)?;
        let anchor = anchor(&template::text(&row.get_attr("code").unwrap_or_default()));
        let anchors = self.anchors.as_mut().filter(|_| !anchor.is_empty());
        // docutils does not distinguish upper and lower case.
        let is_folded = self.scope.format == Format::ReStructuredText;
        let name = if is_folded { anchor.to_lowercase() } else { anchor.clone() };
        let is_new = anchors.is_some_and(|anchors| anchors.insert(name));
        let start = self.parts.len();
        self.parts.push(self.heading(self.level, &heading, is_new.then_some(&anchor)));
        let errors = row.get_attr("errors").unwrap_or_default();
        errors.try_iter().into_iter().flatten().try_for_each(|error| self.error(&error))?;
        // Text needs less room than a tree.
        let blocks = self.parts.split_off(start);
        self.parts.push(Block::Raw(self.scope.format.markup().blocks(&blocks)));
        Ok(())
    }

    fn error(&mut self, error: &Value) -> Result<(), Error> {
        let fact = |name: &str| error.get_attr(name).unwrap_or_default();
        let deprecated = fact("deprecated");
        if let Some(deprecated) =
            deprecated.downcast_object_ref::<Deprecated>().filter(|_| deprecated.is_true())
        {
            self.prose(&deprecated.sentence());
        }
        self.prose(&fact("description").to_string());
        let sections = fact("sections");
        for name in sections.try_iter().into_iter().flatten() {
            let heading = ast::line(&self.scope.format.parse(&holdable(&name.to_string())));
            self.parts.push(self.heading(self.level + 1, &heading, None));
            self.prose(&sections.get_item(&name).unwrap_or_default().to_string());
        }
        for (rows, heading, table) in &self.tables {
            let rows: Vec<Value> = fact(rows).try_iter().into_iter().flatten().collect();
            if !rows.is_empty() {
                let names = &["name", "type", "value", "description"];
                let table = table.blocks(Scope { names, ..self.scope }, rows)?;
                let heading = self.line(heading, error)?;
                self.parts.push(self.heading(self.level + 1, &heading, None));
                self.parts.extend(table);
            }
        }
        if let Some(heading) = &self.example {
            let heading = self.line(heading, error)?;
            self.parts.push(self.heading(self.level + 1, &heading, None));
            let http = fact("example").get_attr("http").unwrap_or_default();
            let text = holdable(http.to_string().trim_end()).into_owned();
            self.parts.push(Block::Code { info: "http".to_owned(), text });
        }
        Ok(())
    }

    /// Headings of sections are those of the page: they are written at once, since those of doc comments may be in other blocks.
    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> Block {
        Block::Raw(self.scope.format.markup().heading(level, content, anchor))
    }

    fn line(&self, heading: &Compiled<'_>, error: &Value) -> Result<Vec<Inline>, Error> {
        Ok(self.scope.format.line(Place::Heading, &heading.render(error)?, &heading.parsed))
    }

    fn prose(&mut self, markdown: &str) {
        let mut blocks = self.scope.format.parse(&holdable(markdown));
        ast::deepen(&mut blocks, self.level);
        self.footnotes.distinct(&mut blocks);
        self.parts.extend(blocks);
    }
}
