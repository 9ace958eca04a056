static BODY: errbook::Body = errbook::body!({ "code": code }).with_http_status(101);

fn main() {}
