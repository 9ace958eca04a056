//! Types that hold `dyn ApiError` are errors of the documentation, unless they are allowed.

use errbook::{ApiError, Book};
use errbook_docgen::Docs;

use crate::scratch::{Text, names};

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(transparent)]
    Store(StoreError),
    #[api(transparent)]
    Plugin(Box<dyn ApiError>),
}

#[derive(Debug, ApiError)]
#[api(display)]
enum StoreError {
    #[api(transparent)]
    Driver(Box<dyn ApiError>),
    #[api(status = 503, code = "Busy")]
    Busy,
}

static BOOK: Book = Book::new("Incomplete", &[OrderError::CATALOG, StoreError::CATALOG]);

fn docs(root: &std::path::Path) -> Docs<'static> {
    Docs::new(&BOOK, root).file("page.md", Text("new\n"))
}

/// The line for a type.
fn line(type_name: &str) -> String {
    format!(
        "`{type_name}` holds `dyn ApiError`, whose errors cannot be enumerated: \
         list the catalogs of its errors in the book, then call `Docs::allow_incomplete`"
    )
}

#[test]
fn each_type_is_an_error() {
    let plugin = OrderError::Plugin(Box::new(StoreError::Driver(Box::new(StoreError::Busy))));
    assert_eq!(OrderError::Store(StoreError::Busy).code(), plugin.code());
    let folder = tempfile::tempdir().unwrap();
    let expected = [line("OrderError"), line("StoreError")].join("\n");
    let errors = docs(folder.path()).outdated().unwrap_err();
    assert_eq!(errors.to_string(), expected);
    assert!(errors.iter().all(|error| error.path().is_none() && error.line().is_none()));
    assert_eq!(docs(folder.path()).write().unwrap_err().to_string(), expected);
    assert!(names(folder.path()).is_empty(), "nothing is written");
}

#[test]
fn check_reports_them_beside_outdated_files() {
    let folder = tempfile::tempdir().unwrap();
    let docs = docs(folder.path());
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| docs.check())).unwrap_err();
    let report = panic.downcast_ref::<String>().unwrap();
    assert!(report.starts_with("out of date: page.md\n"), "{report}");
    let errors = format!("  {}\n  {}\n", line("OrderError"), line("StoreError"));
    assert!(report.contains(&format!("errors in the documentation:\n{errors}")), "{report}");
}

#[test]
fn they_are_allowed() {
    let folder = tempfile::tempdir().unwrap();
    let docs = docs(folder.path()).allow_incomplete();
    assert_eq!(docs.outdated().unwrap().len(), 1);
    assert_eq!(docs.write().unwrap(), ["page.md"]);
    docs.check();
}
