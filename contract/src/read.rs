//! Reads a lock, which is untrusted text: every mistake has its line and column, and time and memory are bounded.

mod body;
mod error;
mod facts;
mod mistake;
mod pieces;
mod syntax;

pub(crate) use self::mistake::Mistakes;
pub use self::mistake::{LockError, LockErrors};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::endpoint::ANY;
use crate::fact::FactKind;
use crate::lock::{Lock, VERSION};
use crate::nearest::unknown;

/// A larger file is refused; 10,000 errors take about 5 MB.
const LARGEST: usize = 32 * 1024 * 1024;

impl Lock {
    /// Reads a lock.
    ///
    /// # Errors
    ///
    /// If it is larger than 32 MiB, is not UTF-8, has conflict markers of git, is not TOML, is written by a newer version of this
    /// crate, or has an unknown key or an invalid value. All mistakes in values are reported, each with its line and column.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::Lock;
    ///
    /// let errors = Lock::parse("lock = 1\nbook = 'Orders API'\nreleese = '1.0'\n").unwrap_err();
    /// assert_eq!(errors.to_string(), "3:1: unknown key `releese`, did you mean `release`?");
    /// ```
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, LockErrors> {
        let text = syntax::decode(text.as_ref())?;
        if let Some(line) = syntax::conflict_marker(&text) {
            let message = "conflict marker of git: resolve the conflict, or let the update read both sides";
            return Err(LockErrors::one(line, 1, message));
        }
        parse_text(&text)
    }
}

pub(crate) use self::syntax::{conflict_marker, decode, table};

/// Reads a text without conflict markers.
pub(crate) fn parse_text(text: &str) -> Result<Lock, LockErrors> {
    if let Some(lock) = pieces::read(text) {
        return Ok(lock);
    }
    let table = syntax::table(text)?;
    let mut reader = Reader { mistakes: Mistakes::new(text) };
    let lock = reader.lock(table.get_ref());
    reader.mistakes.finish(lock)
}

pub(crate) struct Reader<'t> {
    mistakes: Mistakes<'t>,
}

/// The keys and values of a table, in the order of the file.
pub(crate) fn in_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> Vec<(&'t Spanned<std::borrow::Cow<'i, str>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

const KEYS: [&str; 8] = ["lock", "book", "release", "body", "everywhere", "endpoint", "error", "retired"];

impl Reader<'_> {
    fn mistake(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.mistakes.push(span, message.into());
    }

    /// An unknown name. To look for a similar one takes longer than to read it.
    fn unknown(&mut self, span: Range<usize>, what: &str, name: &str, known: &[&str]) {
        let message = if self.mistakes.is_full() { String::new() } else { unknown(what, name, known) };
        self.mistake(span, message);
    }

    fn lock(&mut self, table: &DeTable<'_>) -> Lock {
        let mut lock = Lock::default();
        if !self.is_version(table) {
            return lock;
        }
        for (key, value) in in_order(table) {
            match &**key.get_ref() {
                "book" => lock.book = self.text(value).unwrap_or_default(),
                "release" => lock.release = self.text(value),
                "body" => self.tables(value, |reader, name, value| {
                    if let Some(body) = reader.body(value) {
                        lock.bodies.insert(name.to_owned(), body);
                    }
                }),
                "everywhere" => {
                    lock.endpoints = std::mem::take(&mut lock.endpoints).with_everywhere(self.codes(value));
                }
                "endpoint" => self.tables(value, |reader, name, value| {
                    let mut codes = reader.codes(value);
                    let is_any = codes.remove(ANY);
                    let endpoints = std::mem::take(&mut lock.endpoints).with_endpoint(name, codes);
                    lock.endpoints = if is_any { endpoints.with_any(name) } else { endpoints };
                }),
                // Errors refer to bodies, which follow them if the file is not in order.
                "lock" | "error" | "retired" => {}
                other => self.unknown(key.span(), "key", other, &KEYS),
            }
        }
        if table.get("book").is_none() {
            self.mistake(0..0, "expected `book = \"…\"`, the name of the API");
        }
        self.add_codes(table, &mut lock);
        self.check_codes(&lock, table);
        lock
    }

    /// Adds the codes in use and the retired ones, and returns whether all of them are new.
    fn add_codes(&mut self, table: &DeTable<'_>, lock: &mut Lock) -> bool {
        let mut are_new = true;
        if let Some(errors) = table.get("error") {
            self.tables(errors, |reader, code, value| {
                let errors = reader.errors(code, value, Some(&lock.bodies));
                are_new &= lock.errors.insert(code.to_owned(), errors).is_none();
            });
        }
        if let Some(retired) = table.get("retired") {
            self.tables(retired, |reader, code, value| {
                let retired = reader.retired(code, value);
                are_new &= lock.retired.insert(code.to_owned(), retired).is_none();
            });
        }
        are_new
    }

    /// Whether the lock is of this version.
    fn is_version(&mut self, table: &DeTable<'_>) -> bool {
        let Some(value) = table.get("lock") else {
            self.mistake(0..0, format!("expected `lock = {VERSION}`"));
            return false;
        };
        match integer(value.get_ref()) {
            Some(VERSION) => true,
            Some(newer) if newer > VERSION => {
                self.mistake(
                    value.span(),
                    format!("written by a newer errbook, as `lock = {newer}`: update errbook-contract"),
                );
                false
            }
            _ => {
                self.mistake(value.span(), format!("expected `lock = {VERSION}`"));
                false
            }
        }
    }

    /// A code is in use or retired.
    fn check_codes(&mut self, lock: &Lock, table: &DeTable<'_>) {
        let retired = table.get("retired").and_then(|value| value.get_ref().as_table());
        for (key, _) in retired.map(in_order).unwrap_or_default() {
            if lock.errors.contains_key(&**key.get_ref()) {
                self.mistake(key.span(), format!("code `{}` is both in use and retired", key.get_ref()));
            }
        }
    }

    /// Calls a function for each table inside of a table.
    fn tables(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        mut read: impl FnMut(&mut Self, &str, &Spanned<DeValue<'_>>),
    ) {
        let Some(table) = value.get_ref().as_table() else {
            return self.mistake(value.span(), "expected a table");
        };
        for (key, value) in in_order(table) {
            if key.get_ref().is_empty() {
                self.mistake(key.span(), "expected a name");
            } else {
                read(self, key.get_ref(), value);
            }
        }
    }

    fn text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.mistake(value.span(), "expected a string");
        }
        text.map(str::to_owned)
    }

    fn codes(&mut self, value: &Spanned<DeValue<'_>>) -> BTreeSet<String> {
        let Some(table) = value.get_ref().as_table() else {
            self.mistake(value.span(), "expected a table");
            return BTreeSet::new();
        };
        let mut codes = BTreeSet::new();
        for (code, value) in in_order(table) {
            if value.get_ref().as_bool() != Some(true) {
                self.mistake(value.span(), "expected `true`");
            }
            codes.insert(code.get_ref().to_string());
        }
        codes
    }
}

/// The keys of all facts.
fn fact_keys() -> Vec<&'static str> {
    FactKind::ALL.iter().map(|kind| kind.key()).collect()
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

pub(crate) type Bodies = BTreeMap<String, crate::body::LockedBody>;
