#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {why}")]
    Gone { #[api(source)] why: std::io::Error },
}

fn main() {}
