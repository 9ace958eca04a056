//! Selects, sorts, merges and groups rows.

mod group;
mod methods;

use minijinja::{Environment, Value};

pub use self::group::Group;
pub(super) use self::group::Part;
pub(super) use self::methods::selecting;
use crate::block::options::{Take, options};
use crate::error::Error;
use crate::facts::{grouped, one_of};
use crate::template::{Template, evaluate, text};

/// Which rows a block has, in which order and in which groups: expressions over a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    filters: Vec<String>,
    orders: Vec<(String, Direction)>,
    /// Errors with equal keys become one row.
    merge_by: Option<String>,
    pub(crate) group: Option<Group>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Direction {
    Ascending,
    Descending,
}

impl Selection {
    fn sort_option(&mut self, expression: &str, direction: Direction, is_first: bool) {
        if is_first {
            self.orders.clear();
        }
        self.sort(expression.to_owned(), direction);
    }

    pub(crate) fn filter(&mut self, expression: String) {
        self.filters.push(expression);
    }

    pub(crate) fn sort(&mut self, expression: String, direction: Direction) {
        self.orders.push((expression, direction));
    }

    pub(crate) fn merge_by(&mut self, expression: String) {
        self.merge_by = Some(expression);
    }

    /// The rows that match all filters, sorted with a stable sort and merged.
    pub(crate) fn apply(
        &self,
        engine: &Environment<'_>,
        mut rows: Vec<Value>,
        in_scope: &'static [&'static str],
    ) -> Result<Vec<Value>, Error> {
        for filter in &self.filters {
            let kept = evaluate(engine, Template { name: "the filter", source: filter, in_scope }, &rows)?;
            let mut kept = kept.iter().map(Value::is_true);
            rows.retain(|_| kept.next().unwrap_or_default());
        }
        // The last order first: sorting is stable.
        for (order, direction) in self.orders.iter().rev() {
            let keys = evaluate(engine, Template { name: "the order", source: order, in_scope }, &rows)?;
            let mut keyed: Vec<_> = keys.into_iter().zip(rows).collect();
            keyed.sort_by(|(a, _), (b, _)| match direction {
                Direction::Ascending => a.cmp(b),
                Direction::Descending => b.cmp(a),
            });
            rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
        match &self.merge_by {
            Some(expression) => {
                merged(engine, Template { name: "`merge_by`", source: expression, in_scope }, &rows)
            }
            None => Ok(rows),
        }
    }
}

impl Take for Selection {
    // Filters are added to those of the block; orders and groups replace them.
    options!(|selection, option, value, is_first|
        "filter" => selection.filter(value.to_owned()),
        "sort" => selection.sort_option(value, Direction::Ascending, is_first),
        "sort-desc" => selection.sort_option(value, Direction::Descending, is_first),
        "merge-by" => selection.merge_by(value.to_owned()),
        "group" => selection.group = Some(match selection.group.take() {
            Some(group) => group.by_instead(value),
            None => Group::by(value),
        }),
        "group-heading" => {
            let group = selection.group.take().ok_or("an option `group=\"…\"` as well")?;
            selection.group = Some(group.heading(value));
        },
        _ => {}
    );
}

/// Merges rows with equal keys into the first of them, whose `errors` are all of them. A row with an empty key stays separate.
fn merged(engine: &Environment<'_>, expression: Template<'_>, rows: &[Value]) -> Result<Vec<Value>, Error> {
    let keys = evaluate(engine, expression, rows)?;
    let keyed = rows.iter().zip(&keys).enumerate().map(|(at, (row, key))| {
        let key = Some(text(key)).filter(|key| !key.is_empty()).ok_or(at);
        (key, row.clone())
    });
    Ok(grouped(keyed).into_iter().map(|(_, rows)| one_of(rows)).collect())
}
