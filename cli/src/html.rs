//! `errbook html`: the errors of the lock as one page that loads nothing.

use errbook_contract::Lock;
use errbook_docgen::{Block as _, Format, HtmlPage, RenderContext};

use crate::args::Html;
use crate::outcome::{Failure, Outcome};
use crate::pages;
use crate::source::Source;
use crate::terminal::Styled;

pub fn run(args: &Html, lock: &Lock) -> Result<Outcome, Failure> {
    let mut page = HtmlPage::new();
    if let Some(language) = &args.language {
        page = page.language(language);
    }
    if let Some(path) = &args.header {
        page = page.header(Source::read(path)?.text()?);
    }
    if let Some(path) = &args.style {
        page = page.style(&Source::read(path)?.text()?);
    }
    if args.print_csp {
        let mut out = Styled::default();
        out.line(&page.content_security_policy());
        return Ok(Outcome::styled(out));
    }
    let html = page.render_with(&RenderContext::new(Format::Html, &lock.to_book()).with_lock(lock));
    let html = html.map_err(|error| Failure::new(error.to_string()))?;
    pages::put(args.output.as_deref(), Outcome::document(html))
}
