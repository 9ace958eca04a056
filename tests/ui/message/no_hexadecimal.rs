#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {what:x}")]
    Gone { what: f32 },
}

fn main() {}
