#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum OrderError {
    #[api(transparent)]
    Gone(#[api(from)] Gone, u64),
}

fn main() {}
