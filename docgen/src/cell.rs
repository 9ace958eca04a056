//! The template engine, set up for cells.

use minijinja::value::ValueKind;
use minijinja::{Environment, Output, State, UndefinedBehavior, Value};

use crate::error::Error;
use crate::escape::markdown_cell;
use crate::table::Column;

/// Templates whose output is escaped for a Markdown cell.
pub(crate) fn environment<'t>() -> Environment<'t> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_formatter(print);
    environment
}

fn print(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    let text = text(value);
    out.write_str(&if value.is_safe() { text } else { markdown_cell(&text) })?;
    Ok(())
}

/// What has no value prints nothing, and a list prints the names of what is in it.
fn text(value: &Value) -> String {
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => String::new(),
        ValueKind::Seq => {
            let items = value.try_iter().into_iter().flatten();
            let named = |item: Value| match item.get_attr("name") {
                Ok(name) if !name.is_undefined() => text(&name),
                _ => text(&item),
            };
            items.map(named).collect::<Vec<_>>().join(", ")
        }
        _ => value.to_string(),
    }
}

/// The cells of one column, a row each.
pub(crate) fn cells(
    environment: &Environment<'_>,
    column: &Column,
    rows: &[Value],
    in_scope: &'static [&'static str],
) -> Result<Vec<String>, Error> {
    let failed = |source| Error::Template { column: column.header().to_owned(), source };
    let template = environment.template_from_str(column.template()).map_err(failed)?;
    let mut unknown: Vec<_> = template.undeclared_variables(false).into_iter().collect();
    unknown.retain(|name| {
        !in_scope.contains(&name.as_str()) && environment.globals().all(|(global, _)| global != name)
    });
    unknown.sort_unstable();
    if let Some(name) = unknown.into_iter().next() {
        return Err(Error::UnknownName { column: column.header().to_owned(), name, in_scope });
    }
    let cell = |row: &Value| Ok(one_line(&template.render(row.clone()).map_err(failed)?));
    rows.iter().map(cell).collect()
}

/// A line break that the author wrote would end the row.
fn one_line(cell: &str) -> String {
    cell.trim().replace(['\n', '\r'], " ")
}
