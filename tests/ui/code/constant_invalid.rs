#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = codes::NO_ORDER)]
struct NoOrder;

mod codes {
    pub const NO_ORDER: &str = "no order";
}

fn main() {}
