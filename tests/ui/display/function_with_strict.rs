mod write {
    pub fn limit(max: &u32, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "at most {max}")
    }
}

#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[api(strict)]
enum Upload {
    /// There are too many.
    #[error(fmt = write::limit)]
    #[api(status = 422, code = "TooMany")]
    TooMany { max: u32 },
}

fn main() {}
