use errbook::ApiError;

macro_rules! errors {
    ($($tokens:tt)*) => { $($tokens)* };
}

errors! {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Problem {
        #[api(status = 410, code = "Gone", message = "no {what}")]
        Gone { #[api(detail)] what: u32 },
    }
}

#[test]
fn works() {
    assert_eq!(crate::message_of(&Problem::Gone { what: 7 }), "no 7");
}
