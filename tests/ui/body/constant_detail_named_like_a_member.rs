const FORMAT: errbook::Body = errbook::body!({ "code": code, ..details });

#[derive(Debug, errbook::ApiError)]
#[api(display, body = FORMAT)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("code" = 1))]
    Gone,
}

fn main() {}
