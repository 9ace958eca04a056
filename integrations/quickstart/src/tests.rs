//! What the service answers, on a socket: `answers.md`, which README.md shows.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::{env, fs};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[tokio::test(flavor = "multi_thread")]
async fn answers() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, crate::app()).into_future());
    let asked = tokio::task::spawn_blocking(move || {
        let mut asked = String::new();
        env::set_current_dir(ROOT).unwrap();
        for request in ["GET /orders/7", "GET /orders/8", "GET /orders/x", "DELETE /orders/7"] {
            asked += &section(address, request, request);
        }
        // There is no `orders.csv` here.
        env::set_current_dir(format!("{ROOT}/docs")).unwrap();
        asked + &section(address, "GET /orders/7", "`GET /orders/7` without the file `orders.csv`")
    });
    let answers = asked.await.unwrap();
    let path = format!("{ROOT}/answers.md");
    if env::var("ERRBOOK").is_ok_and(|value| value == "update") {
        fs::write(&path, &answers).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap();
    assert_eq!(answers, expected, "to update: ERRBOOK=update cargo test -p errbook-quickstart");
}

/// A response as it is sent, but for `date` and `connection`.
fn section(address: SocketAddr, request: &str, title: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let head = format!(
        "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ntraceparent: {traceparent}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    let title = if title.contains('`') { title.to_owned() } else { format!("`{title}`") };
    let mut section = format!("{title}:\n\n```http\n");
    let is_ours = |line: &&str| !line.starts_with("date: ") && !line.starts_with("connection: ");
    for line in response.lines().filter(is_ours) {
        writeln!(section, "{line}").unwrap();
    }
    section + "```\n\n"
}
