use errbook::body::Placeholder;

static BODY: errbook::Body =
    errbook::body!({ "at": details.pointer }).with_required(&[Placeholder::Detail("pointer")]);

#[derive(Debug, errbook::ApiError)]
#[api(display, body = BODY, status = 400, code = "Bad")]
struct Bad {
    #[api(detail)]
    place: u8,
}

fn main() {}
