#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

static BOOK: errbook::Book =
    errbook::Book::new("Orders API", &[Gone::CATALOG]).with_body(&errbook::body::JSON_RPC);

fn main() {}
