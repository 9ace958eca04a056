const CODE: &str = "NotFound";

#[derive(Debug, errbook::ApiError)]
#[api(display, shared)]
enum Problem {
    #[api(status = 404, code = "NotFound")]
    Order,
    #[api(status = 410, code = CODE)]
    Item,
}

fn main() {}
