//! What all languages write: the formats, the errors and their names.

use std::collections::{BTreeMap, BTreeSet};

use errbook::Body;
use errbook_contract::{Endpoints, FactKind, Lock, LockedBody, LockedError};
use serde_json::Value as Json;

use crate::identity::Identity;
use crate::mistake::TypesErrors;
use crate::name::{Names, of_endpoint, pascal};
use crate::of_body;
use crate::shape::Shape;

/// The replies of an API as types. [The crate](crate) has an example.
#[derive(Debug, Clone, PartialEq)]
pub struct Types {
    pub(crate) book: String,
    pub(crate) formats: Vec<Format>,
    pub(crate) codes: Vec<KnownCode>,
    /// What every endpoint may answer with, if anything.
    pub(crate) everywhere: Option<Endpoint>,
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) retired: Vec<Retired>,
}

/// A wire format.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Format {
    /// That of the lock.
    pub(crate) name: String,
    pub(crate) type_name: String,
    /// The reply to any error, also to one that is not known yet.
    pub(crate) open: Shape,
    pub(crate) identity: Identity,
}

/// A code, and the errors that have it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KnownCode {
    pub(crate) code: String,
    pub(crate) errors: Vec<KnownError>,
}

/// An error.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KnownError {
    pub(crate) type_name: String,
    /// The index of its format.
    pub(crate) format: usize,
    pub(crate) shape: Shape,
    /// Whether each reply is one that the format allows for any error.
    pub(crate) is_open: bool,
    /// What identifies it in its format.
    pub(crate) identity: Json,
    pub(crate) status: u16,
    pub(crate) is_retryable: bool,
    pub(crate) number: Option<i64>,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) docs_url: Option<String>,
    pub(crate) since: Option<String>,
    /// The note, which may be empty.
    pub(crate) deprecated: Option<String>,
}

/// An endpoint and its codes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Endpoint {
    pub(crate) name: String,
    pub(crate) type_name: String,
    /// Those of its own; `None` if it may answer with any error.
    pub(crate) codes: Option<Vec<String>>,
}

/// A retired code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Retired {
    pub(crate) code: String,
    pub(crate) release: Option<String>,
    pub(crate) replaced_by: Option<String>,
    pub(crate) why: Option<String>,
}

impl Types {
    /// The types of all errors of a lock that documentation shows.
    ///
    /// The wire formats are kept as long as the program runs, so call this once.
    ///
    /// # Errors
    ///
    /// If a client could not tell errors apart: a format has no place for the code, a number or the type, or errors of a format have
    /// none of their own.
    pub fn of(lock: &Lock) -> Result<Self, TypesErrors> {
        Self::new(lock, |_| true)
    }

    /// The types of the errors in some of the formats, by their names in the lock.
    ///
    /// # Errors
    ///
    /// As [`of`](Self::of), and if a format is not in the lock.
    pub fn of_bodies<B: AsRef<str>>(lock: &Lock, bodies: &[B]) -> Result<Self, TypesErrors> {
        let known: Vec<&str> = lock.bodies().map(|(name, _)| name).collect();
        let unknown = bodies.iter().map(AsRef::as_ref).filter(|name| !known.contains(name));
        let unknown: Vec<String> = unknown
            .map(|name| format!("unknown body `{name}`, expected one of: {}", known.join(", ")))
            .collect();
        if !unknown.is_empty() {
            return Err(TypesErrors::new(unknown));
        }
        Self::new(lock, |name| bodies.iter().any(|body| body.as_ref() == name))
    }

    fn new(lock: &Lock, has_body: impl Fn(&str) -> bool) -> Result<Self, TypesErrors> {
        let mut errors: Vec<&LockedError> =
            lock.errors().filter(|error| error.fact(FactKind::Hidden).is_none()).collect();
        errors.retain(|error| has_body(body_of(error)));
        let bodies =
            lock.bodies().filter(|(name, _)| errors.iter().any(|error| body_of(error) == *name)).collect();
        let mut builder = Builder { mistakes: Vec::new(), names: Names::new() };
        let (formats, bodies) = builder.formats(bodies);
        builder.check_identities(&errors, &formats);
        if errors.is_empty() {
            builder.mistakes.push("there are no errors to write".to_owned());
        }
        if !builder.mistakes.is_empty() {
            return Err(TypesErrors::new(builder.mistakes));
        }
        let codes = builder.codes(&errors, &formats, &bodies);
        let (everywhere, endpoints) = builder.endpoints(lock.endpoints(), &codes);
        let (book, retired) = (lock.book().to_owned(), retired(lock));
        Ok(Self { book, formats, codes, everywhere, endpoints, retired })
    }

    /// The errors, in the order of their codes.
    pub(crate) fn errors(&self) -> impl Iterator<Item = (&KnownCode, &KnownError)> {
        self.codes.iter().flat_map(|code| code.errors.iter().map(move |error| (code, error)))
    }
}

/// The name of the format.
fn body_of(error: &LockedError) -> &str {
    error.text(FactKind::Body).unwrap_or_default()
}

