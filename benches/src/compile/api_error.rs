//! The enums for the compile time of `api-error`, which has no code to declare.
//! Its message is the one of `thiserror`.

pub(super) const DEPENDENCIES: &str = r#"api-error = { version = "=0.1.9", features = ["axum"] }
thiserror = "2"
"#;

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, thiserror::Error, ApiError)]";
    super::source::enums(enums, variants, "use api_error::ApiError;", derive, |variant| {
        variant.named(&format!("#[api_error(status_code = {}, message(inherit))]", variant.status))
    })
}
