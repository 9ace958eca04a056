//! The formats of documentation: one folder each, with one implementation of [`Markup`].

pub(crate) mod asciidoc;
mod data;
pub(crate) mod html;
pub(crate) mod markdown;
mod markup;
mod page;
mod restructured_text;
mod spot;
mod written;

use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::path::Path;

use self::asciidoc::AsciiDoc;
pub(crate) use self::markdown::Parsed;
use self::markdown::{Flavour, Markdown, Whole};
pub use self::markup::{Markup, Place, Position};
pub(crate) use self::restructured_text::underline;
use crate::ast::{Block, Inline, Item, line, of_values, parse, parse_template, plain_blocks};
use crate::template::{Mark, Piece, begun, replaced};

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
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Format {
    /// GitHub Flavored Markdown: `.md`, `.markdown`.
    Markdown,
    /// Markdown with JSX, where `<` and `{` start code: `.mdx`.
    Mdx,
    /// MDX in which the components of doc comments stay components, as `<Tip>` … `</Tip>`: those that are closed, with attributes in quotes. The
    /// page must import them. Choose it with [`Docs::markdown`](crate::Docs::markdown) or
    /// [`Docs::format_of`](crate::Docs::format_of).
    MdxComponents,
    /// Markdown as `VitePress` reads it: it gives `{id}`, `{{ x }}` and `:key:` a meaning. Choose it with
    /// [`Docs::markdown`](crate::Docs::markdown), since its files end in `.md`.
    VitePress,
    /// Markdown as `MkDocs` reads it: Python-Markdown, with the extensions that Material for `MkDocs` recommends. Choose it with
    /// [`Docs::markdown`](crate::Docs::markdown), since its files end in `.md`.
    MkDocs,
    /// HTML: `.html`, `.htm`.
    Html,
    /// `AsciiDoc`: `.adoc`, `.asciidoc`.
    AsciiDoc,
    /// reStructuredText: `.rst`.
    ReStructuredText,
    /// Comma-separated values (RFC 4180): `.csv`. It has no comments and so no regions.
    Csv,
    /// JSON (RFC 8259): `.json`. A table is an array with an object for each row.
    Json,
    /// A custom format.
    Custom(&'static dyn Markup),
}

/// The spaces that are not text at the ends of a template.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// The formats with file extensions of their own.
pub(crate) const FORMATS: [Format; 7] = [
    Format::Markdown,
    Format::Mdx,
    Format::Html,
    Format::AsciiDoc,
    Format::ReStructuredText,
    Format::Csv,
    Format::Json,
];

/// The file extensions, in lower case.
pub(crate) fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.into_iter().flat_map(|format| format.markup().extensions().iter().copied())
}

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
        FORMATS.into_iter().find(|format| format.markup().extensions().contains(&extension.as_str()))
    }

    /// How the format is written.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::Format;
    ///
    /// assert_eq!(Format::Html.markup().comment(), Some(("<!--", "-->")));
    /// ```
    pub fn markup(self) -> &'static dyn Markup {
        match self {
            Self::Markdown => &const { Markdown::new(Flavour::Gfm) },
            Self::Mdx => &const { Markdown::new(Flavour::Mdx) },
            Self::MdxComponents => &const { Markdown::new(Flavour::MdxComponents) },
            Self::VitePress => &const { Markdown::new(Flavour::VitePress) },
            Self::MkDocs => &const { Markdown::new(Flavour::MkDocs) },
            Self::Html => &html::Html,
            Self::AsciiDoc => &AsciiDoc::PAGE,
            Self::ReStructuredText => &restructured_text::ReStructuredText,
            Self::Csv => &data::Data::Csv,
            Self::Json => &data::Data::Json,
            Self::Custom(markup) => markup,
        }
    }

    /// Whether the format is Markdown in one of its flavours.
    pub(crate) fn is_markdown(self) -> bool {
        self.flavour().is_some()
    }

    fn flavour(self) -> Option<Flavour> {
        match self {
            Self::Markdown => Some(Flavour::Gfm),
            Self::Mdx => Some(Flavour::Mdx),
            Self::MdxComponents => Some(Flavour::MdxComponents),
            Self::VitePress => Some(Flavour::VitePress),
            Self::MkDocs => Some(Flavour::MkDocs),
            _ => None,
        }
    }

    /// The blocks of a doc comment.
    pub(crate) fn parse(self, source: &str) -> Vec<Block> {
        self.flavour().map_or_else(|| parse(source), |flavour| flavour.parse(source))
    }

    /// The content of a cell, from what its template printed. In Markdown, what the author wrote is kept as written.
    pub(crate) fn cell(self, printed: &str, parsed: &Parsed) -> Vec<Block> {
        let Some(flavour) = self.flavour() else {
            // In a row of Markdown, a `|` is escaped in code as well (GitHub Flavored Markdown §4.10).
            return one_line(&replaced(printed, "\\|", "|"), parsed);
        };
        let printed = replaced(printed, "\n", " ");
        let cell = markdown::assemble(&Piece::split(&printed), Whole::Cell, flavour, parsed);
        raw(cell.trim_matches(BLANKS).replace(['\n', '\r'], " "))
    }

    /// The content of a cell, written already where its place in the table does not matter: text needs less room than a tree.
    pub(crate) fn written_cell(self, printed: &str, parsed: &Parsed) -> Vec<Block> {
        let blocks = self.cell(printed, parsed);
        match self {
            Self::Html => raw(html::Html.cell(&blocks)),
            Self::ReStructuredText => raw(self.markup().blocks(&blocks)),
            Self::Csv | Self::Json => raw(plain_blocks(&blocks)),
            _ => blocks,
        }
    }

    /// The content of a heading or a term, which take one line.
    pub(crate) fn line(self, place: Place, printed: &str, parsed: &Parsed) -> Vec<Inline> {
        let Some(flavour) = self.flavour() else { return line(&one_line(printed, parsed)) };
        let printed = replaced(begun(printed).trim_end_matches(BLANKS), "\n", " ");
        let before = if place == Place::Heading { "# " } else { "" };
        let printed = [before, &printed].concat();
        let line = markdown::assemble(&Piece::split(&printed), Whole::Page, flavour, parsed);
        vec![Inline::Raw(line.get(before.len()..).unwrap_or_default().trim_matches(BLANKS).to_owned())]
    }

    /// The content of a list item or a definition, written already where the other items do not matter.
    pub(crate) fn item(self, printed: &str, parsed: &Parsed) -> Vec<Block> {
        let printed = begun(printed).trim_end_matches(BLANKS);
        let Some(flavour) = self.flavour() else {
            let blocks = tree("", printed, parsed);
            return match self {
                Self::Html => raw(html::Html.cell(&blocks)),
                Self::AsciiDoc => raw(AsciiDoc::ITEM.item(&Item { checked: None, blocks })),
                Self::Csv | Self::Json => raw(plain_blocks(&blocks)),
                Self::ReStructuredText => {
                    // How many blocks there are decides what is between the items.
                    let written = self.markup().blocks(&blocks);
                    let rest = blocks.get(1).map(|_| Block::Raw(String::new()));
                    [Block::Raw(written)].into_iter().chain(rest).collect()
                }
                _ => blocks,
            };
        };
        // An item of a list, since a value that begins one may be escaped in another way than on a page.
        let marker = if flavour == Flavour::MkDocs { "-   " } else { "- " };
        let printed = [marker, printed].concat();
        let line_break = ["\n", &" ".repeat(marker.len())].concat();
        let printed = replaced(&printed, "\n", &line_break);
        let item = markdown::assemble(&Piece::split(&printed), Whole::Page, flavour, parsed);
        raw(item.get(marker.len()..).unwrap_or_default().trim_end_matches(BLANKS).replace(&line_break, "\n"))
    }

    /// The blocks of a small template, such as the heading of a group.
    pub(crate) fn blocks(self, printed: &str, parsed: &Parsed) -> Vec<Block> {
        let printed = printed.trim_end_matches(BLANKS);
        let Some(flavour) = self.flavour() else { return tree("", printed, parsed) };
        raw(markdown::assemble(&Piece::split(printed), Whole::Page, flavour, parsed))
    }

    /// A page, written in the markup of the format; or the line of its front matter that cannot hold a value.
    pub(crate) fn page(self, printed: &str) -> Result<String, String> {
        let pieces = Piece::split(printed);
        match self.flavour() {
            None => Ok(page::write(self, &pieces)),
            Some(flavour) => markdown::page(&pieces, flavour),
        }
    }
}

