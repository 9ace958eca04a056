use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Bad", message = "{text}")]
struct Bad<T: ?Sized> {
    call: fn(u8) -> u8,
    unit: (),
    pair: (u8, &'static str),
    #[api(detail)]
    array: [u8; 3],
    #[api(detail)]
    text: Box<str>,
    #[allow(dead_code)]
    last: Box<T>,
}

#[test]
fn works() {
    let bad: Bad<str> =
        Bad { call: |x| x, unit: (), pair: (1, "a"), array: [1, 2, 3], text: "tea".into(), last: "x".into() };
    assert_eq!((bad.call)(1), 1);
    assert_eq!((bad.unit, bad.pair.0), ((), 1));
    let types: Vec<_> = bad.entry().details().map(|detail| detail.ty()).collect();
    assert_eq!(types, ["[u8; 3]", "Box<str>"]);
}
