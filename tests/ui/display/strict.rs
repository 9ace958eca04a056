#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[api(strict)]
enum Problem {
    /// The password is wrong.
    #[error("bad login for {user} with {password}")]
    #[api(status = 403, code = "BadLogin")]
    Login { #[api(detail)] user: String, password: String },
}

fn main() {}
