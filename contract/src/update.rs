//! A lock and the book that it is to be updated to.

mod merge;
mod sides;
mod trace;

use std::collections::BTreeMap;

use errbook::Book;

use crate::accept::{Accept, Refused};
use crate::body::LockedBody;
use crate::change::{Diff, Levels};
use crate::diff::Pairs;
use crate::endpoint::Endpoints;
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{Lock, LockedError, NEXT, Was};
use crate::read::{LockErrors, conflict_marker, decode, parse_text};

/// A committed lock beside a book: what changed, and the lock that it becomes.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_contract::{Accept, Lock, Update};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     #[api(status = 404, code = "NO_ORDER")]
///     NotFound,
///     #[api(status = 410, code = "GONE")]
///     Gone,
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NO_ORDER")]
/// struct NotFound;
///
/// static OLD: Book = Book::new("Orders API", &[OrderError::CATALOG]);
/// static NEW: Book = Book::new("Orders API", &[NotFound::CATALOG]);
///
/// let committed = Lock::of(&OLD).to_string();
/// let update = Update::new(Some(committed.as_bytes()), &NEW)?;
///
/// let refused = update.lock(&Accept::Nothing).unwrap_err();
/// assert_eq!(refused.names(), "GONE");
///
/// let lock = update.lock(&Accept::names(["GONE"])).unwrap();
/// assert_eq!(lock.retired_code("GONE").unwrap().errors()[0].status(), 410);
///
/// // It is accepted once.
/// let again = Update::new(Some(lock.to_string().as_bytes()), &NEW)?;
/// assert!(again.diff().is_empty());
/// # Ok::<(), errbook_contract::LockErrors>(())
/// ```
#[derive(Debug, Clone)]
pub struct Update {
    /// `None` if nothing was published yet.
    old: Option<Lock>,
    fresh: Lock,
    /// The errors that documentation does not show.
    hidden: Lock,
    levels: Levels,
    /// The line of the first conflict marker.
    conflict: Option<usize>,
}

impl Update {
    /// Reads a lock, and compares it with a book. `None` is a lock that does not exist yet.
    ///
    /// Conflict markers of git are resolved: of each fact, the side counts that the code says.
    ///
    /// # Errors
    ///
    /// If the lock cannot be read, as in [`Lock::parse`].
    pub fn new(committed: Option<&[u8]>, book: &Book) -> Result<Self, LockErrors> {
        let (fresh, hidden) = (Lock::of(book), Lock::of_hidden(book));
        let text = committed.map(decode).transpose()?;
        let old = text.as_deref().map(|text| read(text, &fresh)).transpose()?;
        let conflict = text.as_deref().and_then(conflict_marker);
        Ok(Self { old, fresh, hidden, levels: Levels::new(), conflict })
    }

    /// Sets the endpoints of the book, as [`Lock::with_endpoints`] does.
    #[must_use]
    pub fn with_endpoints(mut self, endpoints: Endpoints) -> Self {
        self.fresh = self.fresh.with_endpoints(endpoints);
        self
    }

