#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Cause" = "{0}"))]
    Gone(#[api(source)] std::io::Error),
}

fn main() {}