/// What a template printed, for a format other than Markdown: behind this, the values are written into its Markdown, which is parsed
/// then.
fn tree(before: &str, printed: &str, parsed: &Parsed) -> Vec<Block> {
    let mut pieces = Piece::split(printed);
    of_values(&pieces).unwrap_or_else(|| {
        pieces.insert(0, Piece { mark: Mark::Author, text: before });
        parse_template(&markdown::assemble(&pieces, Whole::Tree, Flavour::Gfm, parsed), before)
    })
}

/// The same of what begins no block.
fn one_line(printed: &str, parsed: &Parsed) -> Vec<Block> {
    tree("x ", &replaced(printed.trim_matches(BLANKS), "\n", " "), parsed)
}

fn raw(text: String) -> Vec<Block> {
    if text.is_empty() { Vec::new() } else { vec![Block::Raw(text)] }
}

/// A fence of at least this length for a block with this text.
fn fence(sign: char, least: usize, text: &str) -> String {
    let longest = runs(text, sign).max().unwrap_or_default();
    sign.to_string().repeat(least.max(longest + 1))
}

/// The lengths of the runs of a character; zero between other characters.
fn runs(text: &str, c: char) -> impl Iterator<Item = usize> {
    text.split(move |other| other != c).map(str::len)
}

/// Writes a character of an address that would be read as markup (RFC 3986 §2.1).
fn percent_encode(c: char, out: &mut String) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "%{byte:02X}");
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.markup().name() == other.markup().name()
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.markup().name().hash(state);
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.markup().name())
    }
}
