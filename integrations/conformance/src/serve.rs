//! How an example is started and stopped.

use std::env;
use std::io;
use std::net::SocketAddr;

use tracing_subscriber::filter::LevelFilter;

/// The address to bind: a free port of this machine, or that of the variable `PORT`.
pub fn address() -> SocketAddr {
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(0);
    SocketAddr::from(([127, 0, 0, 1], port))
}

/// Whether the example serves with errbook's layer or middleware: not if the variable `LAYER` is `0`.
pub fn has_layer() -> bool {
    env::var("LAYER").map_or(true, |layer| layer != "0")
}

/// Prints the one line of standard output.
#[expect(clippy::print_stdout, reason = "the program that started the example reads it")]
pub fn announce(address: SocketAddr) {
    println!("listening on http://{address}");
}

/// Ends the program when its standard input is closed, as the program that started it does at its end.
pub fn exit_with_input() {
    std::thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        std::process::exit(0);
    });
}

/// Logs all events as JSON to standard error.
pub fn log_to_standard_error() {
    tracing_subscriber::fmt().json().with_writer(io::stderr).with_max_level(LevelFilter::DEBUG).init();
}
