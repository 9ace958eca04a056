//! What other languages and tools read of the published errors of [errbook](https://docs.rs/errbook): TypeScript and JSON Schema.
//!
//! [`Types`] are made of a [`Lock`](errbook_contract::Lock), so they need no code. They follow the tree of the wire format, whatever
//! envelope it is. The command `errbook types` writes them.
//!
//! # Examples
//!
//! ```
//! use errbook::{ApiError, Book};
//! use errbook_contract::Lock;
//! use errbook_schema::Types;
//!
//! #[derive(Debug, ApiError)]
//! #[api(display)]
//! enum OrderError {
//!     /// No order has this number.
//!     #[api(status = 404, code = "NO_ORDER")]
//!     NotFound { #[api(detail)] id: u64 },
//! }
//!
//! static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
//!
//! let types = Types::of(&Lock::of(&BOOK))?;
//! assert!(types.typescript().contains("\
//! /** No order has this number. */
//! export interface NoOrder extends ApiError {
//!   code: \"NO_ORDER\";
//!   details: {
//!     id: number;
//!   };
//! }
//! "));
//! assert_eq!(types.json_schema()["$defs"]["NoOrder"]["properties"]["code"]["const"], "NO_ORDER");
//! # Ok::<(), errbook_schema::TypesErrors>(())
//! ```

mod identity;
mod json_schema;
mod mistake;
mod model;
mod name;
mod of_body;
mod shape;
mod typescript;

pub use crate::mistake::TypesErrors;
pub use crate::model::Types;
