//! For a peer whose body exists nowhere but in its response.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use errbook_benches::Job;
use http::Response;
use http_body::Body;

pub(crate) fn job<E: 'static, B: Body<Data = bytes::Bytes> + Unpin + 'static>(
    error: E,
    http: impl Fn(&E) -> Response<B> + Clone + 'static,
) -> Job {
    let again = http.clone();
    Job::new(error, move |error| body(again(error)), http)
}

/// A body that is in memory already: one frame, without an executor and without a copy.
pub(crate) fn body<B: Body<Data = bytes::Bytes> + Unpin>(response: Response<B>) -> Vec<u8> {
    let mut body = response.into_body();
    match Pin::new(&mut body).poll_frame(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Some(Ok(frame))) => frame.into_data().map(Vec::from).unwrap_or_default(),
        _ => Vec::new(),
    }
}
