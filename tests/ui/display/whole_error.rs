#[derive(Debug, derive_more::Display, derive_more::Error, errbook::ApiError)]
#[display("{self:?}")]
#[api(status = 400, code = "Unreadable")]
struct Unreadable {
    name: &'static str,
    source: std::io::Error,
}

fn main() {}
