//! errbook under another name: `crate = mistakes`.

/// The wire format of this crate, made by the renamed macro.
pub const ENVELOPE: mistakes::Body = mistakes::body!({ "code": code, "message": message });

/// An error that finds errbook where the manifest put it.
#[derive(Debug, mistakes::ApiError)]
#[api(crate = mistakes, display, serialize, body = ENVELOPE)]
pub enum RenamedError {
    /// There is nothing here.
    #[api(status = 404, code = "Nothing", message = "there is no {what}")]
    Nothing {
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
    }
}
