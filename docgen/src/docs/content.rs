//! Generates the content of each file from a block, from a template, or from the existing page.

use super::pattern::Pattern;
use super::{Content, Docs, Output, codes};
use crate::block::page::{CodePage, Page};
use crate::block::{self, Block};
use crate::docs::file::{Failure, Root};
use crate::docs::mistake::What;
use crate::docs::region::{self, At, Opening};
use crate::format::Format;
use crate::nearest::nearest;

/// Generates the new content of a file from its old content; errors have a line.
pub(super) type Make<'m> = Box<dyn FnOnce(Option<&[u8]>) -> Result<String, Vec<At<What>>> + 'm>;

/// The files of an output, with their paths.
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

/// A file that is generated from a block.
fn whole<'m>(docs: &'m Docs<'_>, format: Format, block: impl Block + 'm) -> Make<'m> {
    Box::new(move |old| {
        let content = block.render(format, docs.book).map_err(|error| vec![(0, unnamed(error))])?;
        Ok(with_endings_of(old, content))
    })
}

fn unnamed(error: crate::Error) -> What {
    What::Block { name: None, error }
}

/// The page of a template, with all blocks in scope.
fn page<'m>(docs: &'m Docs<'_>, root: &Root, template: &str) -> Result<Page<'m>, What> {
    let name = || template.to_owned();
    let failed = |failure| What::Template { template: name(), failure };
    let bytes = root.file(template).and_then(|file| file.read()).map_err(failed)?;
    let bytes = bytes.ok_or_else(|| What::NoTemplate { template: name() })?;
    let source = String::from_utf8(bytes).map_err(|_| What::TemplateNotUtf8 { template: name() })?;
    // Front matter must start the page; a byte order mark would hide it.
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    // The engine treats `\r` as text. The line endings of the page are restored later.
    let page = Page::new(template, source.replace("\r\n", "\n"));
    Ok(docs.blocks.iter().fold(page, |page, (name, block)| page.block(name, &**block)))
}

/// The existing page with new content in its regions.
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

/// The content of a region.
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

/// The content with the line endings of the existing file, which git may have changed on Windows.
///
/// Content with `\r\n`, such as CSV, keeps its line endings.
fn with_endings_of(old: Option<&[u8]>, content: String) -> String {
    let first = old.and_then(|old| old.split_inclusive(|byte| *byte == b'\n').next());
    let is_crlf = first.is_some_and(|line| line.ends_with(b"\r\n"));
    if is_crlf && !content.contains('\r') { content.replace('\n', "\r\n") } else { content }
}
