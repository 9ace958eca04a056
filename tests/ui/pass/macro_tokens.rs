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

fn main() {
    assert_eq!(Problem::Gone { what: 7 }.message(), "no 7");
}
