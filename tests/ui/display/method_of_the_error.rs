#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("bad upload: {}", self.describe())]
#[api(status = 400, code = "BadUpload")]
struct BadUpload(#[from] std::io::Error);

#[derive(Debug, snafu::Snafu, errbook::ApiError)]
enum Problem {
    #[snafu(display("{} of {}: {}", at.max(&1), at, self.describe::<u8>()))]
    #[api(status = 400, code = "BadLine")]
    Line { at: u64, source: std::io::Error },
}

impl BadUpload {
    fn describe(&self) -> String {
        self.0.to_string()
    }
}

impl Problem {
    fn describe<T>(&self) -> &'static str {
        std::any::type_name::<T>()
    }
}

fn main() {}
