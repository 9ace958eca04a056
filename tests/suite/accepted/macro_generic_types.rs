use errbook::ApiError;

macro_rules! error {
    ($name:ident<$param:ident>($field:ty)) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 410, code = "Gone", message = "no {0}")]
        struct $name<$param>(#[api(detail = "what")] $field);
    };
}

error!(Gone<T>(T));

#[test]
fn works() {
    assert_eq!(crate::message_of(&Gone(7)), "no 7");
    fn is_error<E: ApiError>(_: &E) {}
    is_error(&Gone("x"));
}
