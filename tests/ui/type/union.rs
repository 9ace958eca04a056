#[derive(errbook::ApiError)]
#[api(display)]
union Problem {
    code: u32,
}

fn main() {}
