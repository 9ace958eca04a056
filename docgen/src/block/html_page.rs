//! The errors of a book as one self-contained page of HTML, with a search.
//!
//! `html_page/page.css` and `html_page/page.js` are all that it needs; `shell.rs` puts them into the page, `article.rs` writes an error.

mod article;
mod csp;
mod fact;
mod group;
mod prose;
mod retired;
mod shell;
mod text;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;

use errbook::Book;

pub use self::retired::RetiredCode;

use self::article::Articles;
use self::group::{Group, groups};
use self::shell::{Entry, Shell};
use self::text::Text;
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::format::Format;

/// All errors of a book as one HTML page, for [`Docs::file`](crate::Docs::file) or to be served.
///
/// The page is one file that loads nothing. It has a search, filters, an anchor for each code, a light and a dark theme, copy
/// buttons and a layout for print. Without JavaScript, everything but these controls works. The anchor of a code is the code itself.
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
/// use errbook::{ApiError, Book};
/// use errbook_docgen::HtmlPage;
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// No order has this number.
///     #[api(status = 404, code = "NO_SUCH_ORDER")]
///     NoSuchOrder,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let page = HtmlPage::new()
///     .header("<strong>Orders</strong>")
///     .style(":root { --accent: light-dark(#06603a, #6fd3a0) }");
/// let html = page.html(&BOOK);
/// assert!(html.contains(r#"<article id="NO_SUCH_ORDER""#));
/// ```
#[derive(Debug, Clone)]
pub struct HtmlPage {
    language: String,
    description: Option<String>,
    header: Option<String>,
    style: String,
    endpoints: Vec<(String, Vec<String>)>,
    retired: Vec<RetiredCode>,
}

impl HtmlPage {
    /// Starts with a page in English without a brand.
    pub fn new() -> Self {
        Self {
            language: "en".to_owned(),
            description: None,
            header: None,
            style: String::new(),
            endpoints: Vec::new(),
            retired: Vec::new(),
        }
    }

    /// Sets the language of the errors' texts (BCP 47), such as `de-AT`. It also decides the direction of the page.
    #[must_use]
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = tag.into();
        self
    }

    /// Sets the sentence below the title, which previews and search engines show too.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Sets the content of the page's header, such as a name, a link and an inline SVG. It is HTML, inserted verbatim.
    ///
    /// The page loads nothing, so an `<img>` or an attribute `style` has no effect.
    #[must_use]
    pub fn header(mut self, html: impl Into<String>) -> Self {
        self.header = Some(html.into());
        self
    }

    /// Adds CSS after that of the page.
    #[must_use]
    pub fn style(mut self, css: &str) -> Self {
        self.style.push_str(css);
        self.style.push('\n');
        self
    }

    /// Adds an endpoint and the codes that it answers with, which each of these errors shows.
    ///
    /// # Examples
    ///
    /// ```
    /// let page = errbook_docgen::HtmlPage::new().endpoint("GET /orders/{id}", ["NO_SUCH_ORDER", "TOKEN_INVALID"]);
    /// ```
    #[must_use]
    pub fn endpoint<C: Into<String>>(
        mut self,
        name: impl Into<String>,
        codes: impl IntoIterator<Item = C>,
    ) -> Self {
        self.endpoints.push((name.into(), codes.into_iter().map(Into::into).collect()));
        self
    }

    /// Adds codes that are no longer sent, which the page lists at its end.
    #[must_use]
    pub fn retired(mut self, codes: impl IntoIterator<Item = RetiredCode>) -> Self {
        self.retired.extend(codes);
        self
    }

    /// The page.
    pub fn html(&self, book: &Book) -> String {
        let shell = Shell::new(self, book);
        let groups = groups(book);
        let mut ids = Ids::new(book.documented_entries().map(errbook::Entry::code), &self.retired);
        let contents: Vec<Entry<'_>> = groups.iter().map(|group| ids.entry(group)).collect();
        let statuses = groups.iter().flat_map(|group| &group.errors);
        let classes: BTreeSet<u16> = statuses.map(|(entry, _)| entry.status().as_u16() / 100).collect();
        let mut articles = Articles { out: String::new(), endpoints: self.endpoints_of_codes() };
        shell.begin(&mut articles.out, &contents, &Vec::from_iter(classes));
        for entry in &contents {
            let Group { name, heading, description, errors } = entry.group;
            let (id, heading) = (Text(&entry.id), Text(heading));
            let _ =
                writeln!(articles.out, "<section data-t=\"{}\">\n<h2 id=\"{id}\">{heading}</h2>", Text(name));
            articles.out.push_str(&prose::blocks(description, 2));
            for ((_, facts), (id, _)) in errors.iter().zip(&entry.errors) {
                articles.error(id, facts);
            }
            articles.out.push_str("</section>\n");
        }
        self.retired_codes(&mut articles, &mut ids);
        Shell::end(&mut articles.out);
        articles.out
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
        static NONE: Book = Book::new("", &[]);
        Shell::new(self, &NONE).policy()
    }

    fn endpoints_of_codes(&self) -> HashMap<&str, Vec<&str>> {
        let mut of_codes: HashMap<&str, Vec<&str>> = HashMap::new();
        for (endpoint, codes) in &self.endpoints {
            for code in codes {
                of_codes.entry(code).or_default().push(endpoint);
            }
        }
        of_codes
    }

    fn retired_codes(&self, articles: &mut Articles<'_>, ids: &mut Ids<'_>) {
        if self.retired.is_empty() {
            return;
        }
        articles.out.push_str(
            "<section data-t=\"\">\n<h2 id=\"errbook:retired\">Retired codes</h2>\n\
             <p>The API no longer sends these, and they never get another meaning.</p>\n",
        );
        for retired in &self.retired {
            articles.retired(&ids.of_code(&retired.code), retired);
        }
        articles.out.push_str("</section>\n");
    }
}

impl Default for HtmlPage {
    fn default() -> Self {
        Self::new()
    }
}

impl Block for HtmlPage {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        match context.format() {
            Format::Html => Ok(self.html(context.book())),
            format => Err(Error::not_in_format("a page of HTML", format)),
        }
    }
}

/// The ids of the page. That of a code is the code; further errors of one code have a number behind it.
struct Ids<'p> {
    codes: HashSet<&'p str>,
    taken: HashSet<String>,
}

impl<'p> Ids<'p> {
    fn new(codes: impl Iterator<Item = &'static str>, retired: &'p [RetiredCode]) -> Self {
        let retired = retired.iter().map(|retired| retired.code.as_str());
        let taken = shell::IDS.map(str::to_owned).into();
        Self { codes: retired.chain(codes.map(|code| -> &'p str { code })).collect(), taken }
    }

    fn entry<'g>(&mut self, group: &'g Group) -> Entry<'g> {
        let errors = group.errors.iter();
        let errors = errors.map(|(entry, _)| (self.of_code(entry.code()), entry.status().as_u16())).collect();
        Entry { group, id: self.other_than_codes(&format!("errbook:{}", group.name)), errors }
    }

    fn of_code(&mut self, code: &str) -> String {
        if self.taken.insert(code.to_owned()) { code.to_owned() } else { self.other_than_codes(code) }
    }

    fn other_than_codes(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let free = names.find(|name| !self.codes.contains(&**name) && !self.taken.contains(name));
        let id = free.unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }
}
