//! Templates combine every fact of an error; absent values render as nothing.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Table;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase")]
enum Facts {
    /// It is full.
    ///
    /// # Cause
    /// Too much.
    ///
    /// # How to fix
    /// Wait.
    #[api(status = 429, number = -9, title = "Full up", message = "wait {wait}", docs_url = "/full")]
    #[api(meta(emoji = "🚦"), header("X-A" = "a"))]
    #[deprecated]
    Full {
        /// How long.
        #[api(detail, retry_after)]
        wait: u8,
        #[api(detail = "limit")]
        max: Option<u32>,
        #[api(violations)]
        wrong: Vec<errbook::Violation>,
    },
    #[api(status = 404)]
    Bare,
}

static BOOK: Book = Book::new("Facts", &[Facts::CATALOG]);

fn cells(template: &str) -> [String; 2] {
    let markdown = Table::new().column(("H", template)).markdown(&BOOK).unwrap();
    let cell = |at: usize| markdown.lines().nth(at).unwrap().trim_matches(['|', ' ']).to_owned();
    [cell(2), cell(3)]
}

#[test]
fn every_fact() {
    for (template, full, bare) in [
        ("{{ status }}", "429", "404"),
        ("{{ phrase }}", "Too Many Requests", "Not Found"),
        ("{{ code }}", "Full", "Bare"),
        ("{{ number }}", "-9", ""),
        ("{{ title }}", "Full up", "Not Found"),
        ("{{ message }}", "wait {wait}", ""),
        ("{{ description }}", "It is full.", ""),
        ("{{ sections.Cause }}", "Too much.", ""),
        ("{{ sections['How to fix'] }}", "Wait.", ""),
        ("{{ details }}", "wait, limit", ""),
        ("{{ headers }}", "X-A, Retry-After", ""),
        ("{{ docs_url }}", "/full", ""),
        ("{{ type }}::{{ variant }}", "Facts::Full", "Facts::Bare"),
        ("{{ meta.emoji }}", "🚦", ""),
        ("{{ 'yes' if retryable else 'no' }}", "yes", "no"),
        ("{{ retryable }}", "true", "false"),
        ("{{ violations }}", "true", "false"),
        ("{{ 'old' if deprecated else 'new' }}", "old", "new"),
    ] {
        assert_eq!(cells(template), [full, bare], "{template}");
    }
}

#[test]
fn combined() {
    assert_eq!(
        cells("{{ status }} - {% if meta.emoji %}{{ meta.emoji }} {% endif %}{{ title }}"),
        ["429 - 🚦 Full up", "404 - Not Found"]
    );
    assert_eq!(
        cells(
            "{% for detail in details %}`{{ detail.name }}: {{ detail.type }}` {{ detail.description }}; {% endfor %}"
        ),
        ["`wait: integer` How long.; `limit: integer` ;", ""]
    );
    assert_eq!(
        cells("{% for header in headers %}{{ header.name }}={{ header.value }};{% endfor %}"),
        ["X-A=a;Retry-After=;", ""]
    );
    assert_eq!(cells("{{ description or '—' }}"), ["It is full.", "—"]);
}

/// The engine's text of `none` is `None`.
#[test]
fn an_absent_value_is_no_text_either() {
    for (template, full, bare) in [
        ("{{ code ~ number }}", "Full-9", "Bare"),
        ("{{ [code, number, meta.emoji] | join('/') }}", "Full/-9/🚦", "Bare//"),
        ("{{ headers | map(attribute='value') | join('+') }}{{ since ~ deprecated.since }}", "a+", ""),
        ("{{ '%s%s' | format(code, docs_url) }}", "Full/full", "Bare"),
        ("{% if number == none %}no{% else %}{{ number }}{% endif %}", "-9", "no"),
        ("{{ number is none }} {{ number != none and number is not none }}", "false true", "true false"),
        ("{{ number is defined }} {{ number or 0 }} {{ number | default(1) }}", "true -9 -9", "false 0 1"),
        ("{{ 'big' if number > -10 }}{{ 'small' if number < -10 }}", "big", "small"),
        (
            "{{ number | tojson }} {{ {'a': meta.emoji} | tojson }}",
            "-9 {\"a\": \"🚦\"}",
            "null {\"a\": null}",
        ),
        ("{{ '== none' ~ \"\\\" == none\" }}", "== none\" == none", "== none\" == none"),
    ] {
        assert_eq!(cells(template), [full, bare], "{template}");
    }
    let table = |filter: &str| Table::new().column(("H", "{{ code }}")).filter(filter).sort_by("number");
    assert!(table("number == none").markdown(&BOOK).unwrap().ends_with("| Bare |\n"));
    assert!(table("number != none").markdown(&BOOK).unwrap().ends_with("| Full |\n"));
    assert!(table("true").markdown(&BOOK).unwrap().ends_with("| Bare |\n| Full |\n"));
}
