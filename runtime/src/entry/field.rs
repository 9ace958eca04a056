//! The fields that messages and headers name, as samples in documentation show them.

use serde_json::Value as Json;

use super::detail::parse;
use super::{Detail, Entry, Fact, Facts, json_type};

/// Static description of a field that the message of an error names.
///
/// # Examples
///
/// ```
/// use errbook::{Entry, Fact, Field};
///
/// static GONE: Entry = Entry::new(410, "OrderGone")
///     .with_message("order {id} is gone")
///     .with_facts(&[Fact::Field(Field::new("id").with_json_type("integer").with_example("7"))]);
///
/// assert_eq!(GONE.field("id").unwrap().example(), Some(serde_json::json!(7)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    name: &'static str,
    json_type: &'static str,
    example: &'static str,
}

impl Field {
    /// Creates a field from its name in the message.
    pub const fn new(name: &'static str) -> Self {
        Self { name, json_type: "", example: "" }
    }

    /// Sets the type that its value would have as JSON: `string`, `integer`, `number` or `boolean`.
    #[must_use]
    pub const fn with_json_type(mut self, json_type: &'static str) -> Self {
        self.json_type = json_type;
        self
    }

    /// Sets what samples show, as JSON.
    #[must_use]
    pub const fn with_example(mut self, json: &'static str) -> Self {
        self.example = json;
        self
    }

    /// The name in the message.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The type that its value would have as JSON, if it is known.
    pub fn json_type(&self) -> Option<&'static str> {
        Some(self.json_type).filter(|ty| !ty.is_empty())
    }

    /// What samples show.
    pub fn example(&self) -> Option<Json> {
        (!self.example.is_empty()).then(|| parse(self.example))
    }

    /// A detail, which a message names by its field.
    fn of_detail(detail: &Detail) -> Self {
        // A message shows what the Rust type writes: an `Option` as `Some(…)`, and one letter for a `char`.
        let ty = match detail.ty() {
            "" => detail.json_type(),
            "char" => None,
            rust => json_type::of_rust(rust).filter(|_| !detail.is_optional()),
        };
        let scalar = ["string", "integer", "number", "boolean"].into_iter();
        let json_type = scalar.into_iter().find(|scalar| ty.as_deref() == Some(scalar)).unwrap_or_default();
        Self { name: detail.name(), json_type, example: detail.example_text() }
    }
}

impl Entry {
    /// What is known about a field that the message names. Without the feature `docs`, nothing is.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::ApiError;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoOrder", message = "no order {id} of {user}")]
    /// struct NoOrder {
    ///     id: u64,
    ///     #[api(example = "ada")]
    ///     user: String,
    /// }
    ///
    /// let entry = NoOrder { id: 1, user: String::new() }.entry();
    /// assert_eq!(entry.field("id").unwrap().json_type(), Some("integer"));
    /// assert_eq!(entry.field("user").unwrap().example(), Some(serde_json::json!("ada")));
    /// ```
    pub fn field(&self, name: &str) -> Option<Field> {
        let (mut facts, mut dynamic) = (self.facts, None);
        while let Some(fact) = facts.next(b"cdE") {
            match fact {
                Fact::Field(field) if field.name == name => return Some(field),
                Fact::Detail(detail) if detail.name() == name && !detail.is_constant() => {
                    dynamic = dynamic.or(Some(detail));
                }
                _ => {}
            }
        }
        facts.samples().find(|field| field.name == name).or_else(|| dynamic.as_ref().map(Field::of_detail))
    }

    /// All fields of which something is known, besides details.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> + use<> {
        let (mut facts, mut listed) = (self.facts, Vec::new());
        while let Some(fact) = facts.next(b"cdE") {
            if let Fact::Field(field) = fact {
                listed.push(field);
            }
        }
        listed.into_iter().chain(facts.samples().filter(|field| !field.name.starts_with(HEADER)))
    }

    /// What samples show for a header that an instance decides, as JSON text.
    pub(super) fn header_example(&self, header: &str) -> Option<&'static str> {
        let mut facts = self.facts;
        while facts.next(b"cdE").is_some() {}
        let is_this = |field: &Field| field.name.strip_prefix(HEADER) == Some(header);
        facts.samples().find(is_this).map(|field| field.example)
    }
}

/// What the derive writes before the name of a header, which tells it from the name of a field.
const HEADER: char = ':';

impl Facts {
    /// What the documentation has after the details, once they are taken.
    fn samples(mut self) -> impl Iterator<Item = Field> + use<> {
        std::iter::from_fn(move || {
            let (name, json_type, example) = (self.details.next(), self.details.next(), self.details.next());
            (!name.is_empty()).then_some(Field { name, json_type, example })
        })
    }
}
