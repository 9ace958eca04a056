#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem<'a, T: std::fmt::Debug, const N: usize> {
    #[api(status = 200, code = "Gone")]
    Gone([&'a T; N]),
}

fn main() {
    let gone = Problem::Gone([&7, &8]);
    let error: &dyn errbook::ApiError = &gone;
    println!("{error} {}", errbook::Reply::new(&gone));
}
