use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 400, code = "A", message = "{status} {code} {message} {entry} {type}")]
    Methods {
        #[api(detail)]
        status: u8,
        #[api(detail)]
        code: u8,
        #[api(detail)]
        message: u8,
        #[api(detail)]
        entry: u8,
        #[api(detail)]
        r#type: u8,
    },
}

#[test]
fn works() {
    let error = Problem::Methods { status: 1, code: 2, message: 3, entry: 4, r#type: 5 };
    assert_eq!(crate::message_of(&error), "1 2 3 4 5");
    let json = serde_json::to_value(Reply::new(&error)).unwrap();
    assert_eq!(
        json["details"],
        serde_json::json!({ "status": 1, "code": 2, "message": 3, "entry": 4, "type": 5 })
    );
}
