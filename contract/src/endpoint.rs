//! The errors that each endpoint answers with.

use std::collections::{BTreeMap, BTreeSet};

/// The key that stands for all codes, in the table of an endpoint.
pub(crate) const ANY: &str = "*";

/// The endpoints of an API, and the codes that each answers with.
///
/// The codes that every endpoint may answer with are not repeated at each of them.
///
/// # Examples
///
/// ```
/// use errbook_contract::Endpoints;
///
/// let endpoints = Endpoints::new()
///     .with_everywhere(["TOKEN_INVALID"])
///     .with_endpoint("GET /orders/{id}", ["NO_ORDER"])
///     .with_any("POST /batch");
///
/// assert_eq!(endpoints.answering("NO_ORDER").collect::<Vec<_>>(), ["GET /orders/{id}", "POST /batch"]);
/// assert!(endpoints.is_everywhere("TOKEN_INVALID"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoints {
    everywhere: BTreeSet<String>,
    by_name: BTreeMap<String, Endpoint>,
}

impl Endpoints {
    /// Starts without endpoints.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an endpoint, such as `GET /orders/{id}`, with the codes that it answers with.
    #[must_use]
    pub fn with_endpoint<C: Into<String>>(
        mut self,
        name: impl Into<String>,
        codes: impl IntoIterator<Item = C>,
    ) -> Self {
        self.by_name.entry(name.into()).or_default().codes.extend(codes.into_iter().map(Into::into));
        self
    }

    /// Adds an endpoint that may answer with any error of the API, such as one whose handler returns a boxed error.
    #[must_use]
    pub fn with_any(mut self, name: impl Into<String>) -> Self {
        self.by_name.entry(name.into()).or_default().is_any = true;
        self
    }

    /// Adds codes that every endpoint may answer with.
    #[must_use]
    pub fn with_everywhere<C: Into<String>>(mut self, codes: impl IntoIterator<Item = C>) -> Self {
        self.everywhere.extend(codes.into_iter().map(Into::into));
        self
    }

    /// With the endpoints and codes of both.
    pub(crate) fn union(mut self, other: &Self) -> Self {
        self.everywhere.extend(other.everywhere.iter().cloned());
        for (name, endpoint) in &other.by_name {
            let own = self.by_name.entry(name.clone()).or_default();
            own.codes.extend(endpoint.codes.iter().cloned());
            own.is_any |= endpoint.is_any;
        }
        self
    }

    /// With the new codes of renamed errors.
    pub(crate) fn renamed(&self, names: &BTreeMap<&str, &str>) -> Self {
        let name =
            |code: &String| names.get(code.as_str()).map_or_else(|| code.clone(), |name| (*name).into());
        let endpoint = |endpoint: &Endpoint| Endpoint {
            codes: endpoint.codes.iter().map(name).collect(),
            is_any: endpoint.is_any,
        };
        Self {
            everywhere: self.everywhere.iter().map(name).collect(),
            by_name: self.by_name.iter().map(|(name, own)| (name.clone(), endpoint(own))).collect(),
        }
    }

    /// Whether nothing is known of any endpoint.
    pub fn is_empty(&self) -> bool {
        self.everywhere.is_empty() && self.by_name.is_empty()
    }

    /// The endpoints by their names, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Endpoint)> {
        self.by_name.iter().map(|(name, endpoint)| (name.as_str(), endpoint))
    }

    /// The endpoint with this name.
    pub fn get(&self, name: &str) -> Option<&Endpoint> {
        self.by_name.get(name)
    }

    /// The codes that every endpoint may answer with, in order.
    pub fn everywhere(&self) -> &BTreeSet<String> {
        &self.everywhere
    }

    /// Whether every endpoint may answer with this code.
    pub fn is_everywhere(&self, code: &str) -> bool {
        self.everywhere.contains(code)
    }

    /// The names of the endpoints that answer with this code, in order. It is empty for a code of [every
    /// endpoint](Self::is_everywhere).
    pub fn answering(&self, code: &str) -> impl Iterator<Item = &str> {
        let is_everywhere = self.is_everywhere(code);
        let answers =
            move |endpoint: &Endpoint| !is_everywhere && (endpoint.is_any || endpoint.codes.contains(code));
        self.iter().filter(move |(_, endpoint)| answers(endpoint)).map(|(name, _)| name)
    }
}

/// What one of the [`Endpoints`] answers with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoint {
    codes: BTreeSet<String>,
    is_any: bool,
}

impl Endpoint {
    /// The codes of this endpoint, in order. Those of every endpoint are [beside them](Endpoints::everywhere).
    pub fn codes(&self) -> &BTreeSet<String> {
        &self.codes
    }

    /// Whether it may answer with any error of the API.
    pub fn is_any(&self) -> bool {
        self.is_any
    }

    /// The keys of its table in a lock.
    pub(crate) fn keys(&self) -> BTreeSet<&str> {
        self.is_any.then_some(ANY).into_iter().chain(self.codes.iter().map(String::as_str)).collect()
    }
}
