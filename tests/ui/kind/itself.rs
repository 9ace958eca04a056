#[derive(Debug, errbook::ApiError)]
#[api(display)]
struct Problem {
    #[api(kind)]
    kind: Box<Problem>,
}

fn main() {}
