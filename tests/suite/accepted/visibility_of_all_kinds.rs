mod outer {
    pub mod inner {
        #[derive(Debug, errbook::ApiError)]
        #[api(display, status = 410, code = "Gone")]
        pub(in crate::accepted::visibility_of_all_kinds::outer) struct Gone {
            pub(super) what: u8,
        }

        pub(crate) fn gone() -> impl errbook::ApiError {
            Gone { what: 7 }
        }
    }

    pub fn what() -> u8 {
        inner::Gone { what: 8 }.what
    }
}

#[test]
fn works() {
    assert_eq!(errbook::ApiError::code(&outer::inner::gone()), "Gone");
    assert_eq!(outer::what(), 8);
}
