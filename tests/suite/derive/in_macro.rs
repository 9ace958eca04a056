//! An error made by `macro_rules!`, every part of it a fragment.

use errbook::{ApiError, Reply};

macro_rules! error {
    (
        $ty:ident: $($variant:ident($number:literal, $status:expr, $code:literal, $message:literal, $doc:literal,
        $field:ident: $field_ty:ty, $header:literal: $header_ty:ty)),*
    ) => {
        #[derive(Debug, ApiError)]
        #[api(display, body = errbook::body::NESTED)]
        enum $ty {
            $(
                #[doc = $doc]
                #[api(status = $status, code = $code, number = $number, message = $message)]
                $variant {
                    #[api(detail)]
                    $field: $field_ty,
                    #[api(header = $header)]
                    header: $header_ty,
                },
            )*
        }
    };
}

error!(Made:
    One(1, 400, "One", "one {a}", "The first.", a: u8, "X-One": Option<u8>),
    Two(-2, 404, "Two", "two {b}", "The second.", b: &'static str, "X-Two": u8)
);

macro_rules! transparent {
    ($ty:ident($inner:ty)) => {
        #[derive(Debug, ApiError)]
        #[api(display)]
        enum $ty {
            #[api(transparent)]
            Inner($inner),
        }
    };
}

transparent!(Wrapper(Made));

#[test]
fn replies() {
    let reply = Reply::new(&Made::One { a: 1, header: None }).to_response();
    assert_eq!(**reply.body(), *br#"{"error":{"code":"One","message":"one 1","details":{"a":1}}}"#);
    assert!(!reply.headers().contains_key("x-one"));
    let reply = Reply::new(&Made::Two { b: "b", header: 9 }).to_response();
    assert_eq!(reply.status(), 404);
    assert_eq!(reply.headers()["x-two"], "9");
}

#[test]
fn entries() {
    let entries: Vec<_> =
        Made::CATALOG.entries().map(|entry| (entry.number(), entry.description())).collect();
    assert_eq!(entries, [(Some(1), "The first."), (Some(-2), "The second.")]);
}

#[test]
fn transparent_over_a_type_fragment() {
    assert_eq!(Wrapper::Inner(Made::One { a: 1, header: Some(2) }).code(), "One");
}
