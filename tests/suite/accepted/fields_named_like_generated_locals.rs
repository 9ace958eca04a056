use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(
    display,
    status = 400,
    code = "A",
    message = "{f}{self_}{__x}{formatter}{__formatter}{__field_f}{__source}"
)]
struct Problem {
    f: u8,
    self_: u8,
    __x: u8,
    formatter: u8,
    __formatter: u8,
    __field_f: u8,
    __source: u8,
    #[api(detail)]
    __visit: u8,
    #[api(header = "X-A")]
    __headers: u8,
}

#[test]
fn works() {
    let error = Problem {
        f: 1,
        self_: 2,
        __x: 3,
        formatter: 4,
        __formatter: 5,
        __field_f: 6,
        __source: 7,
        __visit: 8,
        __headers: 9,
    };
    assert_eq!(error.to_string(), "1234567");
    assert_eq!(errbook::Reply::new(&error).to_response().headers()["x-a"], "9");
}
