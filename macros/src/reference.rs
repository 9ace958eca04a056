//! The tables in the documentation of the runtime that are made from the tables of the macros.

/// Checks the part of a file between two marker comments. `ERRBOOK=update` rewrites it.
pub fn check(file: &str, part: &str, expected: &str) {
    let path = format!("{}/../runtime/src/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let (start, end) = (format!("<!-- {part} -->\n"), format!("<!-- /{part} -->"));
    let (before, rest) = text.split_once(&start).unwrap();
    let (now, after) = rest.split_once(&end).unwrap();
    if now != expected && std::env::var_os("ERRBOOK").is_some_and(|value| value == "update") {
        std::fs::write(path, [before, &start, expected, &end, after].concat()).unwrap();
    } else {
        assert_eq!(now, expected, "run `ERRBOOK=update cargo test -p errbook-macros`");
    }
}
