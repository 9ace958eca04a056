//! The service in this process, on a socket of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use orders::{App, BOOK, Limiter, Provider, Store, Tokens, sandbox};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A running service. It stops when it is dropped.
pub struct Service {
    pub address: SocketAddr,
    pub store: Store,
    _runtime: Runtime,
}

impl Service {
    /// Allows each customer a number of requests a minute.
    pub fn start(most: u32) -> Self {
        Self::start_with(most, None, Duration::from_millis(300))
    }

    /// Asks for payments where nobody listens.
    pub fn without_provider() -> Self {
        let nobody = SocketAddr::from((Ipv4Addr::LOCALHOST, 1));
        Self::start_with(100, Some(nobody), Duration::from_millis(300))
    }

    /// Waits longer for the provider.
    pub fn patient() -> Self {
        Self::start_with(1000, None, Duration::from_secs(2))
    }

    fn start_with(most: u32, provider: Option<SocketAddr>, patience: Duration) -> Self {
        let runtime = Runtime::new().unwrap();
        let store = Store::open(None).unwrap();
        let provider = provider.unwrap_or_else(|| serve(&runtime, sandbox::provider()));
        let app = App {
            store: store.clone(),
            tokens: Tokens::parse("token=ada,other=grace"),
            limiter: Limiter::new(most, Duration::from_secs(60)),
            provider: Provider { address: provider, patience },
        };
        // The service has no route that panics, so one is added.
        let routes = orders::routes(app).route("/panic", get(panics));
        let address = serve(&runtime, routes.layer(errbook_axum::layer(&BOOK)));
        Self { address, store, _runtime: runtime }
    }
}

async fn panics() {
    panic!("password=hunter2");
}

fn serve(runtime: &Runtime, router: Router) -> SocketAddr {
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(axum::serve(listener, router).into_future());
    address
}
