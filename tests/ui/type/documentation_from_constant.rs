#[derive(Debug, errbook::ApiError)]
#[doc = concat!("What the orders ", "API answers.")]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
