//! `errbook render`: a template of your own over the errors of the lock.

use std::path::Path;

use errbook_contract::Lock;
use errbook_docgen::{Block as _, Format, Page, RenderContext};

use crate::args::Render;
use crate::outcome::{Failure, Outcome};
use crate::pages;
use crate::source::Source;

/// The extensions of templates, which stand after that of the page.
const TEMPLATES: [&str; 3] = ["jinja", "jinja2", "j2"];

pub fn run(args: &Render, lock: &Lock) -> Result<Outcome, Failure> {
    let source = Source::read(&args.template)?;
    let name = source.name.clone();
    let format = format(args)?;
    let book = lock.to_book();
    let context = RenderContext::new(format, &book).with_lock(lock);
    let page = Page::new(name, source.text()?).render_with(&context);
    let page = page.map_err(|error| Failure::new(error.to_string()))?;
    pages::put(args.output.as_deref(), Outcome::document(page))
}

/// The format that is named, or else that of the output, or of the template.
fn format(args: &Render) -> Result<Format, Failure> {
    if let Some(extension) = &args.to {
        let format = Format::from_path(&Path::new("page").with_extension(extension));
        return format.ok_or_else(|| {
            Failure::new(format!("unknown format `{extension}`: expected an extension such as `md`"))
        });
    }
    let of_template = || {
        let is_template =
            args.template.extension().is_some_and(|found| TEMPLATES.iter().any(|known| found == *known));
        Format::from_path(&if is_template { args.template.with_extension("") } else { args.template.clone() })
    };
    let of_output = args.output.as_deref().and_then(Format::from_path);
    of_output.or_else(of_template).ok_or_else(|| {
        Failure::new(format!("`{}` does not say its format: add `--to md`", args.template.display()))
    })
}
