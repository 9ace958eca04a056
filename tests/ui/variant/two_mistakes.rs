#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 200, code = "Gone")]
    Gone,
    #[api(status = 404, code = "No such order")]
    NoOrder,
}

fn main() {}
