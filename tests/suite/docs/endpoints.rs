//! The errors of endpoints: inferred from handlers, in the lock, in templates and on the page.

use std::future::{Future, Ready, ready};
use std::path::Path;
use std::pin::Pin;

use errbook::{AnyError, ApiError, Book};
use errbook_contract::{Endpoints, Lock};
use errbook_docgen::{Block, Docs, ErrorKind, Format, HtmlPage, Matrix, Page, RenderContext};

use crate::scratch::{folder, put, read};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NO_PARCEL", message = "no such parcel")]
struct NoParcel;

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "SENT", message = "the parcel is sent")]
struct Sent;

#[derive(Debug, ApiError)]
#[api(display)]
enum TokenError {
    #[api(status = 401, code = "TOKEN_MISSING", header("WWW-Authenticate" = "Bearer"))]
    Missing,
    #[api(status = 401, code = "TOKEN_SECRET", header("WWW-Authenticate" = "Bearer"))]
    #[doc(hidden)]
    Secret,
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from)]
enum SendError {
    NoParcel(NoParcel),
    Sent(Sent),
    Token(TokenError),
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from)]
enum BatchError {
    NoParcel(NoParcel),
    Plugin(Box<dyn ApiError>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "TEAPOT")]
struct Teapot;

static BOOK: Book = Book::new("Parcels API", &[NoParcel::CATALOG, Sent::CATALOG, TokenError::CATALOG]);

async fn get(_: &'static str, id: u64) -> Result<u64, NoParcel> {
    if id == 0 { Err(NoParcel) } else { Ok(id) }
}

async fn send() -> Result<(), SendError> {
    get("", 0).await?;
    Err(if BOOK.name().is_empty() { TokenError::Missing.into() } else { Sent.into() })
}

async fn generic<S: Send, const N: usize>(_: S, _: [u8; N]) -> Result<S, Sent> {
    Err(Sent)
}

fn boxed(_: u8) -> Pin<Box<dyn Future<Output = Result<(), Sent>> + Send>> {
    Box::pin(ready(Err(Sent)))
}

fn named(_: u8, _: u8, _: u8) -> Ready<Result<(), TokenError>> {
    ready(Err(TokenError::Secret))
}

async fn any() -> Result<(), AnyError> {
    Err(Sent.into())
}

fn not_async(_: u8) -> Result<(), NoParcel> {
    Err(NoParcel)
}

type Byte = u8;

#[allow(clippy::too_many_arguments, reason = "it has as many as a handler may have")]
async fn sixteen(
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
    _: Byte,
) -> Result<(), Sent> {
    Err(Sent)
}

