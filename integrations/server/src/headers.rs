//! What the headers of a request say: its trace id, and the format that its client accepts.

use errbook::{Body, Formats, TraceId};

/// What the headers of a request say that its context is made of, for [`Exchange::read`](crate::Exchange::read).
#[derive(Debug, Default)]
pub struct RequestHeaders<'r> {
    traceparent: Option<&'r [u8]>,
    request_id: Option<&'r [u8]>,
    accept: Option<&'r [u8]>,
    /// The other values, which few requests have.
    more_accept: Vec<&'r [u8]>,
}

impl<'r> RequestHeaders<'r> {
    /// Adds a header with its name in lower case. Others than [`Policy::HEADERS`](crate::Policy::HEADERS) are not read.
    #[expect(clippy::inline_always, reason = "it is done for each header of each request")]
    #[inline(always)]
    pub fn add(&mut self, name: &str, value: &'r [u8]) {
        // Bytes are compared without a call.
        match name.as_bytes() {
            b"accept" if self.accept.is_none() => self.accept = Some(value),
            b"accept" => self.add_accept(value),
            b"traceparent" => add_only(&mut self.traceparent, value),
            b"x-request-id" => add_only(&mut self.request_id, value),
            _ => {}
        }
    }

    #[inline]
    pub(crate) fn has_trace_id(&self) -> bool {
        self.traceparent.is_some() || self.request_id.is_some()
    }

    #[cold]
    fn add_accept(&mut self, value: &'r [u8]) {
        self.more_accept.push(value);
    }

    /// The format that the client asks for, if it does.
    #[inline]
    pub(crate) fn accepted(&self, formats: &Formats) -> Option<&'static Body> {
        let first = self.accept?;
        // What most clients send.
        if first == b"*/*" && self.more_accept.is_empty() {
            return None;
        }
        let values = [first].into_iter().chain(self.more_accept.iter().copied());
        Some(formats.choose(values.filter_map(as_text)))
    }

    #[inline]
    pub(crate) fn trace_id(&self) -> Option<TraceId> {
        let from_traceparent = self.traceparent.and_then(as_text).and_then(TraceId::from_traceparent);
        from_traceparent.or_else(|| TraceId::new(as_text(self.request_id?)?))
    }
}

/// Adds the value of a header that counts if it is there once. Of several, none is valid, as an empty one is not.
#[inline]
fn add_only<'r>(known: &mut Option<&'r [u8]>, value: &'r [u8]) {
    *known = Some(if known.is_none() { value } else { &[] });
}

fn as_text(value: &[u8]) -> Option<&str> {
    std::str::from_utf8(value).ok()
}
