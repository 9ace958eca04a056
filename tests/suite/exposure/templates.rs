//! The `Display` of another derive is the message of an entry, where clients read it.

use errbook::{ApiError, Reply};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase")]
enum Thiserror {
    #[error("there is no order {id}, {{really}}")]
    #[api(status = 404)]
    Public { id: u64 },
    #[error("no tuple {0:>4}")]
    #[api(status = http::StatusCode::NOT_FOUND)]
    ByPath(u64),
    #[error("the disk {0} is full")]
    #[api(status = http::StatusCode::INSUFFICIENT_STORAGE)]
    PrivateByPath(&'static str),
    #[error("row {0} is broken")]
    #[api(status = 500)]
    Private(u64),
    #[error("in maintenance until {0}")]
    #[api(status = 503, expose)]
    Exposed(u8),
    #[error("user {0} is on the list")]
    #[api(status = 403, redact)]
    Redacted(u8),
    #[error("for logs {0}")]
    #[api(status = 409, message = "for clients {0}")]
    Both(u8),
    #[error("{} of {max} items", .0.len(), max = 3)]
    #[api(status = 400)]
    Arguments(Vec<u8>),
    #[error("constant")]
    #[api(status = 410)]
    Constant,
    #[error("gone, with a cause")]
    #[api(status = 410)]
    Source(#[source] std::io::Error),
    #[error("gone because of {0}")]
    #[api(status = 410, expose)]
    ExposedSource(#[source] std::io::Error),
}

fn io() -> std::io::Error {
    std::io::Error::other("the cause")
}

#[test]
fn templates_of_thiserror() {
    let shown = |error: Thiserror| (error.entry().message(), Reply::new(&error).message());
    let is = |template: &'static str, message: &str| (Some(template), message.to_owned());
    let public = Thiserror::Public { id: 7 };
    assert_eq!(shown(public), is("there is no order {id}, {{really}}", "there is no order 7, {really}"));
    assert_eq!(shown(Thiserror::ByPath(7)), is("no tuple {0:>4}", "no tuple    7"));
    assert_eq!(shown(Thiserror::PrivateByPath("/dev/sda")), (None, "Insufficient Storage".to_owned()));
    assert_eq!(shown(Thiserror::Private(7)), (None, "Internal Server Error".to_owned()));
    assert_eq!(shown(Thiserror::Exposed(3)), is("in maintenance until {0}", "in maintenance until 3"));
    assert_eq!(shown(Thiserror::Redacted(3)), (None, "Forbidden".to_owned()));
    assert_eq!(shown(Thiserror::Both(3)), is("for clients {0}", "for clients 3"));
    assert_eq!(shown(Thiserror::Arguments(vec![1, 2])), is("{} of {max} items", "2 of 3 items"));
    assert_eq!(shown(Thiserror::Constant), is("constant", "constant"));
    assert_eq!(shown(Thiserror::Source(io())), is("gone, with a cause", "gone, with a cause"));
    let exposed = shown(Thiserror::ExposedSource(io()));
    assert_eq!(exposed, is("gone because of {0}", "gone because of the cause"));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no order {id}")]
#[api(status = 404, code = "NoOrder")]
struct Struct {
    id: u64,
}

#[derive(Debug, snafu::Snafu, ApiError)]
#[api(rename_all = "PascalCase")]
enum Snafu {
    #[snafu(display("no file of {} bytes", size * 2), visibility(pub(self)))]
    #[api(status = 404)]
    File { size: u64 },
    #[snafu(display("the store is down: {source}"))]
    #[api(status = 503)]
    Store { source: std::io::Error },
    /// Nothing is displayed but this.
    #[api(status = 400)]
    Undisplayed,
}

#[derive(Debug, derive_more::Display, derive_more::Error, ApiError)]
#[api(rename_all = "PascalCase")]
enum DeriveMore {
    #[display("no page {_0}")]
    #[api(status = 404)]
    Page(#[error(not(source))] u64),
    #[display("no line {line}")]
    #[api(status = 404)]
    Line { line: u64 },
    #[api(status = 400)]
    Forwarded(#[error(not(source))] String),
}

/// A text for all variants, each of which has its own in it.
#[derive(Debug, derive_more::Display, derive_more::Error, ApiError)]
#[api(rename_all = "PascalCase", status = 400)]
#[display("import: {_variant}")]
enum Within {
    #[display("line {_0} is empty")]
    Line(#[error(not(source))] u64),
    Forwarded(#[error(not(source))] String),
    #[display("the file is not readable")]
    File(std::io::Error),
    #[api(redact)]
    Secret(std::io::Error),
}

#[derive(Debug, displaydoc::Display, ApiError)]
#[api(rename_all = "PascalCase")]
enum Displaydoc {
    /// no order {id}
    #[api(status = 404)]
    Order { id: u64 },
    /// no source is shown
    #[api(status = 400)]
    Source { source: std::io::Error },
}

impl std::error::Error for Displaydoc {}

#[test]
fn templates_of_others() {
    let shown = |error: &dyn ApiError| (error.entry().message(), Reply::new(error).message());
    let is = |template: &'static str, message: &str| (Some(template), message.to_owned());
    assert_eq!(shown(&Struct { id: 7 }), is("no order {id}", "no order 7"));
    assert_eq!(shown(&Snafu::File { size: 2 }), is("no file of {} bytes", "no file of 4 bytes"));
    assert_eq!(shown(&Snafu::Store { source: io() }), (None, "Service Unavailable".to_owned()));
    assert_eq!(shown(&Snafu::Undisplayed).0, None);
    assert_eq!(shown(&DeriveMore::Page(7)), is("no page {_0}", "no page 7"));
    assert_eq!(shown(&DeriveMore::Line { line: 7 }), is("no line {line}", "no line 7"));
    assert_eq!(shown(&DeriveMore::Forwarded("as it is".to_owned())), is("{0}", "as it is"));
    assert_eq!(shown(&Within::Line(7)), is("import: line {_0} is empty", "import: line 7 is empty"));
    assert_eq!(shown(&Within::Forwarded("as it is".to_owned())), is("import: {0}", "import: as it is"));
    let readable = "import: the file is not readable";
    assert_eq!(shown(&Within::File(io())), is(readable, readable));
    assert_eq!(shown(&Within::Secret(io())), (None, "Bad Request".to_owned()));
    assert_eq!(shown(&Displaydoc::Order { id: 7 }), (None, "no order 7".to_owned()));
    assert_eq!(shown(&Displaydoc::Source { source: io() }), (None, "no source is shown".to_owned()));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no line {} of {}", self.at.max(1), self.lines)]
#[api(status = 400, code = "NoLine")]
struct NoLine {
    at: u64,
    lines: u64,
    source: std::io::Error,
}

/// A field through `self` is that field alone.
#[test]
fn fields_through_self() {
    let error = NoLine { at: 0, lines: 7, source: io() };
    assert_eq!(Reply::new(&error).message(), "no line 1 of 7");
}
