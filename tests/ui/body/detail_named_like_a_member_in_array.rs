const LIST: errbook::Body = errbook::body!({ "errors": [{ "title": title, ..details }] });

#[derive(Debug, errbook::ApiError)]
#[api(display, body = LIST)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] title: String },
}

fn main() {}
