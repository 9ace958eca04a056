//! `errbook check` and `errbook update`: the lock in its canonical form, and pages with regions made from it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use errbook::Book;
use errbook_contract::Lock;
use errbook_docgen::Docs;

use crate::args::Pages;
use crate::outcome::{Failure, Outcome};
use crate::source::{Source, lock_path};
use crate::terminal::{BAD, GOOD, PLAIN, STRONG, Styled};

/// Says what is out of date, with a diff of each page.
pub fn check(args: &Pages, given: Option<&Path>) -> Result<Outcome, Failure> {
    let (source, lock) = read(given)?;
    let (canonical, book) = (lock.to_string(), lock.to_book());
    let mut out = Styled::default();
    let mut has_found = false;
    if source.bytes != canonical.as_bytes() {
        has_found = true;
        out.push(STRONG, &source.name);
        out.line(" is not in its canonical form: run `errbook update`");
    }
    let outdated = docs(args, &book, lock)?.outdated().map_err(|errors| Failure::new(errors.to_string()))?;
    for page in &outdated {
        has_found = true;
        out.push(STRONG, page.path());
        out.line(&format!(" is out of date: run `errbook update {}`", page.path()));
        for line in page.to_string().lines() {
            out.push(
                if line.starts_with('-') {
                    BAD
                } else if line.starts_with('+') {
                    GOOD
                } else {
                    PLAIN
                },
                line,
            );
            out.end_line();
        }
    }
    Ok(Outcome::styled(out).found(has_found))
}

/// Writes what is out of date, and says what was written.
pub fn update(args: &Pages, given: Option<&Path>) -> Result<Outcome, Failure> {
    let (source, lock) = read(given)?;
    let (canonical, book) = (lock.to_string(), lock.to_book());
    let mut written = docs(args, &book, lock)?.write().map_err(|errors| Failure::new(errors.to_string()))?;
    if source.bytes != canonical.as_bytes() {
        if source.is_stdin {
            return Err(Failure::new("standard input cannot be updated: name a file with `--lock`"));
        }
        replace(Path::new(&source.name), &canonical)?;
        written.insert(0, source.name);
    }
    let mut out = Styled::default();
    for path in written {
        out.line(&format!("wrote {path}"));
    }
    Ok(Outcome::styled(out))
}

fn read(given: Option<&Path>) -> Result<(Source, Lock), Failure> {
    let source = Source::read(&lock_path(given)?)?;
    let lock = source.lock()?;
    Ok((source, lock))
}

/// The pages, in the current folder or below it.
fn docs<'b>(args: &Pages, book: &'b Book, lock: Lock) -> Result<Docs<'b>, Failure> {
    let mut docs = Docs::new(book, "").with_lock(lock);
    for page in &args.pages {
        docs = docs.inject(text(page)?);
    }
    Ok(docs)
}

/// The path of a page, which is in the current folder.
fn text(path: &Path) -> Result<String, Failure> {
    let below = env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let below = below.strip_prefix(".").unwrap_or(below);
    if below.has_root() || below.starts_with("..") {
        let message = "is not in the current folder: run `errbook` in a folder above it";
        return Err(Failure::new(format!("`{}` {message}", path.display())));
    }
    let text = below.to_str().map(str::to_owned);
    text.ok_or_else(|| Failure::new(format!("`{}` is not UTF-8", path.display())))
}

/// Writes what a command made into a file, if one is named.
pub fn put(output: Option<&Path>, made: Outcome) -> Result<Outcome, Failure> {
    let Some(path) = output else { return Ok(made) };
    replace(path, made.text())?;
    Ok(Outcome::default())
}

/// Replaces a file at once, and keeps its permissions: readers see its old or its new content. A device is written to.
pub fn replace(path: &Path, content: &str) -> Result<(), Failure> {
    // A link stays one.
    let path = path.canonicalize().unwrap_or_else(|_| PathBuf::from(path));
    let written = match path.metadata() {
        Ok(old) if !old.is_file() => fs::write(&path, content).map_err(|error| error.to_string()),
        _ => errbook_docgen::__private::replace(&path, content.as_bytes()).map_err(|error| error.to_string()),
    };
    written.map_err(|error| Failure::new(format!("cannot write `{}`: {error}", path.display())))
}
