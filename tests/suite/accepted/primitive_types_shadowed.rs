#![allow(non_camel_case_types, dead_code)]
struct str;
struct u16;
struct i64;
struct bool;
struct usize;

#[derive(Debug, errbook::ApiError)]
#[api(display, serialize, status = 410, code = "Gone", number = -7, retryable = true, message = "no {0}")]
struct Gone(#[api(detail = "what")] u8);

#[test]
fn works() {
    let entry = errbook::ApiError::entry(&Gone(1));
    assert_eq!((entry.number(), entry.is_retryable()), (Some(-7), true));
}
