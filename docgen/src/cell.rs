//! The template engine, set up for cells.

use minijinja::value::ValueKind;
use minijinja::{Environment, Output, State, Template, UndefinedBehavior, Value};

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
    if let Some(name) = unknown_name(environment, &template, rows, in_scope) {
        let column = column.header().to_owned();
        return Err(Error::UnknownName { column, name, in_scope });
    }
    let cell = |row: &Value| Ok(one_line(&template.render(row.clone()).map_err(failed)?));
    rows.iter().map(cell).collect()
}

/// A name that the template uses and that is not there: not in scope, or `meta.NAME` of which no row has any.
fn unknown_name(
    environment: &Environment<'_>,
    template: &Template<'_, '_>,
    rows: &[Value],
    in_scope: &[&str],
) -> Option<String> {
    let is_known = |name: &String| match name.split_once('.') {
        None => in_scope.contains(&name.as_str()) || environment.globals().any(|(global, _)| global == name),
        Some((map @ ("meta" | "sections"), key)) => {
            rows.is_empty() || rows.iter().any(|row| has(row, map, key))
        }
        Some(_) => true,
    };
    let mut names: Vec<_> = template.undeclared_variables(false).into_iter().collect();
    names.extend(template.undeclared_variables(true));
    names.retain(|name| !is_known(name));
    names.sort_unstable();
    names.into_iter().next()
}

fn has(row: &Value, map: &str, key: &str) -> bool {
    let value = row.get_attr(map).and_then(|map| map.get_attr(key));
    value.is_ok_and(|value| !value.is_undefined())
}

/// A line break that the author wrote would end the row.
pub(crate) fn one_line(cell: &str) -> String {
    cell.trim().replace(['\n', '\r'], " ")
}
