#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", body = TEXT)]
    Gone,
}

const TEXT: &str = "gone";

fn main() {}
