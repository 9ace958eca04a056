//! What a request adds to the body: its identifiers, and values for `extra.NAME`.

use std::borrow::Cow;

use serde::Serialize;

use super::Reply;
use crate::body::Body;
use crate::nearest::distance;
use crate::uri;

/// What a request adds to the body, as the caller sets it.
#[derive(Debug, Clone, Default)]
pub(super) struct Request<'a> {
    pub(super) trace_id: Option<Cow<'a, str>>,
    pub(super) instance: Option<Cow<'a, str>>,
    extra: Vec<(Cow<'a, str>, serde_json::Value)>,
}

impl<'a> Reply<'a> {
    /// Sets the identifier of the request.
    #[must_use]
    #[inline]
    pub fn trace_id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.request().trace_id = Some(id.into());
        self
    }

    /// Sets the identifier of this instance of the problem: a URI reference, absolute or with its full path (RFC 9457
    /// §3.1.5). What RFC 3986 does not allow in one is percent-encoded.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::PROBLEM, status = 404, code = "NoUser", title = "No such user")]
    /// struct NoUser;
    ///
    /// let json = Reply::new(&NoUser).instance("/users/Zoë Doe").to_string();
    /// assert!(json.contains(r#""instance":"/users/Zo%C3%AB%20Doe""#));
    /// ```
    #[must_use]
    #[inline]
    pub fn instance(mut self, uri: impl Into<Cow<'a, str>>) -> Self {
        self.request().instance = Some(uri::encode(uri.into()));
        self
    }

    /// Sets the value of the placeholder `extra.NAME`, replacing an earlier one.
    ///
    /// A value that cannot be serialized is ignored. So is one that the format has no place for, because several formats may be
    /// in use; [`unused_extra`](Self::unused_extra) lists those.
    ///
    /// # Panics
    ///
    /// Making the reply panics if debug assertions are on and the name is a typo: the format has a similar one without a
    /// value.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::JSON_RPC)]
    /// #[api(status = 404, code = "NoMethod", number = -32601, title = "Method not found")]
    /// struct NoMethod;
    ///
    /// assert_eq!(
    ///     Reply::new(&NoMethod).extra("id", 5).to_string(),
    ///     r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":5}"#,
    /// );
    /// ```
    #[must_use]
    pub fn extra(mut self, name: impl Into<Cow<'a, str>>, value: impl Serialize) -> Self {
        let name = name.into();
        let extra = &mut self.request().extra;
        extra.retain(|(known, _)| *known != name);
        if let Ok(value) = serde_json::to_value(value) {
            extra.push((name, value));
        }
        self
    }

    /// The names that [`extra`](Self::extra) was given and that the format has no place for.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::JSON_RPC, status = 404, code = "NoMethod", number = -32601)]
    /// struct NoMethod;
    ///
    /// let reply = Reply::new(&NoMethod).extra("id", 5).extra("region", "eu");
    /// assert_eq!(reply.unused_extra(), ["region"]);
    /// ```
    pub fn unused_extra(&self) -> Vec<&str> {
        self.extra_besides(&self.context().body.extra_names())
    }

    fn extra_besides(&self, known: &[&str]) -> Vec<&str> {
        self.extra_values().iter().map(|(name, _)| &**name).filter(|name| !known.contains(name)).collect()
    }

    /// Panics if a name is a typo: the format has one like it, which nobody gave.
    ///
    /// Any other name may be for another format, as several may be in use.
    pub(super) fn check_extra(&self, body: &Body) {
        let known = body.extra_names();
        let is_given = |name: &str| self.extra_values().iter().any(|(given, _)| given == name);
        for name in self.extra_besides(&known) {
            let meant = known.iter().find(|known| !is_given(known) && is_near(name, known));
            if let Some(meant) = meant {
                panic!("the format has no `extra.{name}`, did you mean `extra.{meant}`?");
            }
        }
    }

    /// Whether the request adds nothing to the body.
    #[inline]
    pub(super) fn is_bare(&self) -> bool {
        self.request.is_none() && self.context.is_none()
    }

    pub(super) fn extra_values(&self) -> &[(Cow<'a, str>, serde_json::Value)] {
        self.request.as_ref().map_or(&[], |request| &request.extra)
    }

    fn request(&mut self) -> &mut Request<'a> {
        self.request.get_or_insert_default()
    }
}

/// Whether one name may be a typo of the other: a few edits, or another case.
fn is_near(name: &str, known: &str) -> bool {
    let letters = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        letters.collect::<String>().into_bytes()
    };
    let (name, known) = (letters(name), letters(known));
    distance(&name, &known) <= name.len().min(known.len()) / 4
}
