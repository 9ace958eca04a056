//! A book again from its lock, so that everything that reads a book also reads a lock.

use std::collections::BTreeMap;

use errbook::{Body, Book, Catalog, CatalogItem, Deprecation, Entry, Fact, Header};

use super::of_book::UNKNOWN;
use super::{Lock, LockedError, NEXT};
use crate::detail_type::DetailType;
use crate::fact::{FactKey, FactKind, Value};

impl Lock {
    /// A book with the errors of this lock, by their types.
    ///
    /// The book and its texts are kept as long as the program runs, so call this once. What a lock does not have is missing: the
    /// documentation of types and of members of a body, and messages that only `Display` knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::Lock;
    ///
    /// let lock = Lock::parse("\
    /// lock = 1
    /// book = 'Orders API'
    ///
    /// [body.flat]
    /// content-type = 'application/json'
    /// code = '{code}'
    ///
    /// [error.NO_ORDER]
    /// status = 404
    /// title = 'Not Found'
    /// retryable = false
    /// body = 'flat'
    /// ")?;
    /// let book = lock.to_book();
    /// assert_eq!(book.by_code("NO_ORDER").next().unwrap().status(), 404);
    /// # Ok::<(), errbook_contract::LockErrors>(())
    /// ```
    pub fn to_book(&self) -> Book {
        let bodies: BTreeMap<&str, &'static Body> = self
            .bodies
            .iter()
            .map(|(name, body)| (name.as_str(), &*Box::leak(Box::new(body.to_body()))))
            .collect();
        let shared_numbers = self.shared_numbers();
        let mut types: Vec<(&str, Vec<CatalogItem>)> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for error in self.errors() {
            let is_shared = self.by_code(&error.code).len() > 1
                || error.number().is_some_and(|number| shared_numbers.contains(&number));
            let body = error.text(FactKind::Body).and_then(|name| bodies.get(name).copied());
            let entry = Box::leak(Box::new(entry(error, body, is_shared)));
            let ty = rust_type(error).0;
            let place = *places.entry(ty).or_insert(types.len());
            match types.get_mut(place) {
                Some((_, items)) => items.push(CatalogItem::Entry(entry)),
                None => types.push((ty, vec![CatalogItem::Entry(entry)])),
            }
        }
        let catalogs = types.into_iter().map(|(name, items)| -> &'static Catalog {
            Box::leak(Box::new(Catalog::new(leak(name), Vec::leak(items))))
        });
        Book::new(leak(&self.book), Vec::leak(catalogs.collect()))
    }

    /// The numbers of several errors, in order.
    fn shared_numbers(&self) -> Vec<i64> {
        let mut numbers: Vec<i64> = self.errors().filter_map(LockedError::number).collect();
        numbers.sort_unstable();
        let mut shared: Vec<i64> =
            numbers.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        shared.dedup();
        shared
    }
}

fn leak(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

/// The type and the variant.
fn rust_type(error: &LockedError) -> (&str, &str) {
    let rust = error.text(FactKind::Rust).unwrap_or_default();
    rust.split_once("::").unwrap_or((rust, rust))
}

fn entry(error: &LockedError, body: Option<&'static Body>, is_shared: bool) -> Entry {
    let (ty, variant) = rust_type(error);
    let facts = facts(error, body, is_shared);
    Entry::new(error.status(), leak(&error.code))
        .with_type(leak(ty), leak(variant))
        .with_message(leak(error.text(FactKind::Message).unwrap_or_default()))
        .with_docs(docs(error))
        .with_facts(Vec::leak(facts))
}

fn docs(error: &LockedError) -> &'static str {
    let mut docs = error.text(FactKind::Description).unwrap_or_default().to_owned();
    for (heading, text) in error.named(FactKind::Section) {
        docs.extend(["\n\n# ", heading, "\n", text.as_str().unwrap_or_default()]);
    }
    String::leak(docs)
}

fn facts(error: &LockedError, body: Option<&'static Body>, is_shared: bool) -> Vec<Fact> {
    let mut facts: Vec<Fact> = body.map(Fact::Body).into_iter().collect();
    if is_shared {
        facts.push(Fact::Shared);
    }
    for (key, value) in &error.facts {
        match (key.kind, value) {
            (FactKind::Also, Value::List(statuses)) => {
                facts.push(Fact::DynamicStatus);
                facts.extend(
                    statuses.iter().filter_map(|status| u16::try_from(*status).ok()).map(Fact::AlsoStatus),
                );
            }
            (FactKind::Also, _) => facts.push(Fact::DynamicStatus),
            (FactKind::Number, Value::Integer(number)) => facts.push(Fact::Number(*number)),
            (FactKind::Title, Value::Text(title)) => facts.push(Fact::Title(leak(title))),
            (FactKind::Retryable, Value::Bool(retryable)) => facts.push(Fact::Retryable(*retryable)),
            (FactKind::Detail, Value::Text(ty)) => facts.push(detail(error, &key.name, ty)),
            (FactKind::Header, Value::Text(text)) => {
                facts.extend(text.lines().map(|line| Fact::Header(header(&key.name, line))));
            }
            (FactKind::Header, _) => facts.push(Fact::Header(Header::dynamic(leak(&key.name)))),
            (FactKind::DocsUrl, Value::Text(url)) => facts.push(Fact::DocsUrl(leak(url))),
            (FactKind::Meta, Value::Text(value)) => facts.push(Fact::Meta(leak(&key.name), leak(value))),
            (FactKind::Violations, _) => facts.push(Fact::Violations),
            (FactKind::Deprecated, _) => facts.push(Fact::Deprecated(deprecation(error))),
            (FactKind::Hidden, _) => facts.push(Fact::Hidden),
            (FactKind::Since, Value::Text(release)) if release != NEXT => {
                facts.push(Fact::Since(leak(release)));
            }
            // The rest is not a fact of an entry, or is read elsewhere.
            _ => {}
        }
    }
    facts
}

fn detail(error: &LockedError, name: &str, ty: &str) -> Fact {
    let text = |kind| {
        let value = error.get(&FactKey::new(kind, name));
        leak(value.and_then(Value::as_str).unwrap_or_default())
    };
    Fact::Detail(DetailType::parse(ty).to_detail(leak(name), text(FactKind::About), text(FactKind::Example)))
}

/// A text that names no field is a constant.
fn header(name: &str, text: &str) -> Header {
    let name = leak(name);
    let constant = text.replace("{{", "").replace("}}", "");
    if text == UNKNOWN {
        Header::dynamic(name)
    } else if constant.contains(['{', '}']) {
        Header::filled(name, leak(text))
    } else {
        Header::constant(name, leak(&text.replace("{{", "{").replace("}}", "}")))
    }
}

fn deprecation(error: &LockedError) -> Deprecation {
    let text = |kind| error.text(kind).map(leak);
    Deprecation::new(text(FactKind::DeprecatedSince), text(FactKind::Deprecated))
}
