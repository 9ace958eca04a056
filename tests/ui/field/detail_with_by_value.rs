fn next(number: u32) -> u32 { number + 1 }

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = next))] what: u32 },
}

fn main() {}
