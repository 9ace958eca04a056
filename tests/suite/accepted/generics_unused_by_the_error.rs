use errbook::ApiError;
use std::marker::PhantomData;

#[derive(Debug, Clone, Copy)]
struct NotSerialize;

#[derive(Debug, ApiError)]
#[api(display, serialize, status = 410, code = "Gone")]
struct Gone<T>(PhantomData<T>, #[api(detail = "what")] u8);

#[test]
fn works() {
    fn is_error<E: ApiError + serde::Serialize>(_: &E) {}
    is_error(&Gone(PhantomData::<NotSerialize>, 1));
}
