use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone")]
#[api(
    message = "{a:?} {a:#?} {b:>+08.3} {c:#010b} {c:o} {c:x} {c:X} {d:e} {d:E} {e:~^9} {e: <6}| {e:-^7?} {{{e}}}"
)]
struct Gone {
    a: Vec<u8>,
    b: f64,
    c: u8,
    d: f64,
    e: &'static str,
}

#[test]
fn works() {
    let gone = Gone { a: vec![1], b: 1.5, c: 10, d: 1500.0, e: "abc" };
    let Gone { a, b, c, d, e } = &gone;
    let expected = format!(
        "{a:?} {a:#?} {b:>+08.3} {c:#010b} {c:o} {c:x} {c:X} {d:e} {d:E} {e:~^9} {e: <6}| {e:-^7?} {{{e}}}"
    );
    assert_eq!(gone.to_string(), expected);
}
