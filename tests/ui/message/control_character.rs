#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "gone\u{1E}for good")]
    Gone,
    #[api(status = 404, code = "Lost", message = "lost\u{1F}for good")]
    Lost,
}

fn main() {}
