use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A", message = "no {r#type}")]
struct Error { r#type: u8 }

fn main() {}
