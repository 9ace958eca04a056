#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("no token")]
#[api(status = 401, code = "NoToken")]
struct AuthError;

#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error(transparent)]
    Auth(#[from] AuthError),
}

fn main() {}
