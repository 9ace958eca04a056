use errbook::ApiError;
use std::error::Error;
use std::sync::Arc;

/// As `anyhow::Error` is: a pointer to an error, and none itself.
#[derive(Debug)]
struct Report(Box<dyn Error + Send + Sync>);

impl std::ops::Deref for Report {
    type Target = dyn Error + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?}")]
struct Callback<F: std::fmt::Debug>(F);

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "lowercase")]
enum Problem {
    Sent(#[api(from)] Box<dyn Error + Send + Sync>),
    Shared(#[api(source)] Arc<dyn Error + Send + Sync>),
    Maybe(#[api(source)] Option<Box<dyn Error + Send + Sync>>),
    Concrete(#[api(source)] Box<std::io::Error>),
    Borrowed(#[api(source)] &'static std::fmt::Error),
    Pinned(#[api(source)] std::pin::Pin<Box<std::fmt::Error>>),
    Report(#[api(source)] Report),
    SharedReport(#[api(source)] Option<Arc<Report>>),
    Dyn(#[api(source)] &'static (dyn Error + Send + Sync)),
    Twice(#[api(source)] Box<Box<dyn Error + Send + Sync>>),
    HigherRanked(#[api(source)] Callback<for<'a> fn(&'a str) -> &'a str>),
    Generic { source: Callback<u8> },
}

#[test]
fn works() {
    let all = [
        Problem::Sent("a".into()),
        Problem::Shared(Arc::new(std::fmt::Error)),
        Problem::Maybe(Some(Box::new(std::fmt::Error))),
        Problem::Concrete(Box::new(std::io::Error::other("a"))),
        Problem::Borrowed(&std::fmt::Error),
        Problem::Pinned(Box::pin(std::fmt::Error)),
        Problem::Report(Report("a".into())),
        Problem::SharedReport(Some(Arc::new(Report("a".into())))),
        Problem::Dyn(&std::fmt::Error),
        Problem::Twice(Box::new("a".into())),
        Problem::HigherRanked(Callback(|text| text)),
        Problem::Generic { source: Callback(1) },
    ];
    assert!(all.iter().all(|error| error.source().is_some()));
    assert!(all.iter().all(|error| crate::message_of(error) == "Internal Server Error"));
}

/// Not every `dyn Error` must be `Send` and `Sync` itself.
#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Kept")]
struct Kept(&'static (dyn std::error::Error + Sync), std::sync::Mutex<Box<dyn std::error::Error + Send>>);

#[test]
fn shareable_by_what_is_around() {
    let kept = Kept(&std::fmt::Error, std::sync::Mutex::new(Box::new(std::fmt::Error)));
    assert_eq!(kept.0.to_string(), kept.1.lock().unwrap().to_string());
    assert_eq!(kept.status(), 500);
}
