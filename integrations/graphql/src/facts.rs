//! What a client reads of an error: the message, and the members of `extensions`.

use std::collections::BTreeMap;

use async_graphql::{ErrorExtensionValues, Value};
use errbook::{ApiError, Body, Context, body};
use serde::Deserialize;

/// The facts of an error are read from a reply in this format.
static FACTS: Body = body!({
    "message": message,
    "extensions": {
        "code": code,
        "number"?: number,
        "trace_id"?: trace_id,
        "retry_after"?: retry_after,
        "docs_url"?: docs_url,
        "violations"?: [..violations {
            "pointer"?: pointer,
            "parameter"?: parameter,
            "header"?: header,
            "code"?: code,
            "message": message,
            "details"?: details,
        }],
        "details"?: details,
    },
});

#[derive(Deserialize)]
pub(crate) struct Facts {
    pub(crate) message: String,
    extensions: BTreeMap<String, Value>,
}

impl Facts {
    /// The facts of an error, for a request.
    pub(crate) fn of(error: &dyn ApiError, context: &Context) -> Self {
        let json = context.reply(error).body(&FACTS).to_bytes();
        serde_json::from_slice(&json).unwrap_or_else(|_| Self {
            message: error.entry().title().to_owned(),
            extensions: BTreeMap::new(),
        })
    }

    /// Adds the extensions to those that are there.
    pub(crate) fn write_to(self, extensions: &mut Option<ErrorExtensionValues>) {
        let extensions = extensions.get_or_insert_default();
        for (name, value) in self.extensions {
            extensions.set(name, value);
        }
    }
}
