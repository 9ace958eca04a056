use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A", body = errbook::body!({ "code": code }))]
struct A;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "B", body = &errbook::body::PROBLEM)]
struct B;

fn main() {}
