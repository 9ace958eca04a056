use errbook::ApiError;
use std::error::Error;
use std::sync::Arc;

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "lowercase")]
enum Problem {
    Sent(#[api(from)] Box<dyn Error + Send + Sync>),
    Shared(#[api(source)] Arc<dyn Error + Send + Sync>),
    Maybe(#[api(source)] Option<Box<dyn Error + Send + Sync>>),
    Concrete(#[api(source)] Box<std::io::Error>),
    Borrowed(#[api(source)] &'static std::fmt::Error),
}

#[test]
fn works() {
    let all = [
        Problem::Sent("a".into()),
        Problem::Shared(Arc::new(std::fmt::Error)),
        Problem::Maybe(Some(Box::new(std::fmt::Error))),
        Problem::Concrete(Box::new(std::io::Error::other("a"))),
        Problem::Borrowed(&std::fmt::Error),
    ];
    assert!(all.iter().all(|error| error.source().is_some()));
    assert!(all.iter().all(|error| crate::message_of(error) == "Internal Server Error"));
}
