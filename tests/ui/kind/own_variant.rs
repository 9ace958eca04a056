#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 404, code = "NotFound")]
    NotFound,
    #[api(kind = Problem::NotFound)]
    Order,
}

fn main() {}
