fn sum(one: &u32, other: &u32) -> u32 { one + other }

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = sum))] what: u32 },
}

fn main() {}
