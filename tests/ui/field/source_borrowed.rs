#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone<'a>(#[api(source)] Parse<'a>);

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Parse<'a>(&'a str);

fn main() {}
