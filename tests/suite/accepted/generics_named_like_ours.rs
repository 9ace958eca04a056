use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, serialize, status = 410, code = "Gone", message = "no {0} {1} {2}")]
struct Gone<'__a, S, D, __T>(#[api(detail = "s")] S, #[api(detail = "d")] D, &'__a __T);

#[test]
fn works() {
    assert_eq!(crate::message_of(&Gone(1, 2, &3)), "no 1 2 3");
    assert!(serde_json::to_string(&Gone(1, 2, &3)).unwrap().contains(r#""s":1,"d":2"#));
}
