use errbook::ApiError;

macro_rules! errors {
    ($vis:vis $name:ident { $($variant:ident $status:literal $code:literal $text:literal $($number:literal)?;)* }) => {
        #[derive(Debug, ApiError)]
        #[api(display)]
        $vis enum $name {
            $(#[api(status = $status, code = $code, message = $text, title = $code, $(number = $number)?)] $variant,)*
        }
    };
}

errors! {
    pub(crate) Problem {
        Gone 410 "Gone" "it is gone" -7;
        Lost 404 "Lost" "it is lost" 8;
        Away 404 "Away" "it is away";
    }
}

#[test]
fn works() {
    assert_eq!(Problem::Gone.status(), 410);
    assert_eq!(crate::message_of(&Problem::Gone), "it is gone");
    assert_eq!(Problem::Gone.entry().number(), Some(-7));
    assert_eq!(Problem::Lost.entry().number(), Some(8));
    assert_eq!(Problem::Away.code(), "Away");
}
