//! The frameworks, and where each answers in its own way.

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
}

/// All of them. Where there is no example yet, nothing is asked.
pub static ALL: [Framework; 6] = [
    Framework { name: "axum", differs: &[], head: None, has_http2: true },
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
    },
    Framework {
        name: "poem",
        differs: &[("wrong type in JSON", 400), ("wrong type in a form", 400)],
        head: None,
        has_http2: true,
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
    },
];

impl Framework {
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
        server::workspace().join(self.name).join("examples/conformance.rs").is_file()
    }

    /// The status that it chooses for a case, if the usual one is this.
    pub fn status(&self, case: &str, usual: u16) -> u16 {
        let own = self.differs.iter().find(|(name, _)| *name == case);
        own.map_or(usual, |(_, status)| *status)
    }
}
