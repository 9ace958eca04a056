//! The enums for the compile time of `masterror`, which has an `#[error]` of its own beside `thiserror`:
//! a category for the status, codes in capitals.

pub(super) const DEPENDENCIES: &str = r#"masterror = { version = "=0.27.3", features = ["axum"] }
"#;

/// The category with that status; there is none for 410.
fn category(status: u16) -> &'static str {
    match status {
        400 => "BadRequest",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 | 410 => "NotFound",
        409 => "Conflict",
        422 => "Validation",
        429 => "RateLimited",
        503 => "DependencyUnavailable",
        _ => "Internal",
    }
}

pub(super) fn source(enums: usize, variants: usize) -> String {
    let uses = "use masterror::{AppCode, AppErrorKind, Masterror};";
    super::source::enums(enums, variants, uses, "#[derive(Debug, Masterror)]", |variant| {
        let (number, category) = (variant.number, category(variant.status));
        variant.named(&format!(
            "#[masterror(code = AppCode::new(\"THING_{number}\"), category = AppErrorKind::{category}, message)]"
        ))
    })
}
