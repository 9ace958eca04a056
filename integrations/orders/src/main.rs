//! Starts the service: `cargo run -p errbook-orders`, in `integrations/`.
//!
//! Without variables it listens on port 3000, keeps orders in memory, knows the token `demo`, and pays at the sandbox.

use std::env;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use orders::{App, Limiter, Provider, Store, Tokens, app, sandbox};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).init();
    let port = env::var("PORT").ok().map_or(Ok(3000), |port| port.parse())?;
    let database = env::var_os("ORDERS_DB").map(PathBuf::from);
    let address = match env::var("PAYMENTS") {
        Ok(address) => address.parse()?,
        Err(_) => start_sandbox().await?,
    };
    let tokens = env::var("ORDERS_TOKENS").unwrap_or_else(|_| "demo=demo".to_owned());
    let service = app(App {
        store: Store::open(database.as_deref())?,
        tokens: Tokens::parse(&tokens),
        limiter: Limiter::new(20, Duration::from_secs(10)),
        provider: Provider { address, patience: Duration::from_secs(2) },
    });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    announce(listener.local_addr()?);
    Ok(axum::serve(listener, service).await?)
}

/// Starts the sandbox of the payment provider beside the service.
async fn start_sandbox() -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(axum::serve(listener, sandbox::provider()).into_future());
    Ok(address)
}

#[expect(clippy::print_stdout, reason = "whoever starts the service reads where it listens")]
fn announce(address: SocketAddr) {
    println!("listening on http://{address}");
}
