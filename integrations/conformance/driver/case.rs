//! One request and what is to be answered.

use errbook::{ApiError as _, HttpError};

use crate::request::Request;

/// A request and its reply.
#[derive(Debug)]
pub struct Case {
    pub name: &'static str,
    pub request: Request,
    pub expected: Expected,
}

/// What is answered.
#[derive(Debug, Clone, Copy)]
pub enum Expected {
    /// A declared error.
    Error(&'static Declared),
    /// The framework refuses the request itself, with this status unless it [differs](crate::framework::Framework::differs).
    Refused(u16),
    /// Something else: its status and its body, the same with the layer and without it.
    Own(u16, &'static str),
}

/// An error of the API.
#[derive(Debug)]
pub struct Declared {
    pub status: u16,
    pub code: &'static str,
    /// The title in problem details: that of the status, if it is registered, since their type is `about:blank` (RFC 9457 §4.2.1).
    pub title: &'static str,
    pub message: &'static str,
    /// The members of the API's format after `instance`, as JSON.
    pub members: &'static str,
    /// The members of problem details after `trace_id`.
    pub problem_members: &'static str,
    pub headers: &'static [(&'static str, &'static str)],
}

/// An error as a reply to one request must show it.
#[derive(Debug)]
pub struct Shown {
    pub status: u16,
    code: String,
    title: String,
    message: String,
    members: &'static str,
    problem_members: &'static str,
    pub headers: &'static [(&'static str, &'static str)],
}

impl From<&Declared> for Shown {
    fn from(declared: &Declared) -> Self {
        Self {
            status: declared.status,
            code: declared.code.to_owned(),
            title: declared.title.to_owned(),
            message: declared.message.to_owned(),
            members: declared.members,
            problem_members: declared.problem_members,
            headers: declared.headers,
        }
    }
}

impl Shown {
    /// A request that the framework refuses. Its code and its title are those of [`HttpError`].
    pub fn refused(status: u16) -> Self {
        let entry = HttpError::new(http::StatusCode::from_u16(status).unwrap_or_default()).entry();
        let title = entry.title().to_owned();
        Self {
            status,
            code: entry.code().to_owned(),
            message: title.clone(),
            title,
            members: "",
            problem_members: "",
            headers: &[],
        }
    }

    /// The body in the API's format. Without the layer there is no identifier and no path.
    pub fn body(&self, id_and_path: Option<(&str, &str)>) -> String {
        let Self { code, message, members, .. } = self;
        let facts = id_and_path.map_or_else(String::new, |(id, path)| {
            format!(r#","trace_id":{},"instance":{}"#, json(id), json(path))
        });
        format!(r#"{{"code":"{code}","message":"{message}"{facts}{members}}}"#)
    }

    /// The body as problem details (RFC 9457).
    pub fn problem(&self, id: &str, path: &str) -> String {
        let Self { status, code, title, message, problem_members, .. } = self;
        let (id, path) = (json(id), json(path));
        format!(
            r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{message}","instance":{path},"code":"{code}","trace_id":{id}{problem_members}}}"#
        )
    }
}

/// A text as JSON.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
