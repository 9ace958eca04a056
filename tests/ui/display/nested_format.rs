#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("cannot read {name}: {}", format!("{source:?}"))]
#[api(status = 400, code = "Unreadable")]
struct Unreadable {
    name: &'static str,
    source: std::io::Error,
}

fn main() {}
