//! A type with a raw identifier goes by its plain name.

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
struct r#Gone;

#[test]
fn name() {
    assert_eq!(Gone::CATALOG.name(), "Gone");
    assert_eq!(Gone.code(), "Gone");
    assert_eq!(Gone.entry().variant(), "Gone");
}
