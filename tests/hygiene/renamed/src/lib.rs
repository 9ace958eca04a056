//! errbook under another name: `crate = mistakes`.

/// The wire format of this crate, made by the renamed macro.
pub const ENVELOPE: mistakes::Body = mistakes::body!({ "code": code, "message": message });

/// A detail alone, and a text.
pub static WHOLE: mistakes::Body = mistakes::body!(details.what);
static TEXT: mistakes::Body = mistakes::Body::text("{code}: {details.what}");

/// An error that finds errbook where the manifest put it.
#[derive(Clone, Debug, mistakes::ApiError)]
#[api(crate = mistakes, display, serialize, body = ENVELOPE)]
#[api(impls(errbook_tests_plugin(service = "renamed"), errbook_tests_plugin::shared))]
pub enum RenamedError {
    /// There is nothing here.
    #[api(status = 404, code = "Nothing", message = "there is no {what}")]
    Nothing {
        /// What was asked for.
        #[api(detail)]
        what: String,
    },
    /// There is less than nothing here.
    #[api(status = 404, code = "Less", body = TEXT)]
    Less {
        /// What was asked for.
        #[api(detail)]
        what: String,
    },
    /// Several are wrong.
    #[api(status = 422, code = "Wrong")]
    Wrong(#[api(violations)] Vec<mistakes::Violation>),
}

#[cfg(test)]
mod tests {
    use super::RenamedError;

    #[test]
    fn replies() {
        let error = RenamedError::Nothing { what: "tea".to_owned() };
        let reply = mistakes::Reply::new(&error).to_string();
        assert_eq!(reply, r#"{"code":"Nothing","message":"there is no tea"}"#);
        assert_eq!(mistakes::Reply::new(&error).body(&super::WHOLE).to_string(), r#""tea""#);
        let error = RenamedError::Less { what: "tea".to_owned() };
        assert_eq!(mistakes::Reply::new(&error).to_string(), "Less: tea");
    }

    #[test]
    fn plugins_find_errbook_themselves() {
        use errbook_tests_plugin::{Describe as _, Failure, shared::Shared as _};

        let error = RenamedError::Nothing { what: "tea".to_owned() };
        assert_eq!(error.share().describe(), "renamed: 404 there is no tea");
        assert_eq!(Failure::from(error).0.code(), "Nothing");
    }
}
