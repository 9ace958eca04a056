#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", message = "gone since {year:*<<8}")]
struct Gone { #[api(detail)] year: u16 }

fn main() {}
