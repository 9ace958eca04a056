#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Error" = "{code}"))]
    Gone { code: u8 },
}

fn main() {}
