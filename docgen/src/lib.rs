//! Documentation from the error enums of [errbook](https://docs.rs/errbook).
//!
//! A [`Table`] has a row for each error of a [`Book`](errbook::Book), or for each member of a
//! [`Body`](errbook::Body); a cell is a [minijinja](https://docs.rs/minijinja) template over it.
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

mod cell;
mod error;
mod escape;
mod rows;
mod table;

pub use crate::error::Error;
pub use crate::rows::Rows;
pub use crate::table::{Align, Column, Table};
