#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NotFound")]
struct NotFound;

#[derive(Debug, errbook::ApiError)]
#[api(display, kind = NotFound, body = errbook::body::PROBLEM)]
struct Problem(#[api(detail = "status")] u8);

fn main() {}
