//! What each file should be: made of a block, of a template, or of what is there.

use super::pattern::Pattern;
use super::{Content, Docs, Output, codes};
use crate::block::page::{CodePage, Page};
use crate::block::{self, Block};
use crate::docs::file::{Failure, Root};
use crate::docs::mistake::What;
use crate::docs::region::{self, At, Opening};
use crate::format::Format;
use crate::nearest::nearest;

/// Makes what a file should be of what it is; a mistake has its line.
pub(super) type Make<'m> = Box<dyn FnOnce(Option<&[u8]>) -> Result<String, Vec<At<What>>> + 'm>;

/// The files of an output, by their paths.
pub(super) fn of<'m>(
    docs: &'m Docs<'_>,
    root: &Root,
    output: &'m Output<'_>,
) -> Result<Vec<(String, Make<'m>)>, Vec<What>> {
    if output.path.is_empty() {
        return Err(vec![Failure::Empty.into()]);
    }
    let format = docs.format(&output.path).ok_or_else(|| vec![What::UnknownExtension])?;
    let one = |make: Make<'m>| Ok(vec![(output.path.clone(), make)]);
    match &output.content {
        Content::Block(block) => one(whole(docs, format, &**block)),
        Content::Page(template) => {
            one(whole(docs, format, page(docs, root, template).map_err(|what| vec![what])?))
        }
        Content::PagePerCode(template) => {
            let page = page(docs, root, template).map_err(|what| vec![what])?;
            let pages = page.for_each_code(&output.path, format, docs.book);
            let pages = pages.map_err(|error| vec![unnamed(error)])?;
            codes::check(&Pattern::new(&output.path), &pages)?;
            let file = |CodePage { path, content, .. }| {
                let make: Make<'m> = Box::new(move |old| Ok(with_endings_of(old, content)));
                (path, make)
            };
            Ok(pages.into_iter().map(file).collect())
        }
        Content::Regions => {
            let example = region::example(format).map_err(|mistake| vec![mistake.into()])?;
            one(Box::new(move |old| regions(docs, format, example, old)))
        }
    }
}

/// A file that consists of a block.
fn whole<'m>(docs: &'m Docs<'_>, format: Format, block: impl Block + 'm) -> Make<'m> {
    Box::new(move |old| {
        let content = block.render(format, docs.book).map_err(|error| vec![(0, unnamed(error))])?;
        Ok(with_endings_of(old, content))
    })
}

fn unnamed(error: crate::Error) -> What {
    What::Block { name: None, error }
}

/// The page of a template, which can name all blocks.
fn page<'m>(docs: &'m Docs<'_>, root: &Root, template: &str) -> Result<Page<'m>, What> {
    let name = || template.to_owned();
    let failed = |failure| What::Template { template: name(), failure };
    let bytes = root.file(template).and_then(|file| file.read()).map_err(failed)?;
    let bytes = bytes.ok_or_else(|| What::NoTemplate { template: name() })?;
    let source = String::from_utf8(bytes).map_err(|_| What::TemplateNotUtf8 { template: name() })?;
    // Front matter begins a page, and a mark before it would hide it.
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    // The engine would take `\r` for text; the page gets its own line endings in the end.
    let page = Page::new(template, source.replace("\r\n", "\n"));
    Ok(docs.blocks.iter().fold(page, |page, (name, block)| page.block(name, &**block)))
}

/// The page that is there, with its regions made anew.
fn regions(
    docs: &Docs<'_>,
    format: Format,
    example: String,
    old: Option<&[u8]>,
) -> Result<String, Vec<At<What>>> {
    let Some(old) = old else {
        return Err(vec![(0, What::from(Failure::Missing { example }))]);
    };
    let page = std::str::from_utf8(old).map_err(|error| {
        let before = old.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        vec![(line, What::from(Failure::NotUtf8))]
    })?;
    region::rewrite(page, format, &mut |opening: &Opening| inside(docs, opening, format))
}

/// What a region holds.
fn inside(docs: &Docs<'_>, opening: &Opening, format: Format) -> Result<String, What> {
    let name = opening.name.clone();
    let render = |block: &dyn Block| {
        let content = block.render_with(&opening.options, format, docs.book);
        content.map_err(|error| What::Block { name: Some(name.clone()), error })
    };
    if let Some((_, block)) = docs.blocks.iter().find(|(known, _)| *known == name) {
        return render(&**block);
    }
    if let Some(block) = block::built_in(&name) {
        return render(&*block);
    }
    let built_in = block::BUILT_IN.iter().map(|name| (*name).to_owned());
    let names: Vec<String> = docs.blocks.iter().map(|(name, _)| name.clone()).chain(built_in).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let nearest = nearest(&name, &known).map(str::to_owned);
    Err(What::UnknownBlock { name, nearest, names })
}

/// The content with the line endings of the file that is there: git may have changed them on Windows.
///
/// What has its own, as CSV may, keeps these.
fn with_endings_of(old: Option<&[u8]>, content: String) -> String {
    let first = old.and_then(|old| old.split_inclusive(|byte| *byte == b'\n').next());
    let is_crlf = first.is_some_and(|line| line.ends_with(b"\r\n"));
    if is_crlf && !content.contains('\r') { content.replace('\n', "\r\n") } else { content }
}
