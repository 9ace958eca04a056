//! The enums for the compile time of `axum-error-handler`, whose fields have no names.
//! Its message is the one of `thiserror`; a variant with fields is a tuple.

pub(super) const DEPENDENCIES: &str = r#"axum = { version = "0.8", default-features = false, features = ["json"] }
axum-error-handler = "=0.2.1"
thiserror = "2"
"#;

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, thiserror::Error, AxumErrorResponse)]";
    super::source::enums(enums, variants, "use axum_error_handler::AxumErrorResponse;", derive, |variant| {
        let (number, status) = (variant.number, variant.status);
        let attributes = format!("#[status_code(\"{status}\")]\n    #[code(\"thing_{number}\")]");
        if variant.fields {
            format!(
                "    #[error(\"thing {number}, `{{0}}` of {{1}}, went wrong\")]\n    {attributes}\n    \
                 Thing{number}(String, u32),\n"
            )
        } else {
            variant.named(&attributes)
        }
    })
}
