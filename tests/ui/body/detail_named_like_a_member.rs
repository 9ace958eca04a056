#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::PROBLEM)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] title: String },
}

fn main() {}
