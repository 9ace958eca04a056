//! The pages of retired codes: a note replaces the template, so that links to them still work.

use errbook_contract::Lock;
use minijinja::context;
use minijinja::value::merge_maps;

use super::CodePage;
use crate::anchor::encoded;
use crate::block::of_page;
use crate::error::Error;
use crate::facts;
use crate::format::Format;
use crate::template::{self, Compiled, Template};

const NOTE: Template<'_> = Template {
    name: "the note",
    source: "# {{ code | code }}\n\nThe API no longer sends this code.\
        {% if release %} It was retired in {{ 'the next release' if release == 'next' else release }}.{% endif %}\
        {% if link %} [{{ replaced_by | code }}]({{ link | url }}) replaces it.\
        {% elif replaced_by %} {{ replaced_by | code }} replaces it.{% endif %}{% if why +%}\n\n{{ why }}{% endif %}",
    in_scope: &["code", "release", "replaced_by", "why", "link"],
};

/// Adds the pages of retired codes to the others.
pub(super) fn push(
    lock: &Lock,
    format: Format,
    path: &Compiled<'_>,
    pages: &mut Vec<CodePage>,
) -> Result<(), Error> {
    let first = pages.len();
    for (code, retired) in lock.retired() {
        let path = path.render(&facts::retired(code, retired));
        let path = template::plain_text(&path.map_err(|error| error.in_part("retired code", code))?);
        pages.push(CodePage { code: code.to_owned(), path, content: String::new() });
    }
    let note = NOTE.compile(&[])?;
    for (at, (code, retired)) in (first..).zip(lock.retired()) {
        let replacement = pages.iter().find(|page| retired.replaced_by() == Some(&page.code));
        let replacement = replacement.map(|page| page.path.clone());
        let Some(page) = pages.get_mut(at) else { continue };
        let link = replacement.map(|path| relative(&page.path, &path));
        let note_of = note.render(&merge_maps([facts::retired(code, retired), context!(link)]))?;
        if format == Format::Html {
            let title = format.markup().verbatim(code);
            page.content = format!("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n");
        }
        let blocks = of_page(format, format.blocks(&note_of, &note.parsed));
        page.content += &format.markup().blocks(&blocks);
        page.content.push('\n');
    }
    Ok(())
}

/// The address of a page from another one.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(to.len() - 1);
    let up = "../".repeat((from.len() - 1).saturating_sub(shared));
    up + &encoded(&to.get(shared..).unwrap_or_default().join("/"), "-._~/")
}
