use errbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("recursive: {} inside", source.iter().count())]
#[api(status = 400, code = "Recursive", expose)]
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

#[test]
fn works() {
    let error: Problem<u32> = Problem::Node(Box::new(Problem::Leaf(7)));
    assert_eq!(crate::message_of(&error), "Bad Request");
    let inner = Recursive { source: Some(Box::new(Recursive { source: None })) };
    assert_eq!(crate::message_of(&Problem::<u32>::Many(Box::new(inner))), "recursive: 1 inside");
}
