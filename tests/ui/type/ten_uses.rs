#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 200, code = "Gone")]
    Gone,
}

fn main() {
    let all: [&dyn errbook::ApiError; 2] = [&Problem::Gone, &Problem::Gone];
    println!("{} {:?} {}", Problem::Gone, Problem::Gone, all[0].code());
    println!("{} {} {}", all[1].entry().code(), all[0].status(), errbook::Reply::new(&Problem::Gone));
    let boxed: Box<dyn std::error::Error + Send + Sync> = Problem::Gone.into();
    println!("{boxed} {:?}", <Problem as errbook::HasCatalog>::CATALOG);
}
