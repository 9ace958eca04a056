#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", title = texts::GONE)]
    Gone,
}

fn main() {}
