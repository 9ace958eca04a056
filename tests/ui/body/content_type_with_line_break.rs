const FORMAT: errbook::Body = errbook::body!({ "code": code }).with_content_type("text/plain\n");

fn main() {
    println!("{FORMAT:?}");
}
