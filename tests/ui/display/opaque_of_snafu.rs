#[derive(Debug, snafu::Snafu)]
enum Inner {
    #[snafu(display("cannot read it: {source}"))]
    Read { source: std::io::Error },
}

#[derive(Debug, snafu::Snafu, errbook::ApiError)]
#[snafu(source(from(Inner, Box::new)))]
#[api(status = 400, code = "Unreadable")]
struct Unreadable(Box<Inner>);

fn main() {}
