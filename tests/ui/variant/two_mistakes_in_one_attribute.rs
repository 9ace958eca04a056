#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 200, colour = "red", code = "It is gone")]
    Gone,
}

fn main() {}
