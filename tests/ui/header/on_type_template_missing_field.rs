#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, header("X-Request" = "{id}"))]
enum Problem {
    #[api(code = "Gone")]
    Gone { id: u8 },
    #[api(code = "Lost")]
    Lost,
    #[api(code = "Moved", header("X-Request" = "none"))]
    Moved,
}

fn main() {}
