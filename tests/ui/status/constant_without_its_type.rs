use http::StatusCode;

const OUT_OF_STOCK: StatusCode = StatusCode::CONFLICT;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = NOT_FOUND)]
enum Stock {
    #[api(code = "NoItem")]
    NoItem,
    #[api(status = UNPROCESSABLE_ENTITY, code = "NoUnit")]
    NoUnit,
    #[api(status = OUT_OF_STOCK, code = "Empty")]
    Empty,
}

fn main() {}
