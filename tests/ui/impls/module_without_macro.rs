mod web {
    pub mod replies {}
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(web::replies))]
struct Gone;

fn main() {
    println!("{}", errbook::Reply::new(&Gone));
}
