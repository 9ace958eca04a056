//! `errbook html`: the errors of the lock as one page that loads nothing.

use errbook_contract::{FactKind, Lock, LockedError, Retired};
use errbook_docgen::{HtmlPage, RetiredCode};

use crate::args::Html;
use crate::outcome::{Failure, Outcome};
use crate::pages;
use crate::source::Source;
use crate::terminal::Styled;

pub fn run(args: &Html, lock: &Lock) -> Result<Outcome, Failure> {
    let mut page = HtmlPage::new().retired(lock.retired().map(|(code, retired)| retired_code(code, retired)));
    for (endpoint, codes) in lock.endpoints() {
        page = page.endpoint(endpoint, codes.iter().map(String::as_str));
    }
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
    let html = page.html(&lock.to_book());
    match &args.output {
        Some(path) => {
            pages::replace(path, &html)?;
            Ok(Outcome::default())
        }
        None => Ok(Outcome::document(html)),
    }
}

/// A retired code, with what the first of its errors said.
fn retired_code(code: &str, retired: &Retired) -> RetiredCode {
    let error = retired.errors().first();
    let text = |kind| error.and_then(|error| error.text(kind)).unwrap_or_default();
    RetiredCode::new(code, error.map(LockedError::status).unwrap_or_default())
        .title(text(FactKind::Title))
        .description(text(FactKind::Description))
        .since(text(FactKind::Since))
        .retired(retired.release().unwrap_or_default())
        .replaced_by(retired.replaced_by().unwrap_or_default())
        .why(retired.why().unwrap_or_default())
}
