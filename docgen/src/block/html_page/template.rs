//! The engine of `page.html.jinja`: it escapes all text.

use minijinja::{Output, State, Value};

use super::prose;
use crate::anchor::fragment;
use crate::ast::is_safe_address;
use crate::facts::phrase;
use crate::format::html::escape;
use crate::template::{self, holdable};

const PAGE: &str = include_str!("page.html.jinja");

/// Renders the page.
pub(super) fn render(context: Value) -> String {
    let mut engine = template::engine();
    engine.set_formatter(escaped);
    engine.add_filter("prose", |text: &Value, level: usize| {
        Value::from_safe_string(prose::blocks(&template::text(text), level))
    });
    engine.add_filter("fitted", |text: &Value| Value::from_safe_string(prose::fitted(&template::text(text))));
    engine.add_filter("fragment", fragment);
    engine.add_filter("heading", heading_of_type);
    // Quotes are escaped in attributes only.
    engine.add_filter("listing", |text: &str| {
        Value::from_safe_string(self::text(text).replace("&quot;", "\""))
    });
    engine.add_filter("phrase", |status: u16| {
        format!("{status} {}", phrase(status).unwrap_or_default()).trim_end().to_owned()
    });
    engine.add_test("phrase_of", |title: &str, statuses: Vec<u16>| {
        statuses.iter().any(|status| phrase(*status) == Some(title))
    });
    engine.add_test("safe_url", is_safe_address);
    engine.render_str(PAGE, context).expect("the template is that of the page, and has all of its names")
}

fn escaped(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(html) if value.is_safe() => out.write_str(html)?,
        _ => out.write_str(&text(&template::text(value)))?,
    }
    Ok(())
}

/// A text in an element or between double quotes.
fn text(text: &str) -> String {
    escape(&holdable(text), "\n").replace("&#39;", "'")
}

/// What people call the errors of a type: `Order errors` for `OrderError`.
fn heading_of_type(name: &str) -> String {
    let mut heading = String::new();
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let is_lower = chars.peek().is_some_and(|next| next.is_lowercase());
        let before = heading.chars().next_back().filter(|before| before.is_alphanumeric());
        let is_word = c.is_uppercase() && before.is_some_and(|before| is_lower || before.is_lowercase());
        if is_word {
            heading.push(' ');
        }
        if is_word && is_lower { heading.extend(c.to_lowercase()) } else { heading.push(c) }
    }
    let heading = heading.replace("Http ", "HTTP ");
    if heading.to_lowercase().ends_with("error") { heading + "s" } else { heading }
}
