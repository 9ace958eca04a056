#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum ApiError {
    #[api(status = 404, code = "NotFound", message = "no order {0}")]
    NotFound(u32),
}

#[test]
fn works() {
    let error = ApiError::NotFound(7);
    assert_eq!(errbook::ApiError::code(&error), "NotFound");
    assert_eq!(errbook::Reply::new(&error).to_string(), r#"{"code":"NotFound","message":"no order 7"}"#);
}
