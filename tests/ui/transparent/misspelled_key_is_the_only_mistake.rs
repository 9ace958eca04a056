#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparnet)]
    Gone(std::fmt::Error),
}

fn main() {}
