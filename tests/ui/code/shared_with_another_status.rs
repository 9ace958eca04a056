#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 404, code = "NotFound", shared)]
    Order,
    #[api(status = 410, code = "NotFound", shared)]
    Item,
}

fn main() {}
