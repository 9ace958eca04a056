#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, header("X-Request" = "{ident}"))]
enum Problem {
    #[api(code = "Gone")]
    Gone { id: u8 },
    #[api(code = "Lost")]
    Lost,
}

fn main() {}
