#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent)]
    Inner(#[api(violations)] Box<dyn errbook::ApiError>),
}

fn main() {}
