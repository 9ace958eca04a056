#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, rename_all = "snake_case")]
enum Problem {
    #[api()]
    Gone(#[api(detial)] u32),
}

fn main() {}
