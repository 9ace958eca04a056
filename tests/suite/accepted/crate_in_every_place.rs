//! The path of the crate means the same where it is used as where it is written.

mod shop {
    pub use errbook as renamed;

    pub mod order {
        #[derive(Debug, errbook::ApiError)]
        #[api(display, serialize, crate = super::renamed, status = 404, code = "NoOrder")]
        pub struct NoOrder;
    }

    pub mod user {
        pub use errbook as ours;

        #[derive(Debug, errbook::ApiError)]
        #[api(display, crate = self::ours, status = 404, code = "NoUser")]
        pub struct NoUser;
    }
}

mod __errbook {}

#[test]
fn works() {
    use errbook as local;
    use local::ApiError as _;

    #[derive(Debug, local::ApiError)]
    #[api(display, crate = local)]
    enum Problem {
        #[api(transparent)]
        Order(#[api(from)] shop::order::NoOrder),
        #[api(transparent)]
        User(#[api(from)] shop::user::NoUser),
    }

    assert_eq!(Problem::from(shop::order::NoOrder).code(), "NoOrder");
    assert_eq!(Problem::from(shop::user::NoUser).code(), "NoUser");
}
