//! Documentation from the error enums of [errbook](https://docs.rs/errbook), and the test that keeps it true.
//!
//! A [`Block`] renders the errors of a [`Book`](errbook::Book): a [`Table`], a [`List`], [`Sections`], or a whole [`Page`] from a
//! template; in Markdown, MDX, HTML, `AsciiDoc`, reStructuredText or CSV. [`Docs`] puts blocks into files and into regions of pages
//! written by hand, and in `cargo test` fails when one is out of date.
//!
//! # Examples
//!
//! ```
//! use errbook::{ApiError, Book, Catalogued};
//! use errbook_docgen::{Align, Column, Table};
//!
//! #[derive(Debug, ApiError)]
//! #[api(display)]
//! enum OrderError {
//!     /// A parameter is missing.
//!     #[api(status = 400, code = "InvalidParameter")]
//!     InvalidParameter,
//! }
//!
//! static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
//!
//! let markdown = Table::new()
//!     .column(Column::new("Status", "{{ status }} - {{ title }}").align(Align::Left))
//!     .column(("Code", "`{{ code }}`"))
//!     .column(("Description", "{{ description }}"))
//!     .row(["200 - Success", "", "Request processed."])
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
//! # What templates may name
//!
//! A cell, an item or a heading is a [minijinja](https://docs.rs/minijinja) template over one error:
//!
//! | name | value |
//! | --- | --- |
//! | `status`, `phrase`, `class` | `404`, `Not Found` (as IANA has registered it), `4xx` |
//! | `code`, `number` | the stable code; the numeric one beside it |
//! | `title`, `message` | the short name; the format string of the message, as written |
//! | `description`, `sections.NAME` | the doc comment, in Markdown: what is above the first heading of the first level, and what is under one |
//! | `details` | a list with `name`, `type` and `description` of each |
//! | `headers` | a list with `name` and `value` of each; without the value if only an occurrence knows it |
//! | `retryable`, `docs_url`, `type`, `variant` | |
//! | `deprecated` | whether it is (`{% if deprecated %}`, `not deprecated`); printed, what it says; also `since` and `note`, which is Markdown |
//! | `meta.NAME` | a text of your own |
//! | `example` | a reply: `example.http` is the whole message, `example.body` its JSON, in the format of the error; also `media_type`, `headers` |
//! | `errors` | all errors of the row, which are several with [`one_per`](Table::one_per) |
//!
//! What has no value prints nothing; a name that nothing stands behind is an error. Beside the engine's own filters there are `code`
//! (in a code span, whatever that is in the format), `markdown` (a text that is Markdown), `safe` (a text that is the format's markup),
//! `slug` (`TooManyRequests` as `too-many-requests`, for addresses), `summary` (the first paragraph) and `underline` (of
//! reStructuredText: `{{ title | underline('-') }}` is the line under a title). What only other errors have, such as `sections.Solution`, is
//! empty: ask `{% if sections.Solution %}`. Behind `lower`, `upper`, `replace`,
//! `trim` and `summary`, Markdown stays Markdown; behind others, and in `==`, write `description | string`.
//!
//! # What becomes of values
//!
//! What the author of a template wrote outside of `{{ }}` is not touched; what is printed from inside is a value, also where it is a
//! literal. A value comes out as the same text, whatever is in it, and wherever it lands: in a cell, a code span, an address, an
//! attribute, the front matter. Doc comments are Markdown; they are fitted into a page of Markdown, and
//! written in the markup of other formats. Links to Rust items become their text.
//!
//! In JavaScript, as in `export const x = {{ title | tojson }};`, in `<script>` and in front matter that is TOML, write `tojson`. Where pages
//! use `{#` for themselves, as for `## Heading {#id}`, write `{{ "{#" | safe }}`: it begins a comment of the template.

mod block;
mod docs;
mod error;
mod facts;
mod format;
mod markup;
mod nearest;
mod template;

pub use crate::block::{Align, Block, Column, Delimiter, Group, List, Page, Sections, Style, Table, Unit};
pub use crate::docs::{Docs, Mistake, Mistakes, Stale};
pub use crate::error::Error;
pub use crate::facts::Rows;
pub use crate::format::Format;
