#[derive(Debug, errbook::ApiError)]
#[api(display, status = 500)]
enum Problem {
    #[api(code = "Io", from(std::fmt::Error))]
    Io(#[api(source)] std::io::Error),
}

fn main() {}
