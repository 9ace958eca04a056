//! Starts the service: `cargo run -p errbook-orders-actix`, in `integrations/`. It knows the token `demo`.

use std::env;

use actix_web::web::Data;
use actix_web::{App, HttpServer};
use orders_actix::{BOOK, Store, routes};

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).init();
    let port: u16 = env::var("PORT").ok().map_or(Ok(3000), |port| port.parse())?;
    let store = Data::new(Store::default());
    let app =
        move || App::new().app_data(store.clone()).configure(routes).wrap(errbook_actix::middleware(&BOOK));
    let server = HttpServer::new(app).bind(("127.0.0.1", port))?;
    for address in server.addrs() {
        announce(address);
    }
    Ok(server.run().await?)
}

#[expect(clippy::print_stdout, reason = "whoever starts the service reads where it listens")]
fn announce(address: std::net::SocketAddr) {
    println!("listening on http://{address}");
}
