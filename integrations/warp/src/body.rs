//! The body of a response of warp, for which warp exports no name.

use std::borrow::Cow;
use std::pin::Pin;
use std::task::{Context, Poll};

use http_body::{Frame, SizeHint};

/// The body of a response: that of warp, or the bytes of an error.
#[derive(Debug)]
pub struct Body(Inner);

type Inner = <warp::reply::Response as HasBody>::Body;

/// Names the body of a response.
pub trait HasBody {
    /// The body.
    type Body;
}

impl<B> HasBody for http::Response<B> {
    type Body = B;
}

impl From<Inner> for Body {
    fn from(body: Inner) -> Self {
        Self(body)
    }
}

/// An empty body.
impl Default for Body {
    fn default() -> Self {
        Self::from(Cow::Borrowed(&[][..]))
    }
}

impl From<Cow<'static, [u8]>> for Body {
    fn from(bytes: Cow<'static, [u8]>) -> Self {
        Self(from_bytes(bytes))
    }
}

/// Creates a body of warp.
pub(crate) fn from_bytes(bytes: Cow<'static, [u8]>) -> Inner {
    match bytes {
        Cow::Borrowed(bytes) => bytes.into(),
        Cow::Owned(bytes) => bytes.into(),
    }
}

impl http_body::Body for Body {
    type Data = <Inner as http_body::Body>::Data;
    type Error = warp::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, warp::Error>>> {
        Pin::new(&mut self.0).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}
