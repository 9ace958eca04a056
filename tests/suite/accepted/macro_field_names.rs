use errbook::ApiError;

macro_rules! error {
    ($name:ident { $($field:ident: $ty:ty),* } $text:literal) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 410, code = "Gone", message = $text)]
        struct $name { $(#[api(detail)] $field: $ty,)* hidden: u8 }
    };
}

error!(Gone { what: u32, hidden_: u8 } "no {what} {hidden}");

#[test]
fn works() {
    assert_eq!(crate::message_of(&Gone { what: 7, hidden_: 8, hidden: 9 }), "no 7 9");
}
