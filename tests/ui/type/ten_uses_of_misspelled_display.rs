#[derive(Debug, errbook::ApiError)]
#[api(dispaly)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {
    println!("{} {}", Problem::Gone, errbook::Reply::new(&Problem::Gone));
}
