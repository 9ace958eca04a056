use errbook::ApiError;
use std::fmt::{Binary, Debug, Display, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex};

trait Clash {
    fn fmt(&self) -> ! {
        panic!("not this one")
    }
    fn entry(&self) -> ! {
        panic!("not this one")
    }
    fn status(&self) -> ! {
        panic!("not this one")
    }
    fn retry_after(&self) -> ! {
        panic!("not this one")
    }
    fn as_api_error(&self) -> ! {
        panic!("not this one")
    }
    fn violations(&self) -> ! {
        panic!("not this one")
    }
    fn visit(&self) -> ! {
        panic!("not this one")
    }
    fn source(&self) -> ! {
        panic!("not this one")
    }
    fn serialize(&self) -> ! {
        panic!("not this one")
    }
}

impl<T: ?Sized> Clash for T {}

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "{0} {0:?} {0:x}")]
    Gone(#[api(detail = "what", header = "X-A")] u8, #[api(retry_after)] u8, #[api(status)] u16),
    #[api(status = 500, code = "Io")]
    Io(#[api(source)] std::io::Error),
    #[api(status = 422, code = "Wrong")]
    Wrong(#[api(violations)] Vec<errbook::Violation>),
    #[api(transparent)]
    Inner(Box<Problem2>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Problem2;

fn all<T: Display + Debug + Binary + LowerHex + UpperHex + Octal + LowerExp + UpperExp>(_: T) {}

#[test]
fn works() {
    all(1);
    let _: Option<Box<dyn Pointer>> = None;
    assert_eq!(errbook::Reply::new(&Problem::Gone(10, 1, 404)).to_response().status(), 404);
    assert_eq!(ApiError::code(&Problem::Inner(Box::new(Problem2))), "Inner");
    let wrong = Problem::Wrong(vec![errbook::Violation::new("a")]);
    assert!(errbook::Reply::new(&wrong).to_string().contains(r#""message":"a""#));
    let _ = Problem::Io(std::io::Error::other("x"));
}
