use errbook::ApiError;

macro_rules! error {
    ($name:ident, $status:path, $body:path, $krate:path) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = $status, code = "Gone", body = $body, crate = $krate)]
        struct $name;
    };
}

error!(Gone, http::StatusCode::GONE, errbook::body::MESSAGE, errbook);

#[test]
fn works() {
    assert_eq!(Gone.status(), 410);
    assert_eq!(errbook::Reply::new(&Gone).to_string(), r#"{"error":"Gone"}"#);
}
