//! The derive in a crate that has no name of `std` in scope.
#![no_std]

extern crate std;

/// It is gone.
#[derive(Clone, Debug, errbook::ApiError)]
#[api(impls(errbook_tests_plugin, errbook_tests_plugin::shared))]
#[api(display, serialize, status = 410, code = "Gone", message = "no {0}", detail("live" = false))]
pub struct Gone(#[api(detail = "what")] pub u32);

static EMPTY: errbook::Body = errbook::Body::empty();

/// It was never there.
#[derive(Debug, errbook::ApiError)]
#[api(display)]
pub enum Never {
    /// Says nothing.
    #[api(status = 404, code = "Never", body = EMPTY)]
    Here,
}

/// It is wrong.
#[derive(Debug, errbook::ApiError)]
#[api(display, status = 422, code = "Wrong")]
pub struct Wrong(#[api(violations)] pub errbook::Violations);

#[cfg(test)]
mod tests {
    use super::Gone;

    #[test]
    fn replies() {
        let text = std::string::ToString::to_string(&errbook::Reply::new(&Gone(7)));
        assert_eq!(text, r#"{"code":"Gone","message":"no 7","details":{"live":false,"what":7}}"#);
    }

    #[test]
    fn plugins_find_the_standard_library_themselves() {
        use errbook_tests_plugin::{Describe as _, shared::Shared as _};

        assert_eq!(Gone(7).share().describe(), "unknown: 410 no 7");
    }
}
