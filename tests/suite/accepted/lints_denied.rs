//! Nothing that is generated may warn.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unused,
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    trivial_casts,
    trivial_numeric_casts,
    single_use_lifetimes,
    let_underscore_drop,
    unit_bindings,
    unreachable_pub,
    variant_size_differences,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    redundant_imports,
    redundant_lifetimes,
    rust_2018_idioms,
    nonstandard_style
)]
#![forbid(unsafe_code)]

use errbook::{ApiError, HasCatalog as _};
use std::fmt::{self, Display, Formatter};

/// A problem.
#[derive(Debug, ApiError)]
#[api(display, serialize, docs_url = "/errors/{code}", meta(owner = "a"), header("X-A" = "b"))]
enum Problem<'a, T: Display + fmt::Debug, const N: usize> {
    #[api(status = 410, code = "Gone", message = "no {0} {1}", number = 1)]
    Gone(#[api(detail = "what")] &'a str, T, #[api(header = "X-B")] Option<u8>),
    #[api(status = 503, code = "Wait")]
    Wait {
        #[api(retry_after)]
        wait: u32,
        #[api(status)]
        now: u16,
        #[api(detail)]
        all: [u8; 2],
        #[allow(dead_code)]
        rest: [u8; N],
    },
    #[api(status = http::StatusCode::BAD_GATEWAY, code = "Io")]
    Io(#[api(from)] std::io::Error),
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

#[derive(Debug, ApiError)]
#[api(status = 409, code = "HandWritten", message = "by {0}")]
struct HandWritten(u8);

impl Display for HandWritten {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("hand-written")
    }
}

impl std::error::Error for HandWritten {}

const FORMAT: errbook::Body =
    errbook::body!({ "code": code, "of": ["{status}", 1, -1, 1.5, null, true], ..details });

mod unnamed {
    macro_rules! catalogs {
        ($vis:vis $name:ident) => {
            #[derive(Debug, errbook::ApiError)]
            #[api(display, status = 410, code = "Gone")]
            $vis struct $name;

            #[derive(Debug, errbook::ApiError)]
            #[api(display, status = 423, code = "Locked")]
            pub(super) struct Locked;
        };
    }

    catalogs!(pub(super) Gone);
}

#[test]
fn works() {
    let gone: Problem<'_, u8, 0> = Problem::Gone("tea", 7, None);
    assert_eq!(crate::message_of(&gone), "no tea 7");
    let wait: Problem<'_, u8, 1> = Problem::Wait { wait: 1, now: 404, all: [1, 2], rest: [0] };
    assert_eq!(wait.status(), 404);
    let io: Problem<'_, u8, 0> = std::io::Error::other("a").into();
    assert_eq!(io.code(), "Io");
    let inner: Problem<'_, u8, 0> = Problem::Inner(Inner);
    assert_eq!(inner.code(), "Inner");
    assert_eq!(crate::message_of(&HandWritten(7)), "by 7");
    assert_eq!(Problem::<u8, 0>::CATALOG.entries().count(), 4);
    assert_eq!(FORMAT.root().members().len(), 3);
    assert_eq!((unnamed::Gone.code(), unnamed::Locked.code()), ("Gone", "Locked"));
}
