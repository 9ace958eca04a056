use errbook::ApiError;

const SIZE: usize = 2;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {0:?}")]
struct Gone<T>(#[api(detail = "all")] [T; SIZE + 1])
where
    [T; SIZE + 1]: std::fmt::Debug;

fn main() {
    assert_eq!(Gone([1, 2, 3]).message(), "no [1, 2, 3]");
}
