//! Documentation generated from the error enums of [errbook](https://docs.rs/errbook), and a test that keeps it up to date.
//!
//! A [`Block`] renders the errors of a [`Book`](errbook::Book): a [`Table`], a [`List`], [`Sections`], a [`Matrix`] of endpoints, or a whole [`Page`] from a
//! template; in Markdown, MDX, HTML, `AsciiDoc`, reStructuredText, CSV, JSON, or a [custom format](Markup). [`Docs`] writes blocks into files and into regions of
//! hand-written pages, and fails in `cargo test` when one of them is out of date.
//!
//! # Examples
//!
//! ```
//! use errbook::{ApiError, Book};
//! use errbook_docgen::{Align, Column, Table};
//!
//! /// A parameter is missing.
//! #[derive(Debug, ApiError)]
//! #[api(display, status = 400, code = "InvalidParameter")]
//! struct InvalidParameter;
//!
//! static BOOK: Book = Book::new("Orders API", &[InvalidParameter::CATALOG]);
//!
//! let markdown = Table::new()
//!     .column(Column::new("Status", "{{ status }} - {{ title }}").align(Align::Left))
//!     .column(("Code", "`{{ code }}`"))
//!     .column(("Description", "{{ description }}"))
//!     .row_above(["200 - Success", "", "Request processed."])
//!     .markdown(&BOOK)?;
//!
//! assert_eq!(markdown, "\
//! | Status            | Code               | Description             |
//! | :---------------- | ------------------ | ----------------------- |
//! | 200 - Success     |                    | Request processed.      |
//! | 400 - Bad Request | `InvalidParameter` | A parameter is missing. |
//! ");
//! # Ok::<(), errbook_docgen::Error>(())
//! ```
//!
//! # Names in templates
//!
//! A cell, an item or a heading is a [minijinja](https://docs.rs/minijinja) template. It is rendered for one error at a time:
//!
//! | name | value |
//! | --- | --- |
//! | `status`, `phrase`, `class` | `404`; `Not Found`, the reason phrase registered with IANA; `4xx` |
//! | `statuses`, `any_status` | a list of the statuses that a reply may have, the declared one first; whether a reply may have any 4xx or 5xx instead |
//! | `http_status` | the status of the response: that of the wire format if it [has one](errbook::Body::with_http_status), otherwise `status` |
//! | `code`, `number` | the stable code; the numeric code |
//! | `title`, `message` | the short name; the format string of the message, as written |
//! | `messages` | a list of the format strings: those of all errors with this one as their `kind`. `message` has each on a line |
//! | `description`, `sections.NAME` | the doc comment, in Markdown: the text before its first `# Heading`, and the text under the heading `NAME` |
//! | `details` | a list with the `name`, `type` and `description` of each detail that any reply has, and whether it is `optional`; the type is that of the JSON value where it is known, otherwise the Rust type |
//! | `headers` | a list with the `name` and `value` of each header; `value` is absent if it is only known at runtime |
//! | `violations` | whether replies may say what is wrong with the request, one item for each field |
//! | `retryable` | whether the same request may succeed later |
//! | `since` | the version of the API that introduced the error |
//! | `deprecated` | whether the error is deprecated (`{% if deprecated %}`, `deprecated == false`); `{{ deprecated }}` is the notice. `deprecated.since`, `deprecated.note` (Markdown). As JSON, `false` if it is not |
//! | `docs_url` | the address of its documentation |
//! | `endpoints`, `everywhere` | a list of the [endpoints](Docs::endpoint) that answer with it; whether [every endpoint](Docs::everywhere) may, which `endpoints` does not list |
//! | `type`, `variant` | the names of the Rust type and variant |
//! | `meta.NAME` | custom metadata |
//! | `example` | an example reply: `example.http` is the whole message, `example.body` its JSON. Also `example.media_type`, `example.headers` |
//! | `errors` | all errors of the row: several after [`merge_by`](Table::merge_by) |
//!
//! Absent values render as nothing, are false, and are `none`; unknown names are errors. `sections.NAME` and `meta.NAME` are known
//! if any error of the book has them, so `{% if sections.Solution %}` works for all of them.
//!
//! # Names of the book
//!
//! A [`Page`] may use `book`:
//!
//! | name | value |
//! | --- | --- |
//! | `book.name`, `book.errors` | the name of the API; all errors |
//! | `book.types` | a list with the `name`, `description` and `errors` of each type |
//! | `book.endpoints` | a list with the `name`, `method` and `path` of each [endpoint](Docs::endpoint), its `errors`, and `any`: whether it may answer with any error |
//! | `book.everywhere` | the errors that [every endpoint](Docs::everywhere) may answer with |
//! | `book.retired` | the [retired codes](Docs::lock): `code`, `status`, `class`, `number`, `title`, `description`, `since` and others of an error, and `release`, `replaced_by` and `why` |
//!
//! # Filters
//!
//! These filters are added to minijinja's own:
//!
//! | filter | result |
//! | --- | --- |
//! | `anchor` | the anchor of a code: the code itself, with `-` for spaces |
//! | `code` | a code span in the format of the output |
//! | `default` | another value in place of an absent one: `{{ number \| default('none') }}`. `default('none', true)` also in place of an empty text |
//! | `markdown` | the text, read as Markdown |
//! | `safe` | the text, inserted verbatim |
//! | `slug` | `too-many-requests` for `TooManyRequests`, for addresses and file names |
//! | `summary` | the first paragraph |
//! | `tojson` | the value as JSON; Markdown is a string |
//! | `url` | the text, percent-encoded for an address in the author's markup |
//! | `verbatim` | the text for a place where the author's markup is literal, such as a listing; in HTML, it is escaped, and in `AsciiDoc`, the fences of a listing grow if a line of the text would end it |
//! | `underline` | a line under a reStructuredText title: `{{ title \| underline('-') }}` |
//!
//! Markdown stays Markdown after `lower`, `upper`, `replace`, `trim` and `summary`. For other filters and for `==`, convert it to
//! text first: `description | string`.
//!
//! # Templates are Markdown
//!
//! The template of a cell, a list item or a heading is Markdown, whatever the format of the output, and so are headers, static rows
//! and captions: a link is a link in HTML, `AsciiDoc` and reStructuredText too. Values are put in as text, and doc comments as
//! Markdown: readers see a value unchanged, whatever it contains. In Markdown, what you wrote is kept as written.
//!
//! A [`Page`] is written in the markup of its format. In Markdown, a value is escaped for the place where it appears, such as a cell, a
//! code span, an address or an attribute. In other formats it is text of a paragraph, and of an attribute in HTML; elsewhere, use
//! `code`, `url` or `verbatim`.
//! In front matter, a value is the text behind `key: `, or a part of it, or in quotes; elsewhere, use `tojson`. Numbers and truths are
//! such to YAML, texts are texts, and an absent value is null: `code: "1003"`, `status: 404`, `since:`.
//!
//! Of doc comments, headings become deeper, links to Rust items become text, and so do links that would run a script and those in a
//! link of yours. HTML comments are omitted. Elements that are closed stay elements in Markdown and HTML if they are harmless, such as
//! `<br>`, `<ul>` or `<kbd>`; other HTML is text.
//!
//! Use `tojson` in JavaScript (`export const x = {{ title | tojson }};`), in `<script>` and in TOML front matter. `{#` starts a
//! comment of the template; for a page that needs it, as in `## Heading {#id}`, write `{{ "{#" | safe }}`.

mod anchor;
pub mod ast;
mod block;
mod docs;
mod error;
mod facts;
mod format;
mod template;

pub use crate::block::{
    Align, Block, Changelog, Column, Delimiter, Group, HtmlPage, List, Matrix, Page, RenderContext, Sections,
    Spaces, Style, Table, WidthUnit,
};
pub use crate::docs::{Docs, Fallible, Outdated};
pub use crate::error::{DocsErrors, Error, ErrorKind};
pub use crate::facts::RowSource;
pub use crate::format::{Format, Markup, Place, Position};

/// What the command shares with this crate.
#[doc(hidden)]
pub mod __private {
    pub use crate::docs::replace;
}
