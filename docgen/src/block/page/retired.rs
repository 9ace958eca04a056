//! The pages of retired codes: a note replaces the template, so that links to them still work.

use std::fmt::Write as _;

use errbook_contract::{Lock, Retired};

use super::CodePage;
use crate::ast::{self, Block, Inline};
use crate::error::Error;
use crate::facts;
use crate::format::Format;
use crate::template::{self, Compiled, holdable};

/// Adds the pages of retired codes to the others.
pub(super) fn push(
    lock: &Lock,
    format: Format,
    path: &Compiled<'_>,
    pages: &mut Vec<CodePage>,
) -> Result<(), Error> {
    let first = pages.len();
    for (code, retired) in lock.retired() {
        let path = template::plain_text(&path.render(&facts::retired(code, retired))?);
        pages.push(CodePage { code: code.to_owned(), path, content: String::new() });
    }
    for (at, (code, retired)) in (first..).zip(lock.retired()) {
        let replacement = pages.iter().find(|page| retired.replaced_by() == Some(&page.code));
        let link = pages.get(at).zip(replacement).map(|(page, to)| relative(&page.path, &to.path));
        let content = note(format, code, retired, link);
        if let Some(page) = pages.get_mut(at) {
            page.content = content;
        }
    }
    Ok(())
}

fn note(format: Format, code: &str, retired: &Retired, link: Option<String>) -> String {
    let mut note = vec![Inline::Text("The API no longer sends this code.".to_owned())];
    if let Some(release) = retired.release() {
        let release: String =
            holdable(if release == "next" { "the next release" } else { release }).into_owned();
        note.push(Inline::Text(format!(" It was retired in {release}.")));
    }
    if let Some(replacement) = retired.replaced_by() {
        let content = vec![Inline::Code(holdable(replacement).into_owned())];
        note.push(Inline::Text(" ".to_owned()));
        match link {
            Some(address) => note.push(Inline::Link { address, title: String::new(), content }),
            None => note.extend(content),
        }
        note.push(Inline::Text(" replaces it.".to_owned()));
    }
    let heading = Block::Heading { level: 1, content: vec![Inline::Code(holdable(code).into_owned())] };
    let why: String = holdable(retired.why().unwrap_or_default()).into_owned();
    let blocks = [vec![heading, Block::Paragraph(note)], ast::parse(&why)].concat();
    let page = format.markup().blocks(&blocks) + "\n";
    if format == Format::Html {
        let title = format.markup().verbatim(code);
        return format!("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n{page}");
    }
    page
}

/// The address of a page from another one.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(to.len() - 1);
    let up = "../".repeat((from.len() - 1).saturating_sub(shared));
    let mut address = up;
    for byte in to.get(shared..).unwrap_or_default().join("/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(byte.into());
            }
            // Writing to a `String` cannot fail.
            _ => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}
