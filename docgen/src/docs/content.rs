//! Generates the content of each file from a block, from a template, or from the existing page.

use super::file::read;
use super::per_code::Pattern;
use super::plan::Sources;
use super::region::{self, Region, Syntax};
use super::{Content, Docs, Output};
use crate::block::options::check_names;
use crate::block::page::Page;
use crate::block::{BUILT_IN, Block, RenderContext};
use crate::error::{DocsErrors, Error, ErrorKind, suggest};
use crate::format::{Format, extensions};

/// The paths of the files of an output, with the contents of those whose path depends on them.
pub(super) fn paths(
    sources: &Sources<'_>,
    output: &Output<'_>,
) -> Result<Vec<(String, Option<String>)>, DocsErrors> {
    let path = output.path.as_str();
    let Content::PagePerCode(template) = &output.content else { return Ok(vec![(path.to_owned(), None)]) };
    let context = context(sources, output)?;
    let pages = page(sources, template)?.for_each_code(path, &context)?;
    Pattern::new(path).check(&pages)?;
    Ok(pages.into_iter().map(|page| (page.path, Some(page.content))).collect())
}

/// The new content of the file of an output.
pub(super) fn new(
    sources: &Sources<'_>,
    output: &Output<'_>,
    old: Option<&[u8]>,
) -> Result<String, DocsErrors> {
    let context = || Ok::<_, Error>(context(sources, output)?.with_path(&output.path));
    Ok(match &output.content {
        Content::Lock => sources.locks.make(&output.path, sources.accept)?,
        Content::Regions => regions(sources.docs, context()?, old)?,
        Content::Block(block) => block.render_with(&context()?)?,
        Content::Page(template) | Content::PagePerCode(template) => {
            let context = context()?;
            page(sources, template)?.render_with(&context)?
        }
    })
}

/// The format of the files of an output. A block may have its own.
pub(super) fn format_of(docs: &Docs<'_>, output: &Output<'_>) -> Option<Format> {
    let own = match &output.content {
        Content::Lock => return None,
        Content::Block(block) => block.format(),
        Content::Page(_) | Content::PagePerCode(_) | Content::Regions => None,
    };
    let of_path = docs.formats.iter().rfind(|(path, _)| *path == output.path).map(|(_, format)| *format);
    let of_name = || match Format::from_path(output.path.as_ref()) {
        Some(Format::Markdown) => Some(docs.markdown),
        format => format,
    };
    of_path.or(own).or_else(of_name)
}

/// What blocks are rendered with. They read the current lock.
fn context<'s>(sources: &Sources<'s>, output: &Output<'_>) -> Result<RenderContext<'s>, Error> {
    let format = format_of(sources.docs, output).ok_or_else(|| {
        let known = extensions().collect::<Vec<_>>().join("`, `.");
        let message =
            format!("unknown file extension, expected one of `.{known}`, or a format by `Docs::format_of`");
        Error::new(ErrorKind::Format, &message)
    })?;
    let context = RenderContext::new(format, sources.docs.book);
    Ok(sources.locks.current.as_ref().map_or(context, |lock| context.with_lock(lock)))
}

/// The page of a template, with all blocks in scope.
fn page<'s>(sources: &Sources<'s>, template: &str) -> Result<Page<'s>, Error> {
    let read = || {
        let no_file = || Error::new(ErrorKind::File, "the file does not exist");
        let bytes = read(&sources.root.file(template)?)?.ok_or_else(no_file)?;
        String::from_utf8(bytes).map_err(|_| not_utf8())
    };
    let source = read().map_err(|error| error.in_part("template", template))?;
    // Front matter must start the page; a byte order mark would hide it.
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    // The engine treats `\r` as text. The line endings of the page are restored later.
    let page = Page::new(template, source.replace("\r\n", "\n"));
    Ok(sources.docs.blocks.iter().fold(page, |page, (name, block)| page.block(name, &**block)))
}

fn not_utf8() -> Error {
    Error::new(ErrorKind::File, "the file contains invalid UTF-8: save it as UTF-8")
}

/// The existing page with new content in its regions.
fn regions(docs: &Docs<'_>, context: RenderContext<'_>, old: Option<&[u8]>) -> Result<String, DocsErrors> {
    let Syntax { begin, end, .. } = Syntax::of(context.format())?;
    let no_page =
        || format!("the page does not exist: create it, with {begin} and {end} where a region belongs");
    let old = old.ok_or_else(|| Error::new(ErrorKind::File, &no_page()))?;
    let page = std::str::from_utf8(old).map_err(|error| {
        let before = old.get(..error.valid_up_to()).unwrap_or_default();
        not_utf8().on_line(before.split(|byte| *byte == b'\n').count())
    })?;
    region::rewrite(page, context.format(), |region| inside(docs, region, context))
}

/// The content of a region.
fn inside(
    docs: &Docs<'_>,
    Region { name, options, .. }: &Region<'_>,
    context: RenderContext<'_>,
) -> Result<String, Error> {
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
