#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent)]
    Again(Box<Problem>),
}

fn main() {}
