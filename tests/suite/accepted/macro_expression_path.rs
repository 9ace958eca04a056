use errbook::ApiError;

macro_rules! error {
    ($name:ident, $status:expr, $body:expr) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = $status, code = "Gone", body = $body)]
        struct $name;
    };
}

error!(Gone, http::StatusCode::GONE, errbook::body::MESSAGE);

#[test]
fn works() {
    assert_eq!(Gone.status(), 410);
}
