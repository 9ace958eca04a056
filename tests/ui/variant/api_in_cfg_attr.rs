#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[cfg_attr(all(), api(status = 200, code = "Gone"))]
    Gone,
}

fn main() {}
