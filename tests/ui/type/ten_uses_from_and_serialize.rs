#[derive(Debug, errbook::ApiError)]
#[api(display, serialize)]
enum Problem {
    #[api(status = 200, code = "Io")]
    Io(#[api(from)] std::io::Error),
}

fn open() -> Result<(), Problem> {
    std::fs::File::open("a")?;
    Err(std::io::Error::other("b").into())
}

fn main() {
    println!("{}", serde_json::json!(open().unwrap_err()));
}
