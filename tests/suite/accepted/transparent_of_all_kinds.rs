use errbook::{ApiError, HasCatalog as _};
use std::sync::Arc;

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem<'a> {
    #[api(transparent)]
    Plain(Inner),
    #[api(transparent)]
    Boxed(Box<Inner>),
    #[api(transparent)]
    Shared { inner: Arc<Inner> },
    #[api(transparent)]
    Borrowed(&'a Inner),
    #[api(transparent)]
    Any(Box<dyn ApiError + Send + Sync>),
    #[api(transparent)]
    AnyShared(Arc<dyn ApiError + Send + Sync>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner", message = "inner")]
struct Inner;

#[derive(Debug, ApiError)]
#[api(display, transparent)]
struct Wrapper(Inner);

#[test]
fn works() {
    let all = [
        Problem::Plain(Inner),
        Problem::Boxed(Box::new(Inner)),
        Problem::Shared { inner: Arc::new(Inner) },
        Problem::Borrowed(&Inner),
        Problem::Any(Box::new(Inner)),
        Problem::AnyShared(Arc::new(Wrapper(Inner))),
    ];
    assert!(all.iter().all(|error| crate::message_of(&error) == "inner" && error.status() == 409));
    assert_eq!(Problem::CATALOG.entries().count(), 4);
}
