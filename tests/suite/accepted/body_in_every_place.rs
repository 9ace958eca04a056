use errbook::{Body, body};

static STATIC: Body = body!({ "code": code });
const ARRAY: Body = body!([{ "code": code }]);

struct Formats;

impl Formats {
    const INNER: Body = errbook::body! { { "message": message, } };
}

#[test]
fn works() {
    const LOCAL: Body = body!({ "local": true, });
    let all = [&STATIC, &ARRAY, &Formats::INNER, &LOCAL];
    assert_eq!(all.map(|body| body.root().members().len()), [1, 0, 1, 1]);
}
