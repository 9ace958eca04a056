use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A", message = "größer als {höhe}: „{名前}“")]
struct Größe {
    #[api(detail)]
    höhe: u8,
    #[api(detail)]
    名前: u8,
}

#[test]
fn works() {
    let error = Größe { höhe: 1, 名前: 2 };
    assert_eq!(crate::message_of(&error), "größer als 1: „2“");
    assert!(errbook::Reply::new(&error).to_string().contains(r#""details":{"höhe":1,"名前":2}"#));
}
