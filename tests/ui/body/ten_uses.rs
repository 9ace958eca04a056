const FORMAT: errbook::Body = errbook::body!({ "code": kode });

#[derive(Debug, errbook::ApiError)]
#[api(display, body = FORMAT, status = 410, code = "Gone")]
struct Gone;

fn main() {
    println!("{} {}", errbook::Reply::new(&Gone), FORMAT.content_type());
    println!("{:?}", FORMAT.root().members());
}
