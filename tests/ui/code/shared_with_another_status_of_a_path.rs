#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = http::StatusCode::NOT_FOUND, code = "NotFound", shared)]
    Order,
    #[api(status = 410, code = "NotFound", shared)]
    Item,
    #[api(status = http::StatusCode::NOT_FOUND, code = "NotFound", shared)]
    User,
}

fn main() {}
