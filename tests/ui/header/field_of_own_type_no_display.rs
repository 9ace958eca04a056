#[derive(Debug)]
struct Limit;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(header = "X-Limit")] Limit),
}

fn main() {}
