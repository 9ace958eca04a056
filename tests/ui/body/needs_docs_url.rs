const LINKED: errbook::Body =
    errbook::body!({ "link": docs_url }).with_required(&[errbook::body::Placeholder::DocsUrl]);

#[derive(Debug, errbook::ApiError)]
#[api(display, body = LINKED, status = 410, code = "GONE")]
struct Gone;

fn main() {}
