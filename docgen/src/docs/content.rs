//! Generates the content of each file from a block, from a template, or from the existing page.

use errbook_contract::{Accept, Lock};

use super::per_code::Pattern;
use super::{Content, Docs, Output, lock};
use crate::block::options::check_names;
use crate::block::page::{CodePage, Page};
use crate::block::{BUILT_IN, Block, RenderContext};
use crate::docs::file::Root;
use crate::docs::region::{self, Opening};
use crate::error::{Error, ErrorKind};
use crate::format::extensions;
use crate::suggest::suggest;

/// Generates the new content of a file from its old content.
pub(super) type Make<'m> = Box<dyn FnOnce(Option<&[u8]>) -> Result<String, Vec<Error>> + 'm>;

/// The files of an output, with their paths. Blocks read the current lock.
pub(super) fn of<'m>(
    docs: &'m Docs<'_>,
    root: &Root,
    output: &'m Output<'_>,
    (accept, current): (Option<&'m Accept>, Option<&'m Lock>),
) -> Result<Vec<(String, Make<'m>)>, Vec<Error>> {
    let path = output.path.as_str();
    if path.is_empty() {
        return Err(vec![Error::new(ErrorKind::Path, "the path is empty: write the path of a file")]);
    }
    let one = |make: Make<'m>| Ok(vec![(output.path.clone(), make)]);
    let context = || match docs.format_of_output(output) {
        Some(format) => {
            let context = RenderContext::new(format, docs.book);
            Ok(current.map_or(context, |lock| context.with_lock(lock)))
        }
        None => Err(vec![unknown_extension()]),
    };
    match &output.content {
        Content::Lock => one(Box::new(move |old| lock::make(docs, old, accept))),
        Content::Block(block) => one(whole(context()?.with_path(path), &**block)),
        Content::Page(template) => {
            let context = context()?;
            let page = page(docs, root, template).map_err(|error| vec![error])?;
            one(whole(context.with_path(path), page))
        }
        Content::PagePerCode(template) => {
            let context = context()?;
            let page = page(docs, root, template).map_err(|error| vec![error])?;
            let pages = page.for_each_code(path, &context).map_err(|error| vec![error])?;
            Pattern::new(path).check(&pages)?;
            let file = |CodePage { path, content, .. }| {
                let make: Make<'m> = Box::new(move |old| Ok(with_endings_of(old, content)));
                (path, make)
            };
            Ok(pages.into_iter().map(file).collect())
        }
        Content::Regions => {
            let context = context()?;
            let example = region::example(context.format()).map_err(|error| vec![error])?;
            one(Box::new(move |old| regions(docs, &context.with_path(path), &example, old)))
        }
    }
}

/// A file that is generated from a block.
fn whole<'m>(context: RenderContext<'m>, block: impl Block + 'm) -> Make<'m> {
    Box::new(move |old| {
        let new = block.render_with(&context).map_err(|error| vec![error])?;
        Ok(with_endings_of(old, new))
    })
}

/// The page of a template, with all blocks in scope.
fn page<'m>(docs: &'m Docs<'_>, root: &Root, template: &str) -> Result<Page<'m>, Error> {
    let source = read(root, template).map_err(|error| error.in_part("template", template))?;
    // Front matter must start the page; a byte order mark would hide it.
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    // The engine treats `\r` as text. The line endings of the page are restored later.
    let page = Page::new(template, source.replace("\r\n", "\n"));
    Ok(docs.blocks.iter().fold(page, |page, (name, block)| page.block(name, &**block)))
}

fn read(root: &Root, template: &str) -> Result<String, Error> {
    let no_file = || Error::new(ErrorKind::File, "the file does not exist");
    let bytes = root.file(template)?.read()?.ok_or_else(no_file)?;
    String::from_utf8(bytes).map_err(|_| not_utf8())
}

fn not_utf8() -> Error {
    Error::new(ErrorKind::File, "the file contains invalid UTF-8: save it as UTF-8")
}

fn unknown_extension() -> Error {
    let known = extensions().collect::<Vec<_>>().join("`, `.");
    let message =
        format!("unknown file extension, expected one of `.{known}`, or a format by `Docs::format_of`");
    Error::new(ErrorKind::Format, &message)
}

/// The existing page with new content in its regions.
fn regions(
    docs: &Docs<'_>,
    context: &RenderContext<'_>,
    example: &str,
    old: Option<&[u8]>,
) -> Result<String, Vec<Error>> {
    let no_page = || format!("the page does not exist: create it, with {example} where a region belongs");
    let old = old.ok_or_else(|| vec![Error::new(ErrorKind::File, &no_page())])?;
    let page = std::str::from_utf8(old).map_err(|error| {
        let before = old.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        vec![not_utf8().on_line(line)]
    })?;
    region::rewrite(page, context.format(), &mut |opening: &Opening| inside(docs, opening, *context))
}

/// The content of a region.
fn inside(docs: &Docs<'_>, opening: &Opening, context: RenderContext<'_>) -> Result<String, Error> {
    let Opening { name, options, .. } = opening;
    let render = |block: &dyn Block| {
        let checked = check_names(options, &block.options());
        let rendered = checked.and_then(|()| block.render_with(&context.with_options(options)));
        rendered.map_err(|error| error.in_part("block", name))
    };
    if let Some((_, block)) = docs.blocks.iter().find(|(known, _)| known == name) {
        return render(&**block);
    }
    if let Some((_, block)) = BUILT_IN.iter().find(|(known, _)| known == name) {
        return render(&*block());
    }
    let built_in = BUILT_IN.iter().map(|(name, _)| *name);
    let known: Vec<_> = docs.blocks.iter().map(|(name, _)| name.as_str()).chain(built_in).collect();
    let mut message = format!("unknown block `{name}`{}", suggest(name, &known));
    if !message.ends_with('?') {
        message.push_str(": add it with `Docs::block`");
    }
    Err(Error::new(ErrorKind::Block, &message))
}

/// The content with the line endings of the existing file, which git may have changed on Windows.
///
/// Content with `\r\n`, such as CSV, keeps its line endings.
pub(super) fn with_endings_of(old: Option<&[u8]>, content: String) -> String {
    let first = old.and_then(|old| old.split_inclusive(|byte| *byte == b'\n').next());
    let is_crlf = first.is_some_and(|line| line.ends_with(b"\r\n"));
    if is_crlf && !content.contains('\r') { content.replace('\n', "\r\n") } else { content }
}
