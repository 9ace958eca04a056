//! The body of a response that is there already.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use http_body::{Body, Frame};

/// A longer body is not read.
const LONGEST: usize = 4096;

/// The text of a body, if it is UTF-8.
pub(crate) fn read(body: impl Body) -> Option<String> {
    String::from_utf8(bytes(body)?).ok()
}

/// A body, if it is complete without waiting, and short.
pub(crate) fn bytes(body: impl Body) -> Option<Vec<u8>> {
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    loop {
        match body.as_mut().poll_frame(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(Ok(frame))) => {
                let mut data = Frame::into_data(frame).ok()?;
                while bytes::Buf::has_remaining(&data) {
                    let chunk = bytes::Buf::chunk(&data);
                    let length = chunk.len();
                    if bytes.len() + length > LONGEST {
                        return None;
                    }
                    bytes.extend_from_slice(chunk);
                    bytes::Buf::advance(&mut data, length);
                }
            }
            Poll::Ready(None) => return Some(bytes),
            Poll::Ready(Some(Err(_))) | Poll::Pending => return None,
        }
    }
}
