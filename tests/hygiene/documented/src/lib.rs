//! What rustdoc must take without a word; `tests/suite/derive/rustdoc.rs` reads the pages that it makes.
#![deny(warnings, rustdoc::all)]
#![forbid(
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    rustdoc::redundant_explicit_links
)]

use errbook::ApiError;

/// Every kind of row.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Rows {
    /// A parameter is [missing](Self::Conflict)
    /// or `malformed`.
    ///
    /// More is not in the table.
    #[api(status = 400, code = "Invalid")]
    Invalid,
    #[api(status = http::StatusCode::CONFLICT, code = "Conflict", title = "In <conflict> | with [it]")]
    Conflict,
    #[api(status = 404, code = "NotFound", message = "no `{0}` at https://example.com | \\")]
    NotFound(u8),
    #[api(status = 500, code = "Plain")]
    Plain,
    /// Any more.
    #[deprecated(since = "1.2.3")]
    #[api(status = 499, code = "Old`|<b>", title = "Old")]
    Old,
    /// Still sent.
    #[deprecated(note = "use `A | B`,\n\nor [it](Rows), * <b>, ]: https://example.com \\")]
    #[api(status = 400, code = "Noted")]
    Noted,
    #[deprecated(since = "2.0.0", note = "--")]
    #[api(status = 400, code = "Both", title = "Both")]
    Both,
    #[deprecated = " "]
    #[api(status = 400, code = "Blank", title = "Blank")]
    Blank,
    /// Not shown.
    #[doc(hidden)]
    #[api(status = 400, code = "Hidden", number = 1)]
    Hidden(u8),
}

/// Paragraphs that would mean something else where they are cut out.
#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
pub enum Paragraphs {
    /// See [this], [that][that one], [`Rows`][] and [the code][`code|`].
    ///
    /// [this]: Rows::Plain
    /// [`Rows`]: crate::Rows "rows | columns"
    /// # Solution
    /// [that one]: https://example.com/(a)?b|c
    /// [`code|`]:
    ///     Self::List
    Labels,
    /// Another [this].
    ///
    /// [this]: Rows::Old
    SameLabel,
    /// a | b \| c `d|e` ``f`|g`` `h\|i` <https://example.com/?a|b>
    Pipes,
    /// <details>
    /// <summary>More</summary>
    ///
    /// a text
    ///
    /// </details>
    #[api(title = "An element")]
    Element,
    /// It is <em>whole</em><br>, a \<tag> and <span>half
    ///
    /// of one</span>.
    Half,
    /// - an item
    #[api(title = "A list")]
    List,
    /// A note[^note] and a break\
    /// of a line.
    ///
    /// [^note]: A footnote.
    Footnote,
}

/// With a column for numbers.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422, code = "Numbered", number = -7)]
#[error("numbered")]
pub struct Numbered;

/// All that one can delegate to.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Delegates<T: errbook::Catalogued> {
    #[api(transparent)]
    Rows(Rows),
    #[api(transparent)]
    Boxed(Box<std::sync::Arc<self::Paragraphs>>),
    #[api(transparent)]
    Shadowed(shadowed::Error),
    #[api(transparent)]
    Private(private::Unseen),
    #[api(transparent)]
    Generic(Generic<u8>),
    #[api(transparent)]
    Raw(r#mod::Numbered),
    #[api(transparent)]
    Parameter(T),
    #[api(transparent)]
    Dyn(Box<dyn ApiError>),
    #[doc(hidden)]
    #[api(transparent)]
    Hidden(Numbered),
}

/// Is generic.
#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Generic")]
pub struct Generic<T>(pub T);

/// A name that is raw.
pub mod r#mod {
    pub use crate::Numbered;
}

/// A name that is a derive too.
pub mod shadowed {
    use errbook::ApiError;
    use thiserror::Error;

    /// Refers to [what is private](super::private::Unseen).
    #[derive(Debug, Error, ApiError)]
    #[allow(rustdoc::private_intra_doc_links)]
    #[error("shadowed")]
    #[api(status = 400, code = "Shadowed")]
    pub struct Error;

    /// Delegates to it.
    #[derive(Debug, Error, ApiError)]
    pub enum Outer {
        /// The error.
        #[error(transparent)]
        #[api(transparent)]
        Error(Error),
    }
}

mod private {
    use errbook::ApiError;

    /// Has no page.
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "Unseen")]
    pub struct Unseen;
}

/// Has nothing to show.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Nothing {
    /// Not shown.
    #[doc(hidden)]
    #[api(status = 400, code = "Nothing")]
    Hidden(u8),
}

macro_rules! made {
    ($ty:ident, $doc:expr, $inner:ty) => {
        #[doc = $doc]
        #[derive(Debug, errbook::ApiError)]
        #[api(display)]
        pub enum $ty {
            /// Made by a macro.
            #[api(status = 400, code = "Made")]
            Made,
            #[api(transparent)]
            Inner($inner),
        }
    };
}

made!(Made, "Is made by a macro.", crate::Rows);
