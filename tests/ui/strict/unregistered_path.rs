const CLOSED: http::StatusCode = match http::StatusCode::from_u16(499) {
    Ok(status) => status,
    Err(_) => panic!(),
};

/// The client went away.
#[derive(Debug, errbook::ApiError)]
#[api(display, strict, status = CLOSED, code = "Gone", title = "Gone away")]
struct Gone;

fn main() {}
