use errbook::ApiError;

macro_rules! outer {
    ($($code:literal)*) => { inner! { $($code $code)* } };
}

macro_rules! inner {
    ($($code:literal $title:literal)*) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 410)]
        enum Problem { $(#[api(code = $code, title = $title)] Gone,)* }
    };
}

outer!("Gone");

#[test]
fn works() {
    assert_eq!((Problem::Gone.code(), Problem::Gone.entry().title()), ("Gone", "Gone"));
}
