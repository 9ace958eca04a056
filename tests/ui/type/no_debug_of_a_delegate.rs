#[derive(errbook::ApiError)]
#[api(display, body = errbook::body::PROBLEM)]
enum Delegates {
    #[api(transparent)]
    Gone(Gone),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

fn main() {
    let _ = errbook::Reply::new(&Delegates::Gone(Gone)).to_bytes();
}
