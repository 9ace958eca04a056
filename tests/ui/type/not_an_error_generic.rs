#[derive(Debug, errbook::ApiError)]
#[api(status = 410, code = "Gone")]
struct Gone<T>(T);

fn main() {
    let gone: &dyn errbook::ApiError = &Gone(7);
    gone.entry();
}
