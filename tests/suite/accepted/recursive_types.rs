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

/// A wrapper that asks of the error inside what the derive proves.
#[derive(Debug)]
struct Retried<E: ApiError>(#[allow(dead_code, reason = "for Debug")] E);

#[derive(Debug, ApiError)]
#[api(display, status = 410)]
enum First {
    #[api(code = "Last")]
    Last,
    #[api(code = "Itself")]
    Itself(Box<Retried<First>>),
    #[api(code = "Other")]
    Other(Option<Vec<Retried<Second>>>),
    #[api(code = "Inside")]
    Inside(Inside),
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Second")]
struct Second(Box<Retried<First>>);

#[derive(Debug)]
struct Inside(#[allow(dead_code, reason = "for Debug")] Box<Retried<First>>);

#[test]
fn a_wrapper_asks_for_the_error_that_it_is_in() {
    let last = || Box::new(Retried(First::Last));
    let errors = [
        First::Itself(last()),
        First::Other(Some(vec![Retried(Second(last()))])),
        First::Inside(Inside(last())),
    ];
    assert_eq!(errors.map(|error| error.code().to_owned()), ["Itself", "Other", "Inside"]);
}

/// Fields whose types only the declaration can name: by `Self` in a length, and by a lifetime that begins as `'static` does.
#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Digits")]
struct Digits([u8; Self::COUNT]);

impl Digits {
    const COUNT: usize = 2;
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Statics")]
struct Statics<'statics>(Option<&'statics [u8]>, #[allow(dead_code, reason = "for Debug")] &'static [u8]);

#[test]
fn the_declaration_alone_names_the_types_of_fields() {
    assert_eq!((Digits([1, 2]).code(), Digits([1, 2]).0.len()), ("Digits", 2));
    assert_eq!((Statics(Some(b"a"), b"").code(), Statics(None, b"").0), ("Statics", None));
}
