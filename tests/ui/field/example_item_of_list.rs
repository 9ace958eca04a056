#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail, example = [1, "two"])] what: Vec<u8> },
}

fn main() {}
