//! The enums for the compile time of `errbook`: everything about a variant in one attribute.
//! The crate is the one of this checkout.

pub(super) fn dependencies() -> String {
    with("")
}

/// Without the documentation in the program.
pub(super) fn dependencies_without_docs() -> String {
    with(", default-features = false, features = [\"derive\"]")
}

fn with(features: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime");
    format!("errbook = {{ path = \"{}\"{features} }}\n", path.display())
}

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, errbook::ApiError)]\n#[api(display)]";
    super::source::enums(enums, variants, "", derive, |variant| {
        let (number, status, message) = (variant.number, variant.status, variant.message());
        format!("    #[api(status = {status}, code = \"thing_{number}\", message = \"{message}\")]\n")
            + &variant.item()
    })
}
