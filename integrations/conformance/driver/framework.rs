//! The frameworks, and where each answers in its own way.

use crate::protocol::{GraphQl, Grpc, JsonRpc, Protocol};
use crate::server;

/// A server framework with a crate in this workspace.
#[derive(Debug)]
pub struct Framework {
    /// The name of its folder, and of its crate after `errbook-`.
    pub name: &'static str,
    /// The status that it chooses for a case, where that is not the one of the table.
    pub differs: &'static [(&'static str, u16)],
    /// The status of `HEAD` for a route of `GET`, where that is not the one of `GET`.
    pub head: Option<u16>,
    /// Whether it serves HTTP/2 without TLS and without an upgrade.
    pub has_http2: bool,
    /// How it is called, if its errors are not those of HTTP. Then only many calls at once and fuzzed ones are sent.
    pub protocol: Option<&'static dyn Protocol>,
}

/// All of them. Where there is no example yet, nothing is asked.
pub static ALL: [Framework; 9] = [
    Framework { name: "axum", differs: &[], head: None, has_http2: true, protocol: None },
    Framework {
        name: "actix",
        differs: &[
            ("wrong type in JSON", 400),
            ("JSON of another content type", 400),
            ("wrong type in a form", 400),
            ("path parameter", 404),
            ("path parameter out of range", 404),
            ("wrong method", 404),
        ],
        head: Some(404),
        has_http2: true,
        protocol: None,
    },
    Framework {
        name: "rocket",
        differs: &[
            ("JSON of another content type", 201),
            ("query parameter", 422),
            ("path parameter", 422),
            ("path parameter out of range", 422),
            ("wrong method", 404),
        ],
        head: None,
        has_http2: true,
        protocol: None,
    },
    Framework {
        name: "poem",
        differs: &[("wrong type in JSON", 400), ("wrong type in a form", 400)],
        head: None,
        has_http2: true,
        protocol: None,
    },
    Framework {
        name: "warp",
        differs: &[
            ("wrong type in JSON", 400),
            ("wrong type in a form", 400),
            // Its limit for bodies needs their length.
            ("empty JSON", 411),
            ("JSON in chunks that are too large", 411),
            ("new order in chunks", 411),
            ("path parameter", 404),
            ("path parameter out of range", 404),
        ],
        head: Some(405),
        has_http2: true,
        protocol: None,
    },
    Framework {
        name: "salvo",
        differs: &[
            ("wrong type in JSON", 400),
            ("JSON of another content type", 400),
            ("wrong type in a form", 400),
            ("form of another content type", 400),
        ],
        head: Some(405),
        has_http2: true,
        protocol: None,
    },
    Framework::of("tonic", &Grpc),
    Framework::of("jsonrpsee", &JsonRpc),
    Framework::of("graphql", &GraphQl),
];

impl Framework {
    const fn of(name: &'static str, protocol: &'static dyn Protocol) -> Self {
        Self { name, differs: &[], head: None, has_http2: false, protocol: Some(protocol) }
    }

    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|framework| framework.name == name)
    }

    /// The characters of a method that it refuses below every layer, where a method may have them (RFC 9110 §9.1).
    pub fn refused_in_methods(&self) -> &'static [char] {
        match self.name {
            "actix" | "rocket" => &['#', '$', '%', '&', '\''],
            _ => &[],
        }
    }

    pub fn has_example(&self) -> bool {
        server::workspace().join(format!("{0}/examples/conformance_{0}.rs", self.name)).is_file()
    }

    /// The status that it chooses for a case, if the usual one is this.
    pub fn status(&self, case: &str, usual: u16) -> u16 {
        let own = self.differs.iter().find(|(name, _)| *name == case);
        own.map_or(usual, |(_, status)| *status)
    }
}
