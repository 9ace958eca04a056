#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NotFound")]
struct NotFound;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent)]
struct Problem(#[api(kind)] NotFound);

fn main() {}
