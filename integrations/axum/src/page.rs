//! The page of errors, for people.

use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse, Response};

/// A page of HTML from `errbook-docgen`, served with the `Content-Security-Policy` that it names itself.
///
/// # Examples
///
/// ```
/// use axum::{Router, routing::get};
/// use errbook_axum::HtmlPage;
///
/// # macro_rules! include_str { ($path:literal) => { "<!DOCTYPE html>" }; }
/// let app: Router = Router::new().route("/errors", get(HtmlPage(include_str!("../docs/errors.html"))));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct HtmlPage(pub &'static str);

impl HtmlPage {
    /// The policy that the page names in its `<meta>` element.
    fn policy(self) -> Option<&'static str> {
        let (_, rest) = self.0.split_once(r#"<meta http-equiv="Content-Security-Policy" content=""#)?;
        Some(rest.split_once('"')?.0)
    }
}

impl IntoResponse for HtmlPage {
    fn into_response(self) -> Response {
        (self.policy().map(|policy| [(CONTENT_SECURITY_POLICY, policy)]), Html(self.0)).into_response()
    }
}
