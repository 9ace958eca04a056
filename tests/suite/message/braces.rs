//! `{{` and `}}` are braces, with fields beside them and without.

use errbook::ApiError;

use crate::message_of;

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
    assert_eq!(message_of(&Braces::Alone), "write {id} or {}");
    assert_eq!(message_of(&Braces::Beside(7)), "{7} and {0} and }{");
    assert_eq!(Braces::Alone.to_string(), message_of(&Braces::Alone));
}

#[test]
fn the_template_stays_as_written() {
    assert_eq!(Braces::Alone.entry().message(), Some("write {{id}} or {{}}"));
}
