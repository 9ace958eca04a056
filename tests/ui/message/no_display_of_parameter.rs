#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {0}")]
struct Gone<T>(#[api(detail = "it")] T);

fn main() {
    println!("{}", Gone(vec![7]));
}
