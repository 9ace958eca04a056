#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", title = "{what} is gone")]
    Gone { what: u32 },
}

fn main() {}
