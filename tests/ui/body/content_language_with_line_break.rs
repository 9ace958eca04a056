const FORMAT: errbook::Body = errbook::body!({ "code": code }).content_language("de\r\n");

fn main() {
    println!("{FORMAT:?}");
}
