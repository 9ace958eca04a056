use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {0:?}")]
struct Gone<T = u32, const N: usize = 2>([T; N]);

#[test]
fn works() {
    let gone: Gone = Gone([7, 8]);
    assert_eq!(crate::message_of(&gone), "no [7, 8]");
}
