use errbook::ApiError;

const SIZE: usize = 2;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {0:?}")]
struct Gone<T>(#[api(detail = "all")] [T; SIZE + 1])
where
    [T; SIZE + 1]: std::fmt::Debug;

#[test]
fn works() {
    assert_eq!(crate::message_of(&Gone([1, 2, 3])), "no [1, 2, 3]");
}
