#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = code())]
struct NoOrder;

const fn code() -> &'static str {
    "no-order"
}

fn main() {}
