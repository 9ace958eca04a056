#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(header = "ETag")] u32, #[api(header = "etag")] u32),
}

fn main() {}
