//! The errors of a book as one self-contained page of HTML, with a search.
//!
//! `html_page/page.html.jinja` is the page; `page.css` and `page.js` beside it are all that it needs.

mod assets;
mod prose;
mod template;
mod types;

use std::collections::BTreeSet;

use errbook::{Book, Entry};
use errbook_contract::Lock;
use minijinja::{Value, context};

use self::types::Ids;
use crate::anchor::anchor;
use crate::block::options::builder;
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts;
use crate::format::Format;

/// All errors of a book as one HTML page, for [`Docs::file`](crate::Docs::file) or to be served.
///
/// The page is one file that loads nothing. It has a search, filters, an anchor for each code, a light and a dark theme, copy
/// buttons and a layout for print. Without JavaScript, everything but these controls works. The anchor of a code is the code itself,
/// with `-` for spaces.
///
/// The search finds codes, words and statuses (`429`, `4xx`), and the code in a pasted reply or address. Query and filters are in the
/// address, so a search can be linked to: `errors.html?q=token&class=4xx`.
///
/// # Brand
///
/// [`header`](Self::header) replaces the top of the page, and [`style`](Self::style) sets these CSS variables:
///
/// | variable | use |
/// | --- | --- |
/// | `--accent` | links, focus, the marked error |
/// | `--background`, `--surface`, `--line` | the page; code and controls; borders |
/// | `--text`, `--muted` | text; secondary text |
/// | `--client`, `--server`, `--retry` | 4xx, 5xx, retryable |
/// | `--font`, `--mono` | the fonts of text and code |
///
/// `light-dark(a, b)` gives a color for each theme.
///
/// # Examples
///
/// ```
/// use errbook::{Book, HttpError};
/// use errbook_docgen::HtmlPage;
///
/// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
///
/// let page = HtmlPage::new().header("<strong>Orders</strong>").style(":root { --accent: light-dark(#06603a, #6fd3a0) }");
/// assert!(page.html(&BOOK).contains(r#"<article id="NOT_FOUND""#));
/// ```
#[derive(Debug, Clone)]
pub struct HtmlPage {
    language: String,
    description: Option<String>,
    header: Option<String>,
    style: String,
}

impl HtmlPage {
    /// Starts with a page in English without a brand.
    pub fn new() -> Self {
        Self { language: "en".to_owned(), description: None, header: None, style: String::new() }
    }

    builder! {
        /// Sets the language of the errors' texts (BCP 47), such as `de-AT`. It also decides the direction of the page.
        language(self, tag: impl Into<String>) { self.language = tag.into(); }

        /// Sets the sentence below the title, which previews and search engines show too.
        description(self, text: impl Into<String>) { self.description = Some(text.into()); }

        /// Sets the content of the page's header, such as a name, a link and an inline SVG. It is HTML, inserted verbatim.
        ///
        /// The page loads nothing, so an `<img>` or an attribute `style` has no effect.
        header(self, html: impl Into<String>) { self.header = Some(html.into()); }

        /// Adds CSS after that of the page.
        style(self, css: &str) {
            self.style.push_str(css);
            self.style.push('\n');
        }
    }

    /// The page, without what only a [lock](RenderContext::with_lock) has: endpoints and retired codes.
    pub fn html(&self, book: &Book) -> String {
        self.write(book, None)
    }

    fn write(&self, book: &Book, lock: Option<&Lock>) -> String {
        let title =
            if book.name().is_empty() { "Errors".to_owned() } else { format!("{} errors", book.name()) };
        let lede = self.description.as_deref().unwrap_or("Match the code: it is stable. Texts may change.");
        let style = assets::style(&self.style);
        let retired = || lock.into_iter().flat_map(Lock::retired);
        let codes = book.documented_entries().map(|entry| anchor(entry.code()));
        let mut ids = Ids::new(codes.chain(retired().map(|(code, _)| anchor(code))).collect());
        let groups = types::groups(book, lock, &mut ids);
        let retired = retired().map(|(code, retired)| {
            let has_replacement = retired.replaced_by().is_some_and(|code| ids.has(code));
            (ids.of_code(code), facts::retired(code, retired), has_replacement)
        });
        template::render(context! {
            language => self.language.as_str(),
            is_right_to_left => is_right_to_left(&self.language),
            policy => assets::policy(&style),
            title, lede, groups,
            style => Value::from_safe_string(style),
            script => Value::from_safe_string(assets::SCRIPT.to_owned()),
            header => self.header.clone().map(Value::from_safe_string),
            name => book.name(),
            count => book.documented_entries().count(),
            classes => classes(book),
            media_type => media_type(book),
            retired => retired.collect::<Vec<_>>(),
        })
    }

    /// The value of the header `Content-Security-Policy` for the page, which also has it in a `<meta>` element.
    ///
    /// # Examples
    ///
    /// ```
    /// let policy = errbook_docgen::HtmlPage::new().content_security_policy();
    /// assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
    /// ```
    pub fn content_security_policy(&self) -> String {
        assets::policy(&assets::style(&self.style))
    }
}

impl Block for HtmlPage {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        match context.format() {
            Format::Html => Ok(self.write(context.book(), context.lock())),
            format => Err(Error::not_in_format("a page of HTML", format)),
        }
    }
}

/// The classes of all statuses that replies may have.
fn classes(book: &Book) -> Vec<String> {
    let statuses = book.documented_entries().flat_map(|entry| {
        let has_any = entry.has_any_status() || book.errors_of(entry).any(Entry::has_any_status);
        let any: &[u16] = if has_any { &[400, 500] } else { &[] };
        entry.statuses().map(|status| status.as_u16()).chain(any.iter().copied())
    });
    let classes: BTreeSet<_> = statuses.map(|status| status / 100).collect();
    classes.into_iter().map(|class| format!("{class}xx")).collect()
}

/// The media type of all replies, if it is the same. Errors without a body have an empty one.
fn media_type(book: &Book) -> Option<&str> {
    let media_type = |entry| book.body_of(entry).map_or("", |body| body.content_type());
    let mut all = book.documented_entries().map(media_type);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whether a language is written from right to left.
fn is_right_to_left(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    ["ar", "dv", "fa", "he", "ps", "ur", "ug", "yi"].iter().any(|known| primary.eq_ignore_ascii_case(known))
}
