#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = concat!("Go", "ne"))]
    Gone,
}

fn main() {}