    /// Sets the levels of rules.
    #[must_use]
    pub fn with_levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }

    /// The committed lock, if there is one.
    pub fn committed(&self) -> Option<&Lock> {
        self.old.as_ref()
    }

    /// The line of the first conflict marker of git, if the committed lock has any.
    pub fn conflict_line(&self) -> Option<usize> {
        self.conflict
    }

    /// The changes of the contract; none if nothing was published yet.
    pub fn diff(&self) -> Diff {
        self.diff_to(&self.next())
    }

    fn diff_to(&self, next: &Lock) -> Diff {
        let Some(old) = &self.old else { return Diff::default() };
        // A retired code is reserved for errors that documentation does not show, too.
        let is_back = |code: &&String| old.retired.contains_key(*code) && !next.errors.contains_key(*code);
        let back: Vec<&String> = self.hidden.errors.keys().filter(is_back).collect();
        let diff = if back.is_empty() {
            Diff::between(old, next)
        } else {
            let mut all = next.clone();
            all.errors
                .extend(back.into_iter().map(|code| (code.clone(), self.hidden.by_code(code).to_vec())));
            Diff::between(old, &all)
        };
        diff.with_levels(&self.levels)
    }

    /// The lock that the book has, where these breaking changes are accepted.
    ///
    /// A removed code becomes a retired one, and a fact that clients rely on leaves behind what it was.
    ///
    /// # Errors
    ///
    /// If a breaking change is not accepted, or an accepted name has none.
    pub fn lock(&self, accept: &Accept) -> Result<Lock, Refused> {
        let mut next = self.next();
        let diff = self.diff_to(&next);
        accept.check(&diff.changes)?;
        if let Some(old) = &self.old {
            trace::leave(old, &mut next, &diff);
            let errors = next.errors.values_mut().flatten();
            errors
                .chain(next.retired.values_mut().flat_map(|retired| &mut retired.errors))
                .for_each(LockedError::sort);
        }
        Ok(next)
    }

    /// The lock with what only the committed one knows. Nothing is retired yet.
    fn next(&self) -> Lock {
        let mut next = self.fresh.clone();
        let Some(old) = &self.old else { return next };
        next.release.clone_from(&old.release);
        next.retired.clone_from(&old.retired);
        keep_body_names(old, &mut next);
        self.keep_hidden(old, &mut next);
        for (code, errors) in &mut next.errors {
            let before = match (old.errors.get(code), old.retired.get(code)) {
                (Some(errors), _) => errors.as_slice(),
                (None, Some(retired)) => &retired.errors,
                (None, None) => &[],
            };
            keep_facts(before, errors, old.release.is_some());
        }
        next
    }

    /// An error that was published stays in the lock when documentation does not show it any more.
    fn keep_hidden(&self, old: &Lock, next: &mut Lock) {
        let hidden = self.hidden.errors.iter().filter(|(code, _)| old.errors.contains_key(*code));
        for (code, errors) in hidden.filter(|(code, _)| !self.fresh.errors.contains_key(*code)) {
            let mut errors = errors.clone();
            for error in &mut errors {
                error.set(FactKind::Hidden, Value::Bool(true));
                let name = error.text(FactKind::Body).unwrap_or_default().to_owned();
                if let Some(body) = self.hidden.bodies.get(&name) {
                    let known =
                        next.bodies.iter().find(|(_, known)| *known == body).map(|(name, _)| name.clone());
                    let name = known.unwrap_or(name);
                    next.bodies.entry(name.clone()).or_insert_with(|| body.clone());
                    error.set(FactKind::Body, Value::Text(name));
                }
                error.sort();
            }
            next.errors.insert(code.clone(), errors);
        }
    }
}

/// A wire format has the name that the lock gave it before, whatever its type is called now.
fn keep_body_names(old: &Lock, next: &mut Lock) {
    let bodies = std::mem::take(&mut next.bodies);
    let kept = |body: &LockedBody| old.bodies.iter().find(|(_, known)| *known == body).map(|(name, _)| name);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let (known, new): (Vec<_>, Vec<_>) = bodies.into_iter().partition(|(_, body)| kept(body).is_some());
    for (name, body) in known.into_iter().chain(new) {
        let wanted = kept(&body).unwrap_or(&name).clone();
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let free =
            std::iter::once(wanted.clone()).chain(numbered).find(|name| !next.bodies.contains_key(name));
        let free = free.unwrap_or(wanted);
        next.bodies.insert(free.clone(), body);
        names.insert(name, free);
    }
    for error in next.errors.values_mut().flatten() {
        if let Some(name) = error.text(FactKind::Body).and_then(|name| names.get(name)).cloned() {
            error.set(FactKind::Body, Value::Text(name));
        }
    }
}

/// When the errors of a code were added, and what they were before.
fn keep_facts(before: &[LockedError], after: &mut [LockedError], has_releases: bool) {
    let kept: Vec<(LockedError, Kept)> = match (before, &*after) {
        // Most codes have one error.
        ([old], [_]) => vec![(LockedError::default(), Kept::of(old))],
        _ => {
            let both = Pairs::of(before, after).both;
            both.into_iter().map(|(old, new)| (new.clone(), Kept::of(old))).collect()
        }
    };
    let is_alone = after.len() == 1 && before.len() == 1;
    for error in after {
        let kept = kept.iter().find(|(new, _)| is_alone || new == error).map(|(_, kept)| kept);
        let since = match kept {
            Some(kept) => kept.since.clone(),
            None => has_releases.then(|| NEXT.to_owned()),
        };
        if let Some(since) = since.filter(|_| error.fact(FactKind::Since).is_none()) {
            error.push(FactKind::Since, Value::Text(since));
        }
        if let Some(kept) = kept {
            error.was.clone_from(&kept.was);
        }
        error.sort();
    }
}

/// What only a lock knows of an error.
struct Kept {
    since: Option<String>,
    was: Vec<(FactKey, Was)>,
}

impl Kept {
    fn of(error: &LockedError) -> Self {
        Self { since: error.text(FactKind::Since).map(str::to_owned), was: error.was.clone() }
    }
}

/// The lock, whose conflict markers are resolved.
fn read(text: &str, fresh: &Lock) -> Result<Lock, LockErrors> {
    let Some([ours, theirs]) = sides::of(text)? else { return parse_text(text) };
    let parse = |side: &sides::Side| parse_text(&side.text).map_err(|errors| side.place(errors));
    Ok(merge::merge(&parse(&ours)?, &parse(&theirs)?, fresh))
}
