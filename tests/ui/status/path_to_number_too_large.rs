const LARGE: u16 = 20_410;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = LARGE, code = "Large")]
    Large,
}

fn main() {}
