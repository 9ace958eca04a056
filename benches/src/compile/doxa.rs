//! The enums for the compile time of `doxa`, which makes the `OpenAPI` responses in the same derive.
//! The enum must implement `Serialize` for that, and its message is the one of `thiserror`.

pub(super) const DEPENDENCIES: &str = r#"axum = { version = "0.8", default-features = false, features = ["json"] }
doxa = { version = "=0.1.6", default-features = false, features = ["docs", "macros"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
thiserror = "2"
utoipa = "5"
"#;

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, serde::Serialize, thiserror::Error, ApiError)]";
    super::source::enums(enums, variants, "use doxa::ApiError;", derive, |variant| {
        let (number, status) = (variant.number, variant.status);
        variant.named(&format!("#[api(status = {status}, code = \"thing_{number}\")]"))
    })
}
