use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem {
    #[cfg(any())]
    #[api(status = 200, colour = "red")]
    Never(Unknown),
    #[cfg(not(any()))]
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[cfg(any())] Unknown, #[cfg(not(any()))] u8),
    #[api(status = 404, code = "Lost")]
    Lost {
        #[cfg(any())]
        #[api(colour)]
        never: Unknown,
        #[api(detail)]
        what: u8,
    },
}

#[test]
fn works() {
    assert_eq!(crate::message_of(&Problem::Gone(7)), "no 7");
    assert_eq!(Problem::Lost { what: 7 }.code(), "Lost");
    assert_eq!(Problem::CATALOG.entries().count(), 2);
}
