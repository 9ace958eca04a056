use errbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("recursive: {} inside", source.iter().count())]
#[api(status = 400, code = "Recursive")]
struct Recursive {
    source: Option<Box<Recursive>>,
}

#[derive(Debug, ApiError)]
#[api(display, status = 400)]
enum Problem<T> {
    #[api(code = "Leaf", message = "leaf {0}")]
    Leaf(#[api(detail = "leaf")] T),
    #[api(code = "Node")]
    #[allow(dead_code)]
    Node(Box<Problem<T>>),
    #[api(transparent)]
    Many(Box<Recursive>),
}

fn main() {
    let error: Problem<u32> = Problem::Node(Box::new(Problem::Leaf(7)));
    assert_eq!(error.message(), "Bad Request");
    let inner = Recursive { source: Some(Box::new(Recursive { source: None })) };
    assert_eq!(Problem::<u32>::Many(Box::new(inner)).message(), "recursive: 1 inside");
}
