//! The example reply of an error, as a value of templates.

use std::fmt;
use std::sync::Arc;

use errbook::{Body, Entry};
use minijinja::value::{Enumerator, Object};
use minijinja::{Value, context};

/// A reply: `http` is the whole message, `body` its JSON; also `media_type` and `headers`. It displays as its JSON.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) entry: &'static Entry,
    pub(super) body: &'static Body,
}

impl Example {
    fn reply(&self) -> errbook::Example<'static> {
        self.entry.example(self.body)
    }
}

impl Object for Example {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        match name.as_str()? {
            "http" => Some(Value::from(self.reply().to_http())),
            "body" => Some(Value::from(self.reply().to_string())),
            "media_type" => Some(Value::from(self.body.content_type())),
            "headers" => {
                let header = |(name, value): (&str, String)| context!(name => name, value => value);
                Some(self.reply().headers().into_iter().map(header).collect())
            }
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&["http", "body", "media_type", "headers"])
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.reply(), f)
    }
}
