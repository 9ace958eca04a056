#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Gone")]
struct Gone<'a> {
    source: Parse<'a>,
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Parse<'a>(&'a str);

fn main() {}
