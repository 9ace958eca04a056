#[derive(Debug, thiserror::Error, miette::Diagnostic, errbook::ApiError)]
#[error("cannot read the file: {why}")]
#[api(status = 422, code = "Unreadable")]
struct Unreadable {
    #[diagnostic_source]
    why: miette::MietteDiagnostic,
}

fn main() {}
