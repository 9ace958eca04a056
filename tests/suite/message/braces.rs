//! `{{` and `}}` are braces, with fields beside them and without.

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Braces {
    #[api(message = "write {{id}} or {{}}")]
    Alone,
    #[api(message = "{{{0}}} and {{0}} and }}{{")]
    Beside(u8),
}

#[test]
fn are_unescaped_once() {
    assert_eq!(Braces::Alone.message(), "write {id} or {}");
    assert_eq!(Braces::Beside(7).message(), "{7} and {0} and }{");
    assert_eq!(Braces::Alone.to_string(), Braces::Alone.message());
}

#[test]
fn the_template_stays_as_written() {
    assert_eq!(Braces::Alone.entry().message(), Some("write {{id}} or {{}}"));
}
