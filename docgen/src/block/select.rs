//! Selects, sorts, merges and groups rows.

mod group;
mod methods;

use minijinja::Value;

pub use self::group::Group;
pub(super) use self::methods::selecting;
use crate::ast::Block;
use crate::block::options::options;
use crate::error::Error;
use crate::facts::{grouped, one_of, plain};
use crate::format::Format;
use crate::template::{Compiled, Template, prepared, text};

/// Which rows a block has, in which order and in which groups: expressions over a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    pub(super) filters: Vec<String>,
    /// With whether each is in descending order.
    pub(super) orders: Vec<(String, bool)>,
    /// Errors with equal keys become one row.
    pub(super) merge_by: Option<String>,
    pub(super) group: Option<Group>,
}

/// What templates and expressions over rows are written with.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    pub(crate) format: Format,
    /// The names of a row.
    pub(crate) names: &'static [&'static str],
}

impl Scope {
    pub(super) fn template<'t>(self, name: &'t str, source: &'t str) -> Template<'t> {
        Template { name, source, in_scope: self.names }
    }

    pub(crate) fn compile<'t>(
        self,
        name: &'t str,
        source: &'t str,
        rows: &[Value],
    ) -> Result<Compiled<'t>, Error> {
        self.template(name, source).compile(rows)
    }

    pub(crate) fn evaluate(self, name: &str, source: &str, rows: &[Value]) -> Result<Vec<Value>, Error> {
        self.template(name, source).evaluate(rows, |row| plain(row, false))
    }
}

/// The heading of a group, and its rows.
pub(crate) type Part = (Vec<Block>, Vec<Value>);

impl Selection {
    fn sort_option(&mut self, expression: &str, is_descending: bool, is_first: bool) {
        if is_first {
            self.orders.clear();
        }
        self.orders.push((expression.to_owned(), is_descending));
    }

    /// The rows that match all filters, sorted with a stable sort and merged.
    pub(crate) fn apply(&self, scope: Scope, mut rows: Vec<Value>) -> Result<Vec<Value>, Error> {
        for filter in &self.filters {
            let mut kept = scope.evaluate("the filter", filter, &rows)?.into_iter();
            rows.retain(|_| kept.next().is_some_and(|kept| kept.is_true()));
        }
        // The last order first: sorting is stable.
        for (order, is_descending) in self.orders.iter().rev() {
            let keys = scope.evaluate("the order", order, &rows)?;
            let mut keyed: Vec<_> = keys.into_iter().zip(rows).collect();
            keyed.sort_by(|(a, _), (b, _)| if *is_descending { b.cmp(a) } else { a.cmp(b) });
            rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
        let Some(expression) = &self.merge_by else { return Ok(rows) };
        let keys = scope.evaluate("`merge_by`", expression, &rows)?;
        let keyed = rows.into_iter().zip(keys).enumerate().map(|(at, (row, key))| {
            // A row with an empty key stays separate.
            (Some(text(&key)).filter(|key| !key.is_empty()).ok_or(at), row)
        });
        Ok(grouped(keyed).into_iter().map(|(_, rows)| one_of(rows)).collect())
    }

    /// The rows of each group, below the blocks of its heading; without groups or rows, one part below nothing.
    pub(crate) fn parts(
        &self,
        scope: Scope,
        block: &'static str,
        rows: Vec<Value>,
    ) -> Result<Vec<Part>, Error> {
        let parts = match &self.group {
            Some(_) if !scope.format.markup().has_prose() => {
                return Err(Error::not_in_format(block, scope.format));
            }
            Some(group) => group.parts(scope, &rows)?,
            None => Vec::new(),
        };
        Ok(if parts.is_empty() { vec![(Vec::new(), rows)] } else { parts })
    }
}

// Filters are added to those of the block; orders and groups replace them.
options!(Selection: |selection, value, is_first|
    "filter" => selection.filters.push(value.to_owned()),
    "sort" => selection.sort_option(value, false, is_first),
    "sort-desc" => selection.sort_option(value, true, is_first),
    "merge-by" => selection.merge_by = Some(value.to_owned()),
    "group" => value.clone_into(&mut selection.group.get_or_insert_with(|| Group::by("")).by),
    "group-heading" => {
        selection.group.as_mut().ok_or("an option `group=\"…\"` as well")?.heading = prepared(value);
    },
);
