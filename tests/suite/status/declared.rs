//! The declared status: a number, or the path of a constant; an unregistered one with a title.

use errbook::{ApiError, Reply};
use http::StatusCode;

use crate::message_of;

mod statuses {
    pub const NETWORK_DOWN: http::StatusCode = match http::StatusCode::from_u16(599) {
        Ok(status) => status,
        Err(_) => panic!(),
    };
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase")]
enum Declared {
    #[api(status = 400)]
    Lowest,
    #[api(status = StatusCode::CONFLICT)]
    Path,
    #[api(status = statuses::NETWORK_DOWN, title = "Network down")]
    Own,
    #[api(status = 0o644, title = "Octal")]
    Octal,
    #[api(status = 418, title = "Teapot")]
    Teapot,
}

/// A name of `http` alone.
mod names {
    use errbook::ApiError;

    #[derive(Debug, ApiError)]
    #[api(display, status = NOT_FOUND, rename_all = "PascalCase")]
    pub(super) enum Imported {
        OfTheType,
        #[api(status = BAD_GATEWAY, message = "no {0}")]
        Own(#[api(detail = "host")] u8),
        #[api(status = CONFLICT, also(410))]
        AtRuntime(#[api(status)] u16),
    }

    const GONE: http::StatusCode = http::StatusCode::LOCKED;

    /// The constant of the user comes first.
    #[derive(Debug, ApiError)]
    #[api(display, strict, status = GONE, code = "Locked")]
    pub(super) struct OfTheModule;

    macro_rules! errors {
        ($($name:ident = $status:ident),*) => {
            #[derive(Debug, ApiError)]
            #[api(display, rename_all = "PascalCase")]
            pub(super) enum OfMacro { $(#[api(status = $status)] $name),* }
        };
    }
    errors!(Lost = NOT_FOUND, Locked = GONE);
}

#[test]
fn names_alone() {
    const NOT_FOUND: StatusCode = StatusCode::PAYMENT_REQUIRED;
    #[derive(Debug, ApiError)]
    #[api(display, status = NOT_FOUND, code = "Local")]
    struct OfTheFunction;

    use names::{Imported, OfMacro, OfTheModule};
    let errors: [(&dyn ApiError, u16); 7] = [
        (&Imported::OfTheType, 404),
        (&Imported::Own(7), 502),
        (&Imported::AtRuntime(410), 410),
        (&OfTheModule, 423),
        (&OfMacro::Lost, 404),
        (&OfMacro::Locked, 423),
        (&OfTheFunction, 402),
    ];
    for (error, status) in errors {
        assert_eq!(error.status().as_u16(), status, "{error:?}");
    }
}

#[test]
fn every_spelling() {
    let statuses: Vec<_> = Declared::CATALOG.entries().map(|entry| entry.status().as_u16()).collect();
    assert_eq!(statuses, [400, 409, 599, 420, 418]);
}

#[test]
fn of_the_response() {
    assert_eq!(Reply::new(&Declared::Path).to_response().status(), StatusCode::CONFLICT);
    assert_eq!(Reply::new(&Declared::Own).to_response().status().as_u16(), 599);
}

#[test]
fn a_title_where_there_is_no_phrase() {
    assert_eq!(
        (Declared::Own.entry().title(), Declared::Own.entry().reason_phrase()),
        ("Network down", None)
    );
    assert_eq!(
        (Declared::Teapot.entry().title(), Declared::Teapot.entry().reason_phrase()),
        ("Teapot", None)
    );
    assert_eq!(Declared::Path.entry().title(), "Conflict");
    assert_eq!(
        (message_of(&Declared::Lowest), message_of(&Declared::Octal)),
        ("Bad Request".into(), "Octal".into())
    );
}
