//! The lock of published errors as one file of the set, and what a test says about its changes.

use std::fmt::Write as _;

use errbook_contract::{Accept, Config, Diff, Level, Lock, LockErrors, Update};

use super::{Content, Docs, Output, report};
use crate::docs::file::Root;
use crate::error::{Error, ErrorKind};

impl Docs<'_> {
    /// Adds the lock of published errors, `errors.lock.toml`, which keeps codes from changing by accident.
    ///
    /// Clients match on the codes, statuses and details in it. [`check`](Self::check) says what a change means for them:
    ///
    /// - With `ERRBOOK=update` the lock follows the code, unless a change is breaking. Then nothing is written.
    /// - With `ERRBOOK=accept:CODE` it does although the changes of this code are breaking. Several names have commas between,
    ///   `body.NAME` is a wire format, and `all` is all. A removed code becomes a retired one in the lock, and a fact that clients
    ///   rely on leaves behind what it was. A retired code cannot be used for another error.
    ///
    /// The committed file is what the code is compared with. The levels of the
    /// [rules](errbook_contract::RULES) can be changed in a file [`errbook.toml`](errbook_contract::Config) in the root.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use errbook::{ApiError, Book};
    /// use errbook_docgen::Docs;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_ORDER")]
    /// struct NotFound;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[NotFound::CATALOG]);
    ///
    /// // In `tests/documentation.rs`, below `#[test]`:
    /// fn documentation() {
    ///     Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR")).lock("errors.lock.toml").check();
    /// }
    /// # documentation();
    /// ```
    #[must_use]
    pub fn lock(mut self, path: impl Into<String>) -> Self {
        self.outputs.push(Output { path: path.into(), content: Content::Lock });
        self
    }

    /// Sets the lock from which blocks take endpoints, retired codes and the changelog, where the book was made of one. It is not
    /// written.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::Lock;
    /// use errbook_docgen::Docs;
    ///
    /// let lock = Lock::parse("lock = 1\nbook = 'Orders API'\n")?;
    /// let book = lock.to_book();
    /// let docs = Docs::new(&book, "").with_lock(lock);
    /// # Ok::<(), errbook_contract::LockErrors>(())
    /// ```
    #[must_use]
    pub fn with_lock(mut self, lock: Lock) -> Self {
        self.given_lock = Some(lock);
        self
    }
}

/// Makes the new lock. `accept` is `None` where the lock is only checked: it is then the lock with all changes in it.
pub(super) fn make(
    docs: &Docs<'_>,
    old: Option<&[u8]>,
    accept: Option<&Accept>,
) -> Result<String, Vec<Error>> {
    let update = update(docs, old).map_err(|errors| unreadable(&errors))?;
    if let (None, Some(line)) = (accept, update.conflict_line()) {
        let message = "conflict marker of git: resolve the conflict, or `ERRBOOK=update` reads both sides";
        return Err(vec![Error::new(ErrorKind::Contract, message).on_line(line)]);
    }
    match update.lock(accept.unwrap_or(&Accept::All)) {
        Ok(lock) => Ok(super::content::with_endings_of(old, lock.to_string())),
        Err(refused) => {
            let mut text = String::from("the contract is broken\n");
            push_indented(&mut text, &refused.to_string());
            if !refused.names().is_empty() {
                push_indented(&mut text, &how_to_accept(&refused.names()));
            }
            Err(vec![Error::of_lines(ErrorKind::Contract, text.trim_end())])
        }
    }
}

/// The committed lock beside the book, by the levels of the project. Mistakes in its settings are reported by [`errors`].
fn update(docs: &Docs<'_>, old: Option<&[u8]>) -> Result<Update, LockErrors> {
    let config = config(docs).unwrap_or_default();
    let update = Update::new(old, docs.book)?.with_endpoints(docs.declared.endpoints());
    Ok(update.with_levels(config.levels().clone()))
}

