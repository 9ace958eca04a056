//! The type of a detail as the lock writes it: `string`, `array<integer>?`, `Cents`, or `boolean = false`.

use errbook::Detail;

/// The type of a detail. [`parse`](Self::parse) and `Display` are each other's reverse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DetailType {
    /// That of the JSON value, or the Rust type as written.
    pub(crate) name: String,
    /// Whether replies may omit it.
    pub(crate) is_optional: bool,
    /// The value as JSON, if every reply has the same.
    pub(crate) constant: Option<String>,
}

impl DetailType {
    pub(crate) fn of(detail: &Detail) -> Self {
        let name = match (detail.json_type(), detail.inner_ty()) {
            (Some(json), _) => json.into_owned(),
            (None, "") => ANY.to_owned(),
            (None, rust) => rust.to_owned(),
        };
        Self {
            name,
            is_optional: detail.is_optional(),
            constant: detail.value().map(|value| value.to_string()),
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        // A Rust type may have `=` in it, so only the type of a constant is looked for before one.
        let split = text.split_once(" = ").filter(|(name, _)| is_scalar(name.trim_end_matches('?')));
        let (name, constant) = split.map_or((text, None), |(name, json)| (name, Some(json.to_owned())));
        let required = name.strip_suffix('?');
        Self { name: required.unwrap_or(name).to_owned(), is_optional: required.is_some(), constant }
    }

    /// Whether the type is that of the JSON value, and not of a Rust type that nothing is known of.
    pub(crate) fn is_json(&self) -> bool {
        is_scalar(&self.name)
            || self.name == ANY
            || ["array<", "map<"]
                .iter()
                .any(|prefix| self.name.starts_with(prefix) && self.name.ends_with('>'))
    }

    /// A detail of this type, whose texts are kept as long as the program runs.
    pub(crate) fn to_detail(&self, name: &'static str, about: &'static str, example: &'static str) -> Detail {
        let leak = |text: &str| -> &'static str { String::leak(text.to_owned()) };
        if let Some(json) = &self.constant {
            return Detail::constant(name, leak(json));
        }
        let detail = if self.is_json() {
            Detail::new(name, "", about).with_json_type(leak(&self.name))
        } else {
            Detail::new(name, leak(&self.name), about)
        };
        let detail = detail.with_example(example);
        if self.is_optional { detail.optional() } else { detail }
    }
}

impl std::fmt::Display for DetailType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        f.write_str(if self.is_optional { "?" } else { "" })?;
        self.constant.iter().try_for_each(|json| write!(f, " = {json}"))
    }
}

const ANY: &str = "any";

fn is_scalar(name: &str) -> bool {
    ["string", "integer", "number", "boolean", "null", "array", "object"].contains(&name)
}
