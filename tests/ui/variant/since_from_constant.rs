#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", since = VERSION)]
    Gone,
}

fn main() {}