fn retired(lock: &Lock) -> Vec<Retired> {
    let retired = lock.retired().map(|(code, retired)| Retired {
        code: code.to_owned(),
        release: retired.release().map(str::to_owned),
        replaced_by: retired.replaced_by().map(str::to_owned),
        why: retired.why().map(str::to_owned),
    });
    retired.collect()
}

struct Builder {
    mistakes: Vec<String>,
    names: Names,
}

impl Builder {
    /// The formats, each with its tree.
    fn formats(&mut self, bodies: Vec<(&str, &LockedBody)>) -> (Vec<Format>, Vec<&'static Body>) {
        let is_only = bodies.len() == 1;
        let mut all = (Vec::new(), Vec::new());
        for (name, locked) in bodies {
            let body: &'static Body = Box::leak(Box::new(locked.to_body()));
            let identity = Identity::of(body.root()).filter(|_| body.is_json());
            let Some(identity) = identity else {
                self.mistakes.push(format!(
                    "body `{name}` has no place for the code, the number or the type of an error, so clients cannot tell its errors \
                     apart: choose other bodies"
                ));
                continue;
            };
            let type_name = if is_only {
                "ApiError".to_owned()
            } else {
                self.names.take(&format!("{}ApiError", pascal(name)))
            };
            all.0.push(Format { name: name.to_owned(), type_name, open: of_body::open(body), identity });
            all.1.push(body);
        }
        all
    }

    /// Each error has something of its own where its format says which one it is.
    fn check_identities(&mut self, errors: &[&LockedError], formats: &[Format]) {
        for format in formats {
            let kind = format.identity.kind;
            let mut owners: BTreeMap<String, &str> = BTreeMap::new();
            for error in errors.iter().filter(|error| body_of(error) == format.name) {
                let (code, body) = (error.code(), &format.name);
                let Some(value) = kind.value(error) else {
                    let mistake = format!(
                        "code `{code}` needs a {}, by which body `{body}` identifies errors",
                        kind.name()
                    );
                    self.mistakes.push(mistake);
                    continue;
                };
                let owner = *owners.entry(value.to_string()).or_insert(code);
                if owner != code {
                    self.mistakes.push(format!(
                        "codes `{owner}` and `{code}` have the same {}, by which body `{body}` identifies errors: {value}",
                        kind.name()
                    ));
                }
            }
        }
    }

    fn codes(
        &mut self,
        errors: &[&LockedError],
        formats: &[Format],
        bodies: &[&'static Body],
    ) -> Vec<KnownCode> {
        let mut codes: Vec<KnownCode> = Vec::new();
        for error in errors {
            let formats = formats.iter().zip(bodies).enumerate();
            let Some((at, (format, body))) =
                formats.into_iter().find(|(_, (format, _))| format.name == body_of(error))
            else {
                continue;
            };
            let known = self.error(error, (at, format), body);
            match codes.last_mut() {
                Some(last) if last.code == error.code() => last.errors.push(known),
                _ => codes.push(KnownCode { code: error.code().to_owned(), errors: vec![known] }),
            }
        }
        codes
    }

    fn error(&mut self, error: &LockedError, (at, format): (usize, &Format), body: &Body) -> KnownError {
        let text = |kind| error.text(kind).map(str::to_owned);
        let (shape, is_open) = of_body::known(body, error);
        KnownError {
            type_name: self.names.take(&pascal(error.code())),
            format: at,
            shape,
            is_open,
            identity: format.identity.kind.value(error).unwrap_or_default(),
            status: error.status(),
            is_retryable: error.is_retryable(),
            number: error.number(),
            title: text(FactKind::Title).unwrap_or_default(),
            description: text(FactKind::Description).unwrap_or_default(),
            docs_url: text(FactKind::DocsUrl),
            since: text(FactKind::Since),
            deprecated: error
                .fact(FactKind::Deprecated)
                .map(|note| note.as_str().unwrap_or_default().to_owned()),
        }
    }

    /// What every endpoint answers with, and each of them, with those of their codes that are known.
    fn endpoints(&mut self, all: &Endpoints, codes: &[KnownCode]) -> (Option<Endpoint>, Vec<Endpoint>) {
        let is_known = |code: &&String| codes.binary_search_by(|known| known.code.cmp(code)).is_ok();
        let known =
            |codes: &BTreeSet<String>| -> Vec<String> { codes.iter().filter(is_known).cloned().collect() };
        let everywhere =
            Some(known(all.everywhere())).filter(|codes| !codes.is_empty()).map(|codes| Endpoint {
                name: String::new(),
                type_name: self.names.take("EverywhereError"),
                codes: Some(codes),
            });
        let endpoints = all.iter().map(|(name, endpoint)| Endpoint {
            name: name.to_owned(),
            type_name: self.names.take(&format!("{}Error", of_endpoint(name))),
            codes: (!endpoint.is_any()).then(|| known(endpoint.codes())),
        });
        (everywhere, endpoints.collect())
    }
}
