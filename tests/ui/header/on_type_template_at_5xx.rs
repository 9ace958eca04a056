#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, header("X-Request" = "{id}", "X-Code" = "{code}"))]
enum Problem {
    #[api(code = "Gone", status = 500)]
    Gone { id: u8 },
    #[api(code = "Lost")]
    Lost { id: u8, code: u8 },
}

fn main() {}
