const FORMAT: errbook::Body = errbook::body!({ "code": code }).content_type("text/plain\n");

fn main() {
    println!("{FORMAT:?}");
}
