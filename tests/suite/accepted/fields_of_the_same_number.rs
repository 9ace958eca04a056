use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A", message = "{0} {1} {0:?} {11} {2:>4} {3:#x} {4:.2} {{}}")]
struct Problem(u8, &'static str, u8, u8, f64, u8, u8, u8, u8, u8, u8, u8);

#[test]
fn works() {
    let error = Problem(0, "one", 2, 3, 4.0, 5, 6, 7, 8, 9, 10, 11);
    assert_eq!(error.to_string(), "0 one 0 11    2 0x3 4.00 {}");
}
