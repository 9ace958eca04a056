#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// It was deleted.
    #[api(status = 410, code = "Gone", detail("no" = true))]
    Gone,
}

fn main() {}