/// The settings of the project, if it has any.
fn config(docs: &Docs<'_>) -> Result<Config, Vec<Error>> {
    let file = Root::open(&docs.root).and_then(|root| root.file(CONFIG)).and_then(|file| file.read());
    match file {
        Ok(Some(text)) => Config::parse(text).map_err(|errors| unreadable(&errors)),
        Ok(None) => Ok(Config::default()),
        Err(error) => Err(vec![error]),
    }
}

const CONFIG: &str = "errbook.toml";

fn unreadable(errors: &LockErrors) -> Vec<Error> {
    let error = |error: &errbook_contract::LockError| {
        Error::of_lines(ErrorKind::Contract, error.message()).on_line(error.line())
    };
    errors.iter().map(error).collect()
}

/// What is wrong besides the lock itself: the settings, what the lints find, and an acceptance without a lock.
pub(super) fn errors(docs: &Docs<'_>, accept: Option<&Accept>, current: Option<&Lock>) -> Vec<Error> {
    let mut errors = Vec::new();
    let has_lock = locks(docs).next().is_some();
    if !has_lock && accept.is_some_and(|accept| *accept != Accept::Nothing) {
        errors.push(Error::new(ErrorKind::Contract, "`ERRBOOK=accept` needs `Docs::lock`"));
    }
    if !has_lock && !docs.lints {
        return errors;
    }
    match config(docs) {
        Err(all) => errors.extend(all.into_iter().map(|error| error.in_file(CONFIG))),
        Ok(config) if docs.lints => {
            let findings = current.map(|lock| lock.lint(&config)).unwrap_or_default();
            errors.extend(
                findings.iter().map(|finding| Error::of_lines(ErrorKind::Lint, &finding.to_string())),
            );
        }
        Ok(_) => {}
    }
    errors
}

/// The lock that the code has, with the retired codes of the committed one, if anything needs it.
pub(super) fn current(docs: &Docs<'_>) -> Option<Lock> {
    if docs.given_lock.is_some() {
        return docs.given_lock.clone();
    }
    let path = locks(docs).next();
    if path.is_none() && !docs.lints && docs.declared.is_empty() {
        return None;
    }
    let committed = path.and_then(|path| read(docs, path));
    let update = update(docs, committed.as_deref()).ok();
    let lock = update.and_then(|update| update.lock(&Accept::All).ok());
    Some(lock.unwrap_or_else(|| Lock::of(docs.book).with_endpoints(docs.declared.endpoints())))
}

/// The paths of the locks.
fn locks<'d>(docs: &'d Docs<'_>) -> impl Iterator<Item = &'d str> {
    let outputs = docs.outputs.iter().filter(|output| matches!(output.content, Content::Lock));
    outputs.map(|output| output.path.as_str())
}

fn read(docs: &Docs<'_>, path: &str) -> Option<Vec<u8>> {
    Root::open(&docs.root).and_then(|root| root.file(path)).and_then(|file| file.read()).ok().flatten()
}

/// What changed, by level, before the diffs of the files; and the names of what has to be accepted.
pub(super) fn changes(docs: &Docs<'_>) -> (String, String) {
    let (mut text, mut breaking) = (String::new(), Vec::new());
    for path in locks(docs) {
        let Some(Ok(update)) = read(docs, path).map(|old| update(docs, Some(&old))) else { continue };
        let diff = update.diff();
        if diff.is_empty() {
            continue;
        }
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "the contract changed, {path}:\n\n{diff}");
        let names = names(&diff);
        if !names.is_empty() {
            let _ = writeln!(
                text,
                "what never left this branch needs no acceptance: git checkout main -- {path}, then update\n"
            );
            breaking.push(names);
        }
    }
    (text, breaking.join(","))
}

/// The subjects of the breaking changes that can be accepted.
fn names(diff: &Diff) -> String {
    let breaking = diff.at(Level::Breaking).filter(|change| change.rule().can_be_accepted());
    Accept::names(breaking.map(|change| change.subject().to_string())).to_string()
}

fn how_to_accept(names: &str) -> String {
    format!("to accept: {}", report::command(&format!("accept:{names}")))
}

fn push_indented(text: &mut String, lines: &str) {
    for line in lines.lines() {
        let _ = writeln!(text, "    {line}");
    }
}
