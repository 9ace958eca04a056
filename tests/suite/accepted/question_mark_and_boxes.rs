use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Io")]
    Io(#[api(from)] std::io::Error),
    #[api(status = 400, code = "Number")]
    Number {
        #[api(from)]
        source: std::num::ParseIntError,
    },
    #[api(status = 400, code = "Text")]
    Text(#[api(from)] Option<std::str::Utf8Error>),
}

fn read() -> Result<u8, Problem> {
    let text = std::fs::read("does/not/exist")?;
    Ok(std::str::from_utf8(&text)?.parse()?)
}

#[test]
fn works() {
    let boxed: Box<dyn ApiError> = Box::new(read().unwrap_err());
    assert_eq!(boxed.code(), "Io");
    let error: Box<dyn std::error::Error> = Box::new(read().unwrap_err());
    assert!(error.source().is_some());
}
