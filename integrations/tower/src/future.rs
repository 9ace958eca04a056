//! The future of a response, polled in the scope of its request.

use std::borrow::Cow;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use errbook::Occurrence;
use errbook_server::{Exchange, Head as _, Panic, Refusal};
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Response};
use http_body::Body;
use pin_project_lite::pin_project;

use crate::text;

pin_project! {
    /// The response of an [`ErrorService`](crate::ErrorService).
    pub struct ResponseFuture<F, R> {
        #[pin]
        pub(crate) inner: Option<F>,
        pub(crate) panic: Option<Panic>,
        pub(crate) exchange: Exchange,
        pub(crate) is_head: bool,
        pub(crate) route: Option<R>,
    }
}

impl<F, R, B, E> Future for ResponseFuture<F, R>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body + From<Cow<'static, [u8]>>,
    R: AsRef<str>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let mut this = self.project();
        let mut polled = Poll::Pending;
        let panic = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => this.exchange.enter(|| polled = inner.poll(cx)).err(),
            None => Some(this.panic.take().unwrap_or_else(|| Panic::new(&"polled after a panic"))),
        };
        if let (None, Poll::Ready(Ok(response))) = (&panic, &polled) {
            let is_marked = response.extensions().get::<Occurrence>().is_some();
            if !this.exchange.concerns(response.status(), is_marked) {
                return polled;
            }
        }
        let route = this.route.as_ref().map(AsRef::as_ref);
        let mut response = match panic {
            None => match ready!(polled) {
                Ok(response) => {
                    let (mut head, body) = response.into_parts();
                    let mut body = Some(body);
                    let new = this.exchange.finish(&mut head, || text::read(body.take()?), route);
                    let body = new.map(B::from).or(body).unwrap_or_else(|| B::from(Cow::Borrowed(&[])));
                    Response::from_parts(head, body)
                }
                Err(error) => return Poll::Ready(Err(error)),
            },
            Some(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = this.exchange.enter(|| this.inner.set(None));
                let (mut head, ()) = Response::new(()).into_parts();
                let body = this.exchange.refuse(&mut head, Refusal::from(panic), route);
                Response::from_parts(head, B::from(body))
            }
        };
        if *this.is_head {
            response = without_body(response);
        }
        Poll::Ready(Ok(response))
    }
}

/// The response to `HEAD` with the length of the body that it does not have (RFC 9110 §9.3.2). HTTP/2 in hyper would send one.
fn without_body<B: Body + From<Cow<'static, [u8]>>>(response: Response<B>) -> Response<B> {
    let is_marked = response.extensions().get::<Occurrence>().is_some();
    if !is_marked {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // A compressed body is read to know its length.
    let length = body.size_hint().exact().or_else(|| Some(text::bytes(body)?.len() as u64));
    if let Some(length @ 1..) = length {
        if head.header(&CONTENT_LENGTH).is_none() {
            head.insert(&CONTENT_LENGTH, HeaderValue::from(length));
        }
    }
    Response::from_parts(head, B::from(Cow::Borrowed(&[])))
}
