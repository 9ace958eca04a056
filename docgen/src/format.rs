//! The formats of documentation and their file extensions.
//!
//! Renderers know how to write them, and `docs/region.rs` knows their comments.

use std::fmt;
use std::path::Path;

/// A format of documentation.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use errbook_docgen::Format;
///
/// assert_eq!(Format::from_path(Path::new("docs/errors.md")), Some(Format::Markdown));
/// assert_eq!(Format::from_path(Path::new("ERRORS.ADOC")), Some(Format::AsciiDoc));
/// assert_eq!(Format::from_path(Path::new("errors.pdf")), None);
/// assert_eq!(Format::ReStructuredText.to_string(), "reStructuredText");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// GitHub Flavored Markdown: `.md`, `.markdown`.
    Markdown,
    /// Markdown with JSX, where `<` and `{` start code: `.mdx`.
    Mdx,
    /// HTML: `.html`, `.htm`.
    Html,
    /// `AsciiDoc`: `.adoc`, `.asciidoc`.
    AsciiDoc,
    /// reStructuredText: `.rst`.
    ReStructuredText,
    /// Comma-separated values (RFC 4180): `.csv`. It has no comments and so no regions.
    Csv,
}

/// The file extensions, in lower case.
pub(crate) const EXTENSIONS: [(&str, Format); 9] = [
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mdx", Format::Mdx),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("adoc", Format::AsciiDoc),
    ("asciidoc", Format::AsciiDoc),
    ("rst", Format::ReStructuredText),
    ("csv", Format::Csv),
];

impl Format {
    /// The format of a file, by its extension. Upper and lower case are not distinguished.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use errbook_docgen::Format;
    ///
    /// assert_eq!(Format::from_path(Path::new("page.htm")), Some(Format::Html));
    /// assert_eq!(Format::from_path(Path::new("README")), None);
    /// ```
    pub fn from_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, format)| *format)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Markdown => "Markdown",
            Self::Mdx => "MDX",
            Self::Html => "HTML",
            Self::AsciiDoc => "AsciiDoc",
            Self::ReStructuredText => "reStructuredText",
            Self::Csv => "CSV",
        })
    }
}
