//! The body of a response, whose last frame has the status.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use crate::call::Call;

pin_project! {
    /// The body of a response, polled in the scope of its request.
    ///
    /// It passes messages on as they come.
    pub struct ErrorBody<B> {
        #[pin]
        inner: Option<B>,
        call: Option<Call>,
    }
}

impl<B> ErrorBody<B> {
    pub(crate) fn new(inner: B, call: Call) -> Self {
        Self { inner: Some(inner), call: Some(call) }
    }

    pub(crate) fn untouched(inner: B) -> Self {
        Self { inner: Some(inner), call: None }
    }
}

/// An empty body, as the layer of tower-http for CORS makes one.
impl<B> Default for ErrorBody<B> {
    fn default() -> Self {
        Self { inner: None, call: None }
    }
}

impl<B: Body<Data = Bytes>> Body for ErrorBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let mut this = self.project();
        let Some(inner) = this.inner.as_mut().as_pin_mut() else { return Poll::Ready(None) };
        let Some(call) = this.call.as_mut() else { return inner.poll_frame(cx) };
        let polled = match call.enter(|| inner.poll_frame(cx)) {
            Ok(polled) => polled,
            Err(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = call.enter(|| this.inner.set(None));
                let mut trailers = HeaderMap::new();
                call.answer_panic(panic, &mut trailers);
                return Poll::Ready(Some(Ok(Frame::trailers(trailers))));
            }
        };
        let mut frame = ready!(polled);
        if let Some(trailers) = frame.as_mut().and_then(|frame| frame.as_mut().ok()?.trailers_mut()) {
            call.close(None, trailers);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint)
    }
}