/// The tables of endpoints in the lock of these.
fn locked(docs: impl FnOnce(Docs<'static>) -> Docs<'static>) -> String {
    let folder = tempfile::tempdir().unwrap();
    docs(Docs::new(&BOOK, folder.path()).allow_incomplete().lock("errors.lock.toml")).write().unwrap();
    let lock = read(folder.path(), "errors.lock.toml");
    let is_endpoint = |table: &&str| table.starts_with("[endpoint.") || table.starts_with("[everywhere]");
    lock.split("\n\n").filter(is_endpoint).collect::<Vec<_>>().join("\n")
}

#[test]
fn errors_are_inferred_from_the_type_of_the_handler() {
    let tables = locked(|docs| {
        docs.endpoint("GET /parcels/{id}", get)
            .endpoint("POST /parcels", send)
            .endpoint("GET /a", generic::<String, 3>)
            .endpoint("GET /b", boxed)
            .endpoint("GET /c", named)
            .endpoint("GET /d", not_async)
            .endpoint("GET /e", sixteen)
            .endpoint("GET /f", |id: u64| async move { get("", id).await })
            .endpoint("GET /g", |id: u64| if id == 0 { Err(Sent) } else { Ok(id) })
            .endpoint_of::<SendError>("PUT /h")
    });
    let expected = "\
[endpoint.\"GET /a\"]
SENT = true
[endpoint.\"GET /b\"]
SENT = true
[endpoint.\"GET /c\"]
TOKEN_MISSING = true
[endpoint.\"GET /d\"]
NO_PARCEL = true
[endpoint.\"GET /e\"]
SENT = true
[endpoint.\"GET /f\"]
NO_PARCEL = true
[endpoint.\"GET /g\"]
SENT = true
[endpoint.\"GET /parcels/{id}\"]
NO_PARCEL = true
[endpoint.\"POST /parcels\"]
NO_PARCEL = true
SENT = true
TOKEN_MISSING = true
[endpoint.\"PUT /h\"]
NO_PARCEL = true
SENT = true
TOKEN_MISSING = true";
    assert_eq!(tables, expected);
}

#[test]
fn errors_of_every_endpoint_are_not_repeated() {
    let tables = locked(|docs| docs.endpoint("POST /parcels", send).everywhere::<TokenError>());
    let expected = "\
[everywhere]
TOKEN_MISSING = true
[endpoint.\"POST /parcels\"]
NO_PARCEL = true
SENT = true";
    assert_eq!(tables, expected);
}

#[test]
fn what_holds_any_error_answers_with_any() {
    let table = "[endpoint.\"POST /batch\"]\n\"*\" = true";
    assert_eq!(locked(|docs| docs.endpoint("POST /batch", any)), table);
    assert_eq!(locked(|docs| docs.endpoint_of::<BatchError>("POST /batch")), table);
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).endpoint_of::<BatchError>("POST /batch").lint();
    let errors = docs.outdated().unwrap_err();
    let found = errors.iter().find(|error| error.to_string().contains("endpoint-any")).unwrap();
    assert_eq!(found.kind(), ErrorKind::Lint);
    assert_eq!(
        found.to_string(),
        "POST /batch: expected a handler whose error type lists its errors, found one that returns any (endpoint-any)"
    );
}

#[test]
fn mistakes_say_what_to_write() {
    let docs = Docs::new(&BOOK, "")
        .endpoint("GET /parcels", get)
        .endpoint("GET /parcels", send)
        .endpoint_of::<Teapot>("GET /tea")
        .everywhere::<Teapot>();
    let invalid = ["", "/parcels", "get /parcels", "GET parcels", "GET  /parcels", "GET /a b", "GET /a\n"];
    let docs = invalid.iter().fold(docs, |docs, name| docs.endpoint_of::<Sent>(*name));
    let errors = docs.outdated().unwrap_err();
    assert!(errors.iter().all(|error| error.kind() == ErrorKind::Endpoint));
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(errors[0], "duplicate endpoint `GET /parcels`: rename or remove one of them");
    let lacks = "the book does not have error `TEAPOT` of `Teapot`: add `Teapot::CATALOG` to it";
    assert_eq!(errors[8], format!("endpoint `GET /tea`: {lacks}"));
    assert_eq!(errors[9], format!("`Docs::everywhere`: {lacks}"));
    for (error, name) in errors[1..8].iter().zip(invalid) {
        let name = name.replace('\n', "\\u{a}");
        let expected =
            format!("invalid endpoint `{name}`: expected a method and a path, such as `GET /orders/{{id}}`");
        assert_eq!(*error, expected);
    }
    assert_eq!(errors.len(), 10);
}

#[test]
fn templates_name_endpoints() {
    let folder = tempfile::tempdir().unwrap();
    put(
        folder.path(),
        "page.md.jinja",
        "\
{% for error in errors if error.endpoints or error.everywhere %}
- {{ error.code }}: {{ 'every endpoint' if error.everywhere else error.endpoints }}
{% endfor %}
{% for endpoint in book.endpoints %}
- {{ endpoint.method }} `{{ endpoint.path }}`: {{ 'anything' if endpoint.any else endpoint.errors | map(attribute='code') | join(', ') }}
{% endfor %}
{{ book.everywhere | map(attribute='code') | join(', ') }}
",
    );
    put(
        folder.path(),
        "table.md",
        "<!-- errbook:begin table filter=\"'GET /parcels/{id}' in endpoints\" column=\"Code={{ code }}\" -->\n<!-- errbook:end -->\n",
    );
    let docs = Docs::new(&BOOK, folder.path())
        .endpoint("GET /parcels/{id}", get)
        .endpoint("POST /parcels", send)
        .endpoint_of::<BatchError>("POST /batch")
        .everywhere::<TokenError>()
        .template("page.md", "page.md.jinja")
        .inject("table.md");
    docs.write().unwrap();
    let page = read(folder.path(), "page.md");
    let expected = [
        "- NO_PARCEL: GET /parcels/{id}, POST /batch, POST /parcels",
        "- SENT: POST /batch, POST /parcels",
        "- TOKEN_MISSING: every endpoint",
        "- GET `/parcels/{id}`: NO_PARCEL",
        "- POST `/batch`: anything",
        "- POST `/parcels`: NO_PARCEL, SENT",
        "TOKEN_MISSING",
    ];
    assert_eq!(page.lines().collect::<Vec<_>>(), expected);
    assert!(read(folder.path(), "table.md").contains("| Code      |\n| --------- |\n| NO_PARCEL |\n"));
}

#[test]
fn without_endpoints_templates_name_none() {
    let page =
        Page::new("page.md", "{{ errors[0].endpoints }}{{ errors[0].everywhere }}{{ book.endpoints }}");
    assert_eq!(page.render(Format::Markdown, &BOOK).unwrap(), "false");
}

/// The page of `Docs` and that of `errbook html` are the same, as far as a lock has what the book has.
#[test]
fn the_page_of_a_lock_is_the_page_of_the_book() {
    static ORDERED: Book = Book::new("Parcels API", &[NoParcel::CATALOG, Sent::CATALOG]);
    let retired = "\n[retired.LOST]\nretired = true\nreplaced-by = 'SENT'\nstatus = 410\ntitle = 'Lost'\n";
    let folder = folder("errors.lock.toml", Lock::of(&ORDERED).to_string() + retired);
    let docs = Docs::new(&ORDERED, folder.path())
        .endpoint("GET /parcels/{id}", get)
        .lock("errors.lock.toml")
        .file("errors.html", HtmlPage::new());
    docs.write().unwrap();
    let page = read(folder.path(), "errors.html");
    assert!(page.contains("<dt>Answered by<dd><code>GET /parcels/{id}</code>"), "{page}");
    assert!(page.contains("<article id=\"LOST\""), "{page}");
    assert_eq!(of_lock(folder.path()), page);
}

fn of_lock(folder: &Path) -> String {
    let lock = Lock::parse(read(folder, "errors.lock.toml")).unwrap();
    let book = lock.to_book();
    let context = RenderContext::new(Format::Html, &book).with_lock(&lock);
    HtmlPage::new().render_with(&context).unwrap()
}

/// A name of a lock may be any text.
#[test]
fn a_matrix_in_every_format() {
    let odd = "GET /a|b`c`'}}\\\u{1f980}";
    let endpoints =
        Endpoints::new().with_endpoint("GET /parcels", ["SENT"]).with_endpoint(odd, ["TOKEN_MISSING"]);
    let lock = Lock::of(&BOOK).with_endpoints(endpoints);
    let matrix = |format, columns: &[(String, String)]| {
        Matrix::new()
            .render_with(&RenderContext::new(format, &BOOK).with_lock(&lock).with_options(columns))
            .unwrap()
    };
    assert_eq!(
        matrix(Format::Csv, &[]),
        "Code,GET /a|b`c`'}}\\\u{1f980},GET /parcels\nSENT,,✓\nTOKEN_MISSING,✓,\n"
    );
    let json: serde_json::Value = serde_json::from_str(&matrix(Format::Json, &[])).unwrap();
    assert_eq!(json[1][odd], "✓");
    let html = scraper::Html::parse_fragment(&matrix(Format::Html, &[]));
    let cells = scraper::Selector::parse("th").unwrap();
    let headers = html.select(&cells).map(|th| th.text().collect::<String>());
    assert_eq!(headers.collect::<Vec<_>>(), ["Code", odd, "GET /parcels"]);
    let markdown = matrix(Format::Markdown, &[("column".to_owned(), "Status = {{ status }}".to_owned())]);
    let expected = "\
| Status | ``GET /a\\|b`c`'}}\\\u{1f980}`` | `GET /parcels` |
| ------ | :--------------------: | :------------: |
| 409    |                        |       ✓        |
| 401    |           ✓            |                |
";
    assert_eq!(markdown, expected);
    for format in [Format::AsciiDoc, Format::ReStructuredText, Format::Mdx, Format::VitePress, Format::MkDocs]
    {
        assert_eq!(matrix(format, &[]).matches('✓').count(), 2, "{format}");
    }
}

/// Neither the lock of `Docs` nor no lock at all has endpoints to show.
#[test]
fn a_matrix_without_endpoints() {
    let lock = Lock::of(&BOOK);
    let context = RenderContext::new(Format::Markdown, &BOOK);
    for context in [context, context.with_lock(&lock)] {
        let error = Matrix::new().render_with(&context).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Endpoint);
        assert_eq!(error.to_string(), "the block needs endpoints: add `Docs::endpoint`");
    }
}

#[test]
fn the_changelog_of_the_lock() {
    let retired = "\n[retired.LOST]\nretired = '2.0'\nreplaced-by = 'SENT'\nwhy = \"\"\"\nIt *is* sent.\n\n- <!-- no --> Or not.\"\"\"\nstatus = 410\n";
    let folder = folder("errors.lock.toml", Lock::of(&BOOK).to_string() + retired);
    let page = "<!-- errbook:begin changelog level=3 -->\n<!-- errbook:end -->\n";
    put(folder.path(), "page.md", page);
    let docs = Docs::new(&BOOK, folder.path()).lock("errors.lock.toml").inject("page.md");
    docs.write().unwrap();
    let changelog =
        "\n### 2.0\n\n#### Retired\n\n- `LOST`, replaced by `SENT`: It _is_ sent.\n\n  - Or not.\n\n";
    assert_eq!(
        read(folder.path(), "page.md"),
        page.replace("<!-- errbook:end", &format!("{changelog}<!-- errbook:end"))
    );
    let error = |docs: Docs<'_>| docs.outdated().unwrap_err().to_string();
    let docs = Docs::new(&BOOK, folder.path()).inject("page.md");
    assert_eq!(error(docs), "page.md:1: block `changelog`: the block needs a lock: add `Docs::lock`");
    put(folder.path(), "page.md", page.replace('3', "7"));
    let docs = Docs::new(&BOOK, folder.path()).lock("errors.lock.toml").inject("page.md");
    assert_eq!(
        error(docs),
        "page.md:1: block `changelog`: invalid value `7` for `level`, expected a level from 2 to 5"
    );
}
