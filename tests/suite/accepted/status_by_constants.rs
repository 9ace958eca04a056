use errbook::ApiError as _;

mod statuses {
    pub const CLOSED: http::StatusCode = match http::StatusCode::from_u16(499) {
        Ok(status) => status,
        Err(_) => panic!(),
    };
    pub const SHED: u16 = 503;
    pub const NOT_FOUND: u16 = 410;
    pub struct Of;
    impl Of {
        pub const GONE: http::StatusCode = http::StatusCode::GONE;
    }
    pub static LOST: http::StatusCode = http::StatusCode::NOT_FOUND;
}

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = statuses::CLOSED, code = "Closed", title = "Closed")]
    Closed,
    #[api(status = statuses::Of::GONE, code = "Gone")]
    Gone,
    #[api(status = crate::accepted::status_by_constants::statuses::LOST, code = "Lost")]
    Lost,
    #[api(status = self::statuses::Of::GONE, code = "Same", message = "{0}")]
    Same(u8),
    #[api(status = statuses::SHED, also(429), code = "Shed")]
    Shed(#[api(status)] u16),
    #[api(status = self::statuses::NOT_FOUND, code = "Named")]
    Named,
}

#[test]
fn works() {
    assert_eq!(Problem::Closed.status().as_u16(), 499);
    assert_eq!(Problem::Gone.status(), 410);
    assert_eq!(Problem::Lost.status(), 404);
    assert_eq!(Problem::Shed(503).status(), 503);
    assert_eq!(Problem::Shed(429).status(), 429);
    assert_eq!(Problem::Named.status(), 410);
    assert_eq!(Problem::CATALOG.entries().nth(4).unwrap().status(), 503);
    assert_eq!(crate::message_of(&Problem::Same(7)), "7");
}
