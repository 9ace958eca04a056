#![no_implicit_prelude]

use ::std::prelude::v1::{Debug, derive};

static WHOLE: ::errbook::Body = ::errbook::body!(details."0");
const LINE: ::errbook::Body = ::errbook::Body::text("{code}");

#[derive(Debug, ::errbook::ApiError)]
#[api(display, serialize)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {0} {1:p}", header("X-B" = "\"{0} {2}\" {2:?} {0:?} {1:p} {code}"))]
    Gone(#[api(detail = "what")] u32, &'static u8, #[api(header = "X-A")] ::std::option::Option<u8>),
    #[api(status = 410, code = "Whole", body = WHOLE)]
    Whole(#[api(detail = "0")] u8),
    #[api(status = 410, code = "Line", body = LINE)]
    Line,
    #[api(status = 500, code = "Io")]
    Io(#[api(from)] ::std::io::Error),
    #[api(status = 502, code = "Wait")]
    Wait(
        #[api(retry_after)] u32,
        #[api(status)] u16,
        #[api(source)] ::std::option::Option<::std::fmt::Error>,
    ),
    #[api(status = 409, code = "Many", message("{} {:?} {x}", .0.len(), .0, x = ::std::stringify!(x)))]
    Many(
        #[api(detail(name = "many", with = ::std::vec::Vec::len, skip_if = ::std::vec::Vec::is_empty))]
        ::std::vec::Vec<u8>,
    ),
    #[api(status = 422, code = "Wrong")]
    Wrong(#[api(violations)] ::std::option::Option<::std::vec::Vec<::errbook::Violation>>),
    #[api(transparent)]
    Inner(Inner),
    #[api(transparent)]
    Any(::std::boxed::Box<dyn ::errbook::ApiError>),
}

#[derive(Debug, ::errbook::ApiError)]
#[api(display, body = FORMAT, status = 409, code = "Inner", detail("live" = true, "text" = "x"))]
#[api(impls(::errbook_tests_plugin(service = "x"), ::errbook_tests_plugin::shared))]
struct Inner;

impl ::std::clone::Clone for Inner {
    fn clone(&self) -> Self {
        Self
    }
}

#[derive(Debug, ::errbook::ApiError)]
#[api(display, transparent, from)]
enum Set {
    #[api(from(::std::io::Error, ::std::fmt::Error))]
    Problem(Boxed),
    Inner(Inner),
}

#[derive(Debug, ::errbook::ApiError)]
#[api(display, status = 500, code = "Boxed")]
struct Boxed;

impl ::std::convert::From<::std::io::Error> for Boxed {
    fn from(_: ::std::io::Error) -> Self {
        Self
    }
}

impl ::std::convert::From<::std::fmt::Error> for Boxed {
    fn from(_: ::std::fmt::Error) -> Self {
        Self
    }
}

#[derive(Debug, ::errbook::ApiError)]
#[api(display, serialize)]
enum Kinds {
    #[api(kind = Inner)]
    Unit,
    #[api(message = "{number} {kind}")]
    Field {
        #[api(kind)]
        kind: Inner,
        #[api(detail = "n")]
        number: u8,
        #[api(status)]
        status: u16,
        #[api(retry_after)]
        wait: ::std::option::Option<u8>,
    },
}

const FORMAT: ::errbook::Body = ::errbook::body!({ "code": code, "n": 1, "m": [true, "{status}", ] });

#[::std::prelude::v1::test]
fn works() {
    let reply = ::errbook::Reply::new(&Problem::Wait(1, 404, ::std::option::Option::None)).to_response();
    ::std::assert_eq!(reply.status(), ::http::StatusCode::NOT_FOUND);
    let inner = ::std::string::ToString::to_string(&::errbook::Reply::new(&Problem::Inner(Inner)));
    ::std::assert_eq!(inner, r#"{"code":"Inner","n":1,"m":[true,"409"]}"#);
    let _ =
        (Problem::Gone(1, &2, ::std::option::Option::None), Problem::Io(::std::io::ErrorKind::Other.into_()));
    ::std::assert_eq!(::std::string::ToString::to_string(&Problem::Many(::std::vec![1])), "1 [1] x");
    let kind = Kinds::Field { kind: Inner, number: 7, status: 404, wait: ::std::option::Option::None };
    ::std::assert_eq!(::std::string::ToString::to_string(&kind), "7 Conflict");
    let _ = Kinds::Unit;
    ::std::assert_eq!(::std::string::ToString::to_string(&::errbook::Reply::new(&Problem::Whole(7))), r#"7"#);
    ::std::assert_eq!(::std::string::ToString::to_string(&::errbook::Reply::new(&Problem::Line)), "Line");
    let _ = Problem::Wrong(::std::option::Option::None);
    let _ = Problem::Any(::std::boxed::Box::new(Inner));
    let shared = ::errbook_tests_plugin::shared::Shared::share(&Inner);
    ::std::assert_eq!(::errbook_tests_plugin::Describe::describe(&shared), "x: 409 Conflict");
}

trait IntoError {
    fn into_(self) -> ::std::io::Error;
}

impl IntoError for ::std::io::ErrorKind {
    fn into_(self) -> ::std::io::Error {
        ::std::convert::Into::into(self)
    }
}
