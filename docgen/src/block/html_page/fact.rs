//! What the page shows of one error, by the names that templates use.

use minijinja::Value;

use crate::template;

/// The facts of one error.
pub(super) struct Facts(pub(super) Value);

/// A detail of replies.
pub(super) struct Detail {
    pub(super) name: String,
    pub(super) ty: String,
    /// In Markdown.
    pub(super) description: String,
}

impl Facts {
    fn value(&self, name: &str) -> Value {
        self.0.get_attr(name).unwrap_or_default()
    }

    /// A text, which is empty if the error does not have it.
    pub(super) fn text(&self, name: &str) -> String {
        template::text(&self.value(name))
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.value(name).is_true()
    }

    pub(super) fn list(&self, name: &str) -> Vec<String> {
        items(&self.value(name)).map(|item| template::text(&item)).collect()
    }

    /// The statuses of replies, the declared one first.
    pub(super) fn statuses(&self) -> Vec<u16> {
        items(&self.value("statuses")).filter_map(|status| status.try_into().ok()).collect()
    }

    /// The status of the response, if it is not one of the error.
    pub(super) fn other_http_status(&self) -> Option<u16> {
        let status = self.value("http_status").try_into().ok()?;
        (!self.statuses().contains(&status)).then_some(status)
    }

    /// The headings of the documentation, and the Markdown under each.
    pub(super) fn sections(&self) -> Vec<(String, String)> {
        let sections = self.value("sections");
        let text = |heading: &Value| template::text(&sections.get_item(heading).unwrap_or_default());
        items(&sections).map(|heading| (template::text(&heading), text(&heading))).collect()
    }

    pub(super) fn details(&self) -> Vec<Detail> {
        let details = items(&self.value("details")).map(|detail| Detail {
            name: attribute(&detail, "name"),
            ty: attribute(&detail, "type"),
            description: attribute(&detail, "description"),
        });
        details.collect()
    }

    /// The names of headers, and their values where these are known.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        let headers = items(&self.value("headers"));
        headers.map(|header| (attribute(&header, "name"), attribute(&header, "value"))).collect()
    }

    /// The version and the note of the deprecation, if the error is deprecated.
    pub(super) fn deprecated(&self) -> Option<(String, String)> {
        let deprecated = self.value("deprecated");
        let part = |name| attribute(&deprecated, name);
        deprecated.is_true().then(|| (part("since"), part("note")))
    }

    /// An example reply: the whole message.
    pub(super) fn example(&self) -> String {
        attribute(&self.value("example"), "http")
    }
}

fn attribute(value: &Value, name: &str) -> String {
    template::text(&value.get_attr(name).unwrap_or_default())
}

fn items(value: &Value) -> impl Iterator<Item = Value> + use<> {
    value.try_iter().into_iter().flatten()
}
