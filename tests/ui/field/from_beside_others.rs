#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(from)] why: std::io::Error, what: u32 },
}

fn main() {}
