//! The enums for the compile time of `apiresponse`, whose codes are numbers.
//! Its message is the one of `thiserror`.

pub(super) const DEPENDENCIES: &str = r#"apiresponse = { version = "=0.2.2", features = ["axum"] }
thiserror = "2"
"#;

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, thiserror::Error, Response)]";
    super::source::enums(enums, variants, "use apiresponse::Response;", derive, |variant| {
        variant.named(&format!("#[response(code = {}, status = {})]", variant.number, variant.status))
    })
}
