use errbook::Body;

macro_rules! envelope {
    ($name:literal, $value:expr, $version:literal, $word:ident) => {
        errbook::body!({ $name: $value, "version": $version, "word": $word, "all": [$version, $word] })
    };
}

const FORMAT: Body = envelope!("api", "shop", 2, code);

#[derive(Debug, errbook::ApiError)]
#[api(display, body = FORMAT, status = 410, code = "Gone")]
struct Gone;

#[test]
fn works() {
    let text = errbook::Reply::new(&Gone).to_string();
    assert_eq!(text, r#"{"api":"shop","version":2,"word":"Gone","all":[2,"Gone"]}"#);
}
