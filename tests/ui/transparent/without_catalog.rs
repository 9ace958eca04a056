use errbook::{ApiError, Entry};

#[derive(Debug, thiserror::Error)]
#[error("hand-written")]
struct Inner;

impl ApiError for Inner {
    fn entry(&self) -> &'static Entry { unreachable!() }
}

#[derive(Debug, ApiError)]
#[api(display, transparent)]
struct Outer(Inner);

fn main() {}
