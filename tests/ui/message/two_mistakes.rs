#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {wath}, no {wehn}")]
    Gone { what: u32, when: u32 },
}

fn main() {}
