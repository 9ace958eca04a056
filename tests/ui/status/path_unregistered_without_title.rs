const CLOSED: http::StatusCode = match http::StatusCode::from_u16(499) {
    Ok(status) => status,
    Err(_) => panic!(),
};

#[derive(Debug, errbook::ApiError)]
#[api(display, status = CLOSED, code = "Gone")]
struct Gone;

fn main() {}
