//! Reads the table of a body.

use errbook::http::HeaderValue;
use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Reader, in_order, integer};
use crate::body::{
    CONTENT_LANGUAGE, CONTENT_TYPE, Content, HTTP_STATUS, Item, Leaf, LockedBody, Path, RESERVED, TEXT,
    build, is_text_template, value_of,
};

/// The most lines of one body.
const MOST_MEMBERS: usize = 2000;

impl Reader<'_> {
    pub(super) fn body(&mut self, value: &Spanned<DeValue<'_>>) -> Option<LockedBody> {
        let Some(table) = value.get_ref().as_table() else {
            self.mistake(value.span(), "expected a table");
            return None;
        };
        let content_type = match table.get(CONTENT_TYPE) {
            Some(value) => self.header_value(value),
            None => {
                self.mistake(value.span(), "expected `content-type`");
                None
            }
        };
        let content_language = table.get(CONTENT_LANGUAGE).and_then(|value| self.header_value(value));
        let http_status = table.get(HTTP_STATUS).and_then(|value| self.http_status(value));
        let content = self.content(value, table, content_type.as_deref());
        Some(LockedBody { content: content?, content_type: content_type?, content_language, http_status })
    }

    fn header_value(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = self.text(value)?;
        let is_visible = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if !is_visible || HeaderValue::from_str(&text).is_err() {
            self.mistake(value.span(), "invalid header value: expected visible ASCII and spaces");
            return None;
        }
        Some(text)
    }

    fn http_status(&mut self, value: &Spanned<DeValue<'_>>) -> Option<u16> {
        let status = integer(value.get_ref()).and_then(|status| u16::try_from(status).ok());
        let status = status.filter(|status| (200..=599).contains(status));
        if status.is_none() {
            self.mistake(value.span(), "expected a status from 200 to 599");
        }
        status
    }

    fn content(
        &mut self,
        whole: &Spanned<DeValue<'_>>,
        table: &DeTable<'_>,
        content_type: Option<&str>,
    ) -> Option<Content> {
        let members: Vec<_> =
            in_order(table).into_iter().filter(|(key, _)| !RESERVED.contains(&&**key.get_ref())).collect();
        if let Some(value) = table.get(TEXT) {
            let template = self.text(value)?;
            if !is_text_template(&template) {
                self.mistake(
                    value.span(),
                    "invalid template: expected placeholders such as `{code}`, and `{{` for a brace",
                );
                return None;
            }
            if let Some((key, _)) = members.first() {
                self.mistake(key.span(), "a plain text has no members");
            }
            return Some(Content::Text(template));
        }
        if members.is_empty() && content_type == Some("") {
            return Some(Content::Empty);
        }
        if members.len() > MOST_MEMBERS {
            self.mistake(whole.span(), format!("more than {MOST_MEMBERS} lines of one body"));
            return None;
        }
        let items: Vec<Item> = members.iter().filter_map(|(key, value)| self.item(key, value)).collect();
        if items.len() < members.len() {
            return None;
        }
        match build(&items, &whole.span()) {
            Ok(tree) => Some(Content::Json(tree)),
            Err((span, message)) => {
                self.mistake(span, message);
                None
            }
        }
    }

    fn item(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Item> {
        let path = Path::parse(key.get_ref());
        let leaf = leaf(value.get_ref());
        match (path, leaf) {
            (Ok(path), Ok((leaf, is_optional))) => {
                Some(Item { steps: path.0, leaf, is_optional, span: key.span() })
            }
            (path, leaf) => {
                if let Err(message) = path {
                    self.mistake(key.span(), message);
                }
                if let Err(message) = leaf {
                    self.mistake(value.span(), message);
                }
                None
            }
        }
    }
}

fn leaf(value: &DeValue<'_>) -> Result<(Leaf, bool), String> {
    let constant = |value| Ok((Leaf::Constant(value), false));
    match value {
        DeValue::String(text) => value_of(text),
        DeValue::Boolean(value) => constant(Json::from(*value)),
        DeValue::Integer(_) => match integer(value) {
            Some(value) => constant(Json::from(value)),
            None => Err("expected an integer of 64 bits".to_owned()),
        },
        DeValue::Float(float) => match float.as_str().parse::<f64>() {
            Ok(value) if value.is_finite() => constant(Json::from(value)),
            _ => Err("expected a finite number".to_owned()),
        },
        DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
            Err("expected a constant, or a placeholder such as `\"{code}\"`".to_owned())
        }
    }
}
