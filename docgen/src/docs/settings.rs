//! How files are written and checked: their formats, and what is allowed in them.

use super::Docs;
use crate::block::options::builder;
use crate::format::Format;

impl Docs<'_> {
    builder! {
        /// Sets what reads `.md` files: [`Format::Mdx`], [`Format::MdxComponents`], [`Format::VitePress`] or [`Format::MkDocs`]. The default is
        /// GitHub's Markdown. In MDX, as Docusaurus has it, `{` and `<` are escaped, and regions are between `{/* errbook:begin NAME */}` and
        /// `{/* errbook:end */}`.
        ///
        /// # Examples
        ///
        /// ```
        /// use errbook::Book;
        /// use errbook_docgen::{Docs, Format};
        ///
        /// static BOOK: Book = Book::new("Orders API", &[]);
        /// // The README is read on GitHub, everything else on the site.
        /// let docs = Docs::new(&BOOK, "").markdown(Format::VitePress).format_of("README.md", Format::Markdown);
        /// ```
        markdown(self, format: Format) { self.markdown = format; }

        /// Sets the format of a file, whatever its name is. For [`template_per_code`](Self::template_per_code), write the path as
        /// there, with its placeholders. It is an error if no file has the path.
        format_of(self, path: impl Into<String>, format: Format) { self.formats.push((path.into(), format)); }

        /// Declares the address at which a folder is published, or one page if `path` is its own.
        ///
        /// It is an error if the `docs_url` of an error begins with the address and leads to no page of these `Docs`, or to no anchor of
        /// one. A page of an address may end in `.html` or without an extension, as site generators make it.
        ///
        /// # Examples
        ///
        /// ```
        /// use errbook::Book;
        /// use errbook_docgen::{Docs, Sections};
        ///
        /// static BOOK: Book = Book::new("Orders API", &[]);
        /// // For `docs_url = "https://example.com/docs/errors#{code}"`: sections have the anchors of their codes.
        /// let docs = Docs::new(&BOOK, "").file("docs/errors.md", Sections::new()).published_at("https://example.com/docs", "docs");
        /// ```
        published_at(self, address: impl Into<String>, path: impl Into<String>) {
            self.published.push((address.into(), path.into()));
        }

        /// Allows links between the pages that lead nowhere, such as those to anchors that a plug-in of a site generator makes. Addresses
        /// of errors are not checked then either.
        ///
        /// Without this, a link on a page of Markdown or HTML to another page is an error if that page or its anchor does not exist. The
        /// anchors of headings are those of GitHub, `VitePress` and Python-Markdown. `AsciiDoc` and reStructuredText are not read for
        /// links, and may have any anchors but those of a code in another spelling: docutils writes them in lower case.
        allow_dead_links(self) { self.allows_dead_links = true; }

        /// Declares that a file, or every file in a folder, is hand-written and not an orphaned page of
        /// [`template_per_code`](Self::template_per_code). Generated files and templates are never orphaned.
        ///
        /// It is an error if the path does not exist.
        ignore(self, path: impl Into<String>) { self.ignored.push(path.into()); }

        /// Allows types in the book that hold `dyn ApiError`.
        ///
        /// The errors behind `dyn ApiError` cannot be enumerated, so the documentation may lack some. Without this, each of the
        /// [`Book::incomplete_types`](errbook::Book::incomplete_types) is an error. List the catalogs of those errors in the book first.
        allow_incomplete(self) { self.allows_incomplete = true; }

        /// Allows types in the book that name another wire format than the [book](errbook::Book::with_body), such as those of an endpoint that
        /// serves the clients of another API.
        ///
        /// Without this, each of the [`Book::other_formats`](errbook::Book::other_formats) is an error: a forgotten or wrong `body` changes what clients read.
        allow_other_formats(self) { self.allows_other_formats = true; }
    }
}
