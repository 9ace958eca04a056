//! What rustdoc must take without a word; `tests/suite/derive/rustdoc.rs` reads the pages that it makes.
#![deny(warnings)]
#![forbid(rustdoc::all, rustdoc::private_intra_doc_links)]

use errbook::ApiError;

/// Every kind of row.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Rows {
    /// Described [elsewhere](Self::Conflict).
    #[api(status = 400, code = "Invalid", title = "Not valid")]
    Invalid,
    #[api(status = http::StatusCode::CONFLICT, code = "Conflict")]
    Conflict,
    #[api(status = http::StatusCode::GONE, code = "Gone", title = "No longer here")]
    Gone(String),
    #[api(status = 404, code = "NotFound", message = "no `{0}`")]
    NotFound(u8),
    #[deprecated(since = "1.2.3", note = "use `A | B`,\n\nor [it](Rows)")]
    #[api(status = 499, code = "Old", title = "Old")]
    Old,
    /// Not shown.
    #[doc(hidden)]
    #[api(status = 400, code = "Hidden", number = 1)]
    Hidden(u8),
}

/// Texts that mean something to Markdown, to rustdoc or to a table.
#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
pub enum Texts {
    #[api(code = "a`|<b>&lt;``*_*")]
    Code,
    #[api(title = "a | b \\| `c|d` ``e`|f`` \\")]
    Pipes,
    #[api(title = "<b>, </code> & &lt; <https://example.com/?a|b> https://example.com")]
    Html,
    #[api(title = "[Rows], ](x) [`Rows`](crate) ![a][b] [^note]: -- \"...\"")]
    Links,
    #[api(title = "- **a**\n\n# b\r\n---")]
    Lines,
}

/// Names of variants that mean something else too, and titles that are names.
#[derive(Debug, ApiError)]
#[api(display, status = http::StatusCode::BAD_REQUEST, rename_all = "PascalCase")]
#[allow(non_camel_case_types)]
pub enum Names {
    r#type,
    #[api(code = "Aenderung")]
    Änderung,
    Function {
        a: u8,
    },
    Constant(u8),
    Error,
    Names,
    #[api(title = "Rows")]
    Rows,
    #[api(title = "Names::Path")]
    Path,
    #[api(title = "Self::Itself")]
    Itself,
}

pub use Names::{Constant, Function, Itself, Path, r#type};

#[allow(non_snake_case, non_upper_case_globals)]
impl Names {
    /// Is called like a variant.
    pub fn Function() {}
    /// Is called like a variant.
    pub const Constant: u8 = 0;
}

impl TryFrom<u8> for Names {
    type Error = u8;
    fn try_from(value: u8) -> Result<Self, u8> {
        Err(value)
    }
}

/// Has a column for numbers, and no variants.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422, code = "Numbered", number = -7, impls(errbook_tests_plugin))]
#[error("numbered")]
pub struct Numbered;

/// Has no title.
#[derive(Debug, ApiError)]
#[api(display, status = http::StatusCode::GONE, code = "untitled")]
#[deprecated]
pub struct Untitled;

/// All that one can delegate to.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Delegates<'a, T: errbook::HasCatalog, const N: usize> {
    #[api(transparent)]
    Rows(Rows),
    #[api(transparent)]
    Boxed(Box<std::sync::Arc<self::Texts>>),
    #[api(transparent)]
    Private(private::Unseen),
    #[api(transparent)]
    Generic(Generic<'a, u8, N>),
    #[api(transparent)]
    Raw(r#mod::Numbered),
    #[api(transparent)]
    Parameter(T),
    #[api(transparent)]
    Dyn(Box<dyn ApiError>),
    #[doc(hidden)]
    #[api(transparent)]
    Hidden(Numbered),
    #[api(status = 500, code = "Own", number = 7)]
    Own,
}

/// Is generic.
#[derive(Debug, ApiError)]
#[api(display, impls(errbook_tests_plugin(service = "documented")))]
pub enum Generic<'a, T, const N: usize> {
    #[api(status = 400, code = "Generic")]
    Generic(&'a [T; N]),
}

/// Delegates everything.
#[derive(Debug, ApiError)]
#[api(display, transparent)]
pub struct Wrapper(pub Rows);

/// A name that is raw.
pub mod r#mod {
    pub use crate::Numbered;
}

mod private {
    use errbook::ApiError;

    /// Has no page.
    #[derive(Debug, ApiError)]
    #[api(display)]
    pub enum Unseen {
        #[api(status = 400, code = "Unseen")]
        Unseen,
    }

    /// Is seen elsewhere.
    #[derive(Debug, ApiError)]
    #[api(display)]
    pub enum Moved {
        #[api(transparent)]
        Unseen(Unseen),
    }
}

pub use private::Moved;

/// Has no page.
#[doc(hidden)]
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Hidden {
    #[api(status = 400, code = "Hidden")]
    Hidden,
}

/// Has types that only it can name.
pub fn function() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Inner {
        #[api(status = 400, code = "Inner")]
        Inner,
    }

    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Outer {
        #[api(transparent)]
        Outer(Inner),
    }

    let _ = Outer::Outer(Inner::Inner);
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
    ($ty:ident, $variant:ident, $doc:expr, $inner:ty) => {
        #[doc = $doc]
        #[derive(Debug, errbook::ApiError)]
        #[api(display)]
        #[allow(non_camel_case_types)]
        pub enum $ty {
            #[api(status = 400, code = "Made", title = "Made by a macro")]
            $variant,
            #[api(transparent)]
            Inner($inner),
        }
    };
}

made!(Made, r#impl, "Is made by a macro.", crate::Rows);

/// Errors of a kind.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum Kinds {
    #[api(kind = Rows::Invalid)]
    Unit,
    Field(#[api(kind)] Rows, u8),
}
