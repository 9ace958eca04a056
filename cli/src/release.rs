//! `errbook release`: what is next becomes published.

use std::path::Path;

use crate::args::Release;
use crate::outcome::{Failure, Outcome};
use crate::pages;
use crate::source::{Source, lock_path};
use crate::terminal::Styled;

/// Names the release in the lock; a lock from standard input goes to standard output.
pub fn run(args: &Release, given: Option<&Path>) -> Result<Outcome, Failure> {
    let source = Source::read(&lock_path(given)?)?;
    let lock = source.lock()?.with_release(&args.name).map_err(|error| Failure::new(error.to_string()))?;
    if source.is_stdin {
        return Ok(Outcome::document(lock.to_string()));
    }
    pages::replace(Path::new(&source.name), &lock.to_string())?;
    let mut out = Styled::default();
    out.line(&format!("wrote {}", source.name));
    Ok(Outcome::styled(out))
}
