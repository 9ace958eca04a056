fn show(error: &std::io::Error, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    write!(f, "cannot read it: {error}")
}

#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Upload {
    #[error(fmt = show)]
    #[api(status = 400, code = "Unreadable")]
    Unreadable(#[from] std::io::Error),
    #[error(fmt = show)]
    #[api(status = 500, code = "Disk")]
    Disk(#[source] std::io::Error),
}

fn main() {}
