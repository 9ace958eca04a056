#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone {
    source: Box<dyn errbook::ApiError>,
}

fn main() {}
