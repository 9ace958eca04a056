#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// The client went away.
    #[api(status = 499, code = "Away", title = "Client went away")]
    Away,
}

fn main() {}
