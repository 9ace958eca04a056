use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A", message = "{a} {_a} {__a} {pointer}")]
struct Problem {
    a: u8,
    _a: u8,
    __a: u8,
    pointer: u8,
}

#[test]
fn works() {
    assert_eq!(Problem { a: 1, _a: 2, __a: 3, pointer: 4 }.to_string(), "1 2 3 4");
}
