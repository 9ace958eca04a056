const FORMAT: errbook::Body = errbook::body!({ "code": code }).with_content_language("de\r\n");

fn main() {
    println!("{FORMAT:?}");
}
