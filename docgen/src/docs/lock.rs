//! The lock of published errors as one file of the set, and what a test says about its changes.

use std::fmt::Write as _;

use errbook_contract::{Accept, Config, Level, Lock, LockError, LockErrors, Update};

use super::file::{self, Root};
use super::{Content, Docs, Output, report};
use crate::block::options::builder;
use crate::error::{DocsErrors, Error, ErrorKind};

impl Docs<'_> {
    builder! {
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
        /// ```
        /// use errbook::Book;
        /// use errbook_docgen::Docs;
        ///
        /// # type OrderError = errbook::HttpError;
        /// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
        ///
        /// // In a test:
        /// # fn documentation() {
        /// Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR")).lock("errors.lock.toml").check();
        /// # }
        /// ```
        lock(self, path: impl Into<String>) { self.output(path, Content::Lock); }

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
        with_lock(self, lock: Lock) { self.given_lock = Some(lock); }
    }
}

/// The locks of a set, each beside the book.
pub(super) struct Locks<'d> {
    all: Vec<Locked<'d>>,
    config: Config,
    /// Mistakes in the settings of the project.
    mistakes: Vec<Error>,
    /// The lock that the code has, with the retired codes of the committed one, if anything needs it.
    pub(super) current: Option<Lock>,
}

struct Locked<'d> {
    path: &'d str,
    is_new: bool,
    update: Result<Update, LockErrors>,
}

const CONFIG: &str = "errbook.toml";

impl<'d> Locks<'d> {
    pub(super) fn of(docs: &'d Docs<'_>, root: Option<&Root>) -> Self {
        let read = |path: &str| root.map_or(Ok(None), |root| file::read(&root.file(path)?));
        let (config, mistakes) =
            match read(CONFIG).map(|text| text.map_or(Ok(Config::default()), Config::parse)) {
                Ok(Ok(config)) => (config, Vec::new()),
                Ok(Err(errors)) => (Config::default(), unreadable(&errors).all),
                Err(error) => (Config::default(), vec![error]),
            };
        let endpoints = docs.declared.endpoints();
        let outputs = docs.outputs.iter().filter(|output| matches!(output.content, Content::Lock));
        let locked = |output: &'d Output<'_>| {
            let old = read(&output.path).ok().flatten();
            let update = Update::new(old.as_deref(), docs.book);
            let update = update.map(|update| update.with_endpoints(endpoints.clone()));
            let update = update.map(|update| update.with_levels(config.levels().clone()));
            Locked { path: &output.path, is_new: old.is_none(), update }
        };
        let locks: Vec<_> = outputs.map(locked).collect();
        let is_needed = !locks.is_empty() || docs.lints || !docs.declared.is_empty();
        let current = || {
            let update = locks.first().and_then(|lock| lock.update.as_ref().ok());
            let lock = update.and_then(|update| update.lock(&Accept::All).ok());
            lock.unwrap_or_else(|| Lock::of(docs.book).with_endpoints(endpoints.clone()))
        };
        let current = docs.given_lock.clone().or_else(|| is_needed.then(current));
        Self { all: locks, config, mistakes, current }
    }

    /// The new text of a lock. `accept` is `None` where it is only checked: all changes are in it then.
    pub(super) fn make(&self, path: &str, accept: Option<&Accept>) -> Result<String, DocsErrors> {
        let Some(lock) = self.all.iter().find(|lock| lock.path == path) else { return Ok(String::new()) };
        let update = lock.update.as_ref().map_err(unreadable)?;
        if let (None, Some(line)) = (accept, update.conflict_line()) {
            let message =
                "conflict marker of git: resolve the conflict, or `ERRBOOK=update` reads both sides";
            return Err(Error::new(ErrorKind::Contract, message).on_line(line).into());
        }
        update.lock(accept.unwrap_or(&Accept::All)).map(|lock| lock.to_string()).map_err(|refused| {
            let names = Some(refused.names()).filter(|names| !names.is_empty());
            let accept =
                names.map(|names| format!("to accept: {}", report::command(&format!("accept:{names}"))));
            let mut text = "the contract is broken".to_owned();
            for line in refused.to_string().lines().chain(accept.as_deref()) {
                text.extend(["\n    ", line]);
            }
            Error::of_lines(ErrorKind::Contract, &text).into()
        })
    }

    /// What is wrong besides the locks themselves: the settings, what the lints find, and an acceptance without a lock.
    pub(super) fn errors(&mut self, docs: &Docs<'_>, accept: Option<&Accept>) -> Vec<Error> {
        let has_lock = !self.all.is_empty();
        let mut errors = Vec::new();
        if !has_lock && accept.is_some_and(|accept| *accept != Accept::Nothing) {
            errors.push(Error::new(ErrorKind::Contract, "`ERRBOOK=accept` needs `Docs::lock`"));
        }
        let mistakes = std::mem::take(&mut self.mistakes);
        if docs.lints && mistakes.is_empty() {
            let findings = self.current.iter().flat_map(|lock| lock.lint(&self.config));
            errors.extend(findings.map(|finding| Error::of_lines(ErrorKind::Lint, &finding.to_string())));
        }
        let mistakes = mistakes.into_iter().filter(|_| has_lock || docs.lints);
        errors.extend(mistakes.map(|error| error.in_file(CONFIG)));
        errors
    }

    /// What changed, by level, before the diffs of the files; and the names of what has to be accepted.
    pub(super) fn changes(&self) -> (String, String) {
        let (mut text, mut breaking) = (String::new(), Vec::new());
        for Locked { path, update, .. } in self.all.iter().filter(|lock| !lock.is_new) {
            let Some(diff) = update.as_ref().ok().map(Update::diff).filter(|diff| !diff.is_empty()) else {
                continue;
            };
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "the contract changed, {path}:\n\n{diff}");
            let changes = diff.at(Level::Breaking).filter(|change| change.rule().can_be_accepted());
            let names = Accept::names(changes.map(|change| change.subject().to_string())).to_string();
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
}

fn unreadable(errors: &LockErrors) -> DocsErrors {
    let error =
        |error: &LockError| Error::of_lines(ErrorKind::Contract, error.message()).on_line(error.line());
    DocsErrors { all: errors.iter().map(error).collect() }
}
