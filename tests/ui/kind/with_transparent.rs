#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NotFound")]
struct NotFound;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, kind = NotFound)]
struct Problem(NotFound);

fn main() {}
