//! The engine of `page.html.jinja`: it escapes all text.

use errbook::Entry;
use minijinja::{Output, State, Value};

use super::prose;
use super::text::{Fragment, Text};
use crate::template;

const PAGE: &str = include_str!("page.html.jinja");

/// Renders the page.
pub(super) fn render(context: Value) -> String {
    let mut engine = template::engine();
    engine.set_formatter(escaped);
    engine.add_filter("prose", |text: &Value, level: usize| {
        Value::from_safe_string(prose::blocks(&template::text(text), level))
    });
    engine.add_filter("fitted", |text: &Value| Value::from_safe_string(prose::fitted(&template::text(text))));
    engine.add_filter("fragment", |id: &str| Fragment(id).to_string());
    engine.add_filter("listing", |text: &str| {
        // Quotes are escaped in attributes only.
        Value::from_safe_string(Text(text).to_string().replace("&quot;", "\""))
    });
    engine.add_filter("phrase", |status: u16| {
        format!("{status} {}", phrase(status).unwrap_or_default()).trim_end().to_owned()
    });
    engine.add_test("phrase_of", |title: &str, statuses: Vec<u16>| {
        statuses.iter().any(|status| phrase(*status) == Some(title))
    });
    engine.add_test("safe_url", prose::is_safe);
    engine.render_str(PAGE, context).expect("the template is that of the page, and has all of its names")
}

fn escaped(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(html) if value.is_safe() => out.write_str(html)?,
        Some(text) => write!(out, "{}", Text(text))?,
        None => write!(out, "{}", Text(&template::text(value)))?,
    }
    Ok(())
}

fn phrase(status: u16) -> Option<&'static str> {
    (400..600).contains(&status).then(|| Entry::new(status, "").reason_phrase()).flatten()
}
