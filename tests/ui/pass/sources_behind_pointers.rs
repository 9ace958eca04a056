use errbook::ApiError;
use std::error::Error;
use std::sync::Arc;

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "lowercase")]
enum Problem {
    Boxed(#[api(source)] Box<dyn Error>),
    Sent(#[api(from)] Box<dyn Error + Send + Sync>),
    Shared(#[api(source)] Arc<dyn Error + Send + Sync>),
    Maybe(#[api(source)] Option<Box<dyn Error + Send>>),
    Concrete(#[api(source)] Box<std::io::Error>),
    Borrowed(#[api(source)] &'static std::fmt::Error),
}

fn main() {
    let all = [
        Problem::Boxed("a".into()),
        Problem::Sent("a".into()),
        Problem::Shared(Arc::new(std::fmt::Error)),
        Problem::Maybe(Some(Box::new(std::fmt::Error))),
        Problem::Concrete(Box::new(std::io::Error::other("a"))),
        Problem::Borrowed(&std::fmt::Error),
    ];
    assert!(all.iter().all(|error| error.source().is_some()));
    assert!(all.iter().all(|error| error.message() == "Internal Server Error"));
}
