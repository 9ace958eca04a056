#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_missing))]
struct Gone;

fn main() {
    println!("{}", errbook::Reply::new(&Gone));
}
