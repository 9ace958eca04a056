#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("gone")]
    #[api(status = 200, code = "Gone")]
    Gone,
}

fn main() {
    let error: &dyn errbook::ApiError = &Problem::Gone;
    println!("{error} {}", errbook::Reply::new(error));
}
