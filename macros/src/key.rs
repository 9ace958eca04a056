//! The one table of keys, by place: the field that holds what was written, its type, an example, the meaning.
//!
//! The attributes as written, suggestions, messages about misplaced keys and the reference in `runtime/src/derive.md` come
//! from it.

use proc_macro2::Ident;
use syn::{LitStr, Path};

use crate::case::Case;
use crate::detail::{Constant, FieldDetail};
use crate::entry::{Collect, Entry, Format, FromTypes, Number, Slot, Status, Statuses};
use crate::json::Example;
use crate::nearest::{nearest, of_another_derive};
use crate::pair::Pair;
use crate::plugin::Plugin;
use crate::text::Text;

/// Where an `#[api(…)]` is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Type,
    Variant,
    Field,
}

impl Place {
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Variant => "variant",
            Self::Field => "field",
        }
    }
}

/// One row of the table.
pub struct Row {
    pub place: Place,
    /// The first word of the example.
    pub name: &'static str,
    pub example: &'static str,
    #[allow(dead_code, reason = "only the reference shows it")]
    pub meaning: &'static str,
}

/// What the keys of one item are collected in.
pub trait Attrs: Default {
    /// The places whose keys the item takes; an earlier one wins.
    const PLACES: &'static [Place];
    /// What diagnostics call the item.
    const ITEM: &'static str;

    /// Reads the value of an entry whose key has this row.
    fn set(&mut self, row: &Row, entry: Entry) -> syn::Result<()>;

    /// Notes that an entry of this key could not be read.
    fn lose(&mut self, key: &str);
}

/// Makes a struct for each place, and the table. A key is one row here.
macro_rules! keys {
    ($($(#[$doc:meta])* $attrs:ident on $place:ident, a $item:literal {
        $($field:ident: $slot:ty = $example:expr, $meaning:expr;)*
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Default)]
            pub struct $attrs {
                $(pub $field: $slot,)*
                /// The keys of entries that could not be read. While there are any, nothing is reported as missing.
                pub lost: Vec<String>,
            }

            impl Attrs for $attrs {
                const PLACES: &'static [Place] = &[Place::$place];
                const ITEM: &'static str = $item;

                fn set(&mut self, row: &Row, entry: Entry) -> syn::Result<()> {
                    match row.name {
                        $(name if name == const { first_word($example) } => self.$field.collect(entry),)*
                        _ => Ok(()),
                    }
                }

                fn lose(&mut self, key: &str) {
                    self.lost.push(key.to_owned());
                }
            }

            impl $attrs {
                /// The keys that were written, in the order of the table.
                #[allow(dead_code, reason = "not every place has a rule about all of its keys")]
                pub fn written(&self) -> Vec<&Ident> {
                    let mut keys = Vec::new();
                    $(self.$field.push_keys(&mut keys);)*
                    keys
                }

                pub fn is_incomplete(&self) -> bool {
                    !self.lost.is_empty()
                }
            }
        )*

        pub const TABLE: &[Row] = &[$($(Row {
            place: Place::$place,
            name: first_word($example),
            example: $example,
            meaning: $meaning,
        },)*)*];
    };
}

keys! {
    /// The keys of a type.
    TypeAttrs on Type, a "type" {
        display: Slot<()> = "display", "also implements `Display` and `std::error::Error`";
        serialize: Slot<()> = "serialize", "also implements `serde::Serialize`: the error serializes as its body";
        plugins: Vec<Plugin> = "impls(errbook_axum)", "also implements what these plug-ins do: the paths of crates or modules with a macro `api_impls!`, each with optional arguments, `errbook_tonic(domain = \"shop\")`";
        body: Slot<Path> = "body = errbook::body::PROBLEM", "the wire format, a `static` or `const` `errbook::Body`; `FLAT` by default";
        rename_all: Slot<Case> = r#"rename_all = "snake_case""#, "derives the code of each variant that has none, by one of serde's eight rules";
        prefix: Slot<LitStr> = r#"prefix = "auth.""#, "prepended to derived codes";
        rename_details: Slot<Case> = r#"rename_details = "camelCase""#, "renames the details whose name is that of their field, by one of serde's eight rules for fields";
        krate: Slot<Path> = "crate = my_crate::errbook", "the path of errbook, if it is renamed or re-exported";
        strict: Slot<()> = "strict", "requires what RFC 9110 and RFC 9457 ask for";
        transparent: Slot<()> = "transparent", "every variant is transparent: the type is a set of other errors";
        from: Slot<()> = "from", "with `transparent`: `From` is implemented for the field of every variant";
        shared: Slot<()> = "shared", "every code and number of the type may be that of another error, which says so too";
        expose: Slot<()> = "expose", "the client may read `Display` of every variant that does not say `redact`";
        status: Slot<Status> = STATUS, STATUS_MEANING;
        docs_url: Slot<LitStr> = DOCS_URL, DOCS_URL_MEANING;
        meta: Vec<Pair> = META, META_MEANING;
        headers: Vec<Pair> = HEADER, HEADER_MEANING;
    }

    /// The keys of a variant.
    VariantAttrs on Variant, a "variant" {
        status: Slot<Status> = STATUS, STATUS_MEANING;
        docs_url: Slot<LitStr> = DOCS_URL, DOCS_URL_MEANING;
        meta: Vec<Pair> = META, META_MEANING;
        headers: Vec<Pair> = HEADER, HEADER_MEANING;
        body: Slot<Path> = "body = errbook::body::PROBLEM", "the wire format of this error, also where another type names one for its errors";
        code: Slot<Text> = r#"code = "TooManyRequests""#, "the stable code: printable ASCII without spaces, quotes or backslash, or the path of a constant";
        number: Slot<Number> = "number = -1003", "a numeric code beside it, or the path of an `i64` constant";
        also: Slot<Statuses> = "also(413, 422)", "the other statuses that a `status` field may choose; without it, any from 400 to 599";
        shared: Slot<()> = "shared", "other variants use the same code or number on purpose; each of them is `shared`";
        title: Slot<LitStr> = r#"title = "Too many requests""#, "a short name, the same for every instance; the reason phrase of the status by default";
        message: Slot<Format> = r#"message = "no order `{id}`""#, "the message for the client, a format string over the fields (`{id}`, `{0}`, `{id:?}`); with arguments, `message(\"{} fields\", .fields.len())`";
        constants: Vec<Constant> = r#"detail("live" = true)"#, "a detail with the same value in every reply: a string, a number or a boolean";
        expose: Slot<()> = "expose", "the client reads `Display` at 5xx too";
        redact: Slot<()> = "redact", "the client reads the title, not `Display`, at 4xx too";
        retryable: Slot<bool> = "retryable = false", "whether the same request may succeed later; by default, true for 408, 425, 429, 502, 503 and 504";
        since: Slot<LitStr> = r#"since = "1.2""#, "the version of the API in which this error was added";
        kind: Slot<Path> = "kind = Code::NotFound", "the entry of this unit variant of another error: status, code, number, title and documentation";
        transparent: Slot<()> = "transparent", "delegates everything to the one field, itself an `ApiError`";
        from: Slot<FromTypes> = "from(rusqlite::Error)", "with `transparent`: `From` also for types that the field is made from; `from` alone is for the type of the field";
    }

    /// The keys of a field.
    FieldAttrs on Field, a "field" {
        detail: Slot<FieldDetail> = "detail", "a detail of the body, under the name of the field or `detail = \"name\"`; each part of `detail(name = \"ms\", with = Duration::as_millis, skip_if = Duration::is_zero, json = \"integer\")` is optional";
        example: Slot<Example> = "example = 7", "what samples in documentation show for a detail, a header or a field that the message names: a literal, `[1, 2]` or `{ \"field\": \"name\" }`";
        header: Slot<LitStr> = r#"header = "X-RateLimit-Limit""#, "sent as a header, through `Display`, once for each value of a list; `None` and invalid values (RFC 9110 §5.5) are omitted";
        retry_after: Slot<()> = "retry_after", "the `Retry-After` header: `Duration`, whole seconds, `SystemTime`, or an `Option` of these";
        violations: Slot<()> = "violations", "what is wrong with the request: `Vec<Violation>`, `Violations`, one `Violation`, a report of garde or validator, another type that iterates over `&Violation`, or an `Option` of these";
        status: Slot<()> = "status", "the status of the instance, a `StatusCode` or `u16`; a value outside 400 to 599 falls back to the declared status";
        kind: Slot<()> = "kind", "the field, itself an `ApiError`, gives the entry: status, code, number, title and documentation";
        source: Slot<bool> = "source", "with `display`: what `Error::source` returns; a field of this name is one, unless it has other keys or `source = false`";
        from: Slot<()> = "from", "with `display`: a source, and `From` is implemented for its type; on a transparent field too";
    }
}

const STATUS: &str = "status = 429";
const STATUS_MEANING: &str = "the HTTP status, 400 to 599, the name of a `StatusCode` of `http` (`NOT_FOUND`), or the path of a constant, a `StatusCode` or `u16`; on the type, the default of its variants";
const DOCS_URL: &str = r#"docs_url = "https://example.com/errors#{code}""#;
const DOCS_URL_MEANING: &str = "the address of the documentation; `{code}`, `{code | slug}` (`too-many-requests`) and `{number}` are replaced by their values";
const META: &str = r#"meta(owner = "billing")"#;
const META_MEANING: &str = "custom metadata for documentation and bodies, also by the paths of constants; `{code}` and `{number}` are replaced; on the type, for every variant that is not transparent";
const HEADER: &str = r#"header("WWW-Authenticate" = "Bearer")"#;
const HEADER_MEANING: &str = "a header; `{code}`, `{number}` and, as in a message, fields are replaced; several may have one name; on the type, for every variant that is not transparent and has no header of that name";

/// The keys of a type and of a variant are written together on a struct.
impl Attrs for (TypeAttrs, VariantAttrs) {
    const PLACES: &'static [Place] = &[Place::Variant, Place::Type];
    const ITEM: &'static str = "struct";

    fn set(&mut self, row: &Row, entry: Entry) -> syn::Result<()> {
        match row.place {
            // The format of a struct is that of a type.
            Place::Variant if row.name != "body" => self.1.set(row, entry),
            Place::Variant | Place::Type | Place::Field => self.0.set(row, entry),
        }
    }

    fn lose(&mut self, key: &str) {
        self.0.lose(key);
        self.1.lose(key);
    }
}

/// The name of a key, which every example starts with.
const fn first_word(example: &str) -> &str {
    let mut rest = example.as_bytes();
    let mut length = 0;
    while let [b'a'..=b'z' | b'_', after @ ..] = rest {
        rest = after;
        length += 1;
    }
    match core::str::from_utf8(example.as_bytes().split_at(length).0) {
        Ok(word) => word,
        Err(_) => "",
    }
}

/// The first key of an item, as an example.
pub fn example<A: Attrs>() -> &'static str {
    TABLE.iter().find(|row| A::PLACES.contains(&row.place)).map_or("", |row| row.example)
}

/// Whether a variant has a key of this name that takes a value.
pub fn belongs_on_a_variant(name: &str) -> bool {
    TABLE.iter().any(|row| row.place == Place::Variant && row.name == name && row.example != name)
}

/// Finds the key of this name for an item.
///
/// # Errors
///
/// A sentence that says where the key belongs, which one was meant, or which ones there are.
pub fn find<A: Attrs>(name: &str) -> Result<&'static Row, String> {
    let rows = |place: &'static Place| TABLE.iter().filter(move |row| row.place == *place);
    let here = || A::PLACES.iter().flat_map(rows);
    if let Some(row) = here().find(|row| row.name == name) {
        return Ok(row);
    }
    let elsewhere = || TABLE.iter().filter(|row| !A::PLACES.contains(&row.place));
    let belongs = |name: &str| {
        let places: Vec<_> = elsewhere().filter(|row| row.name == name).map(|row| row.place.name()).collect();
        format!("`{name}` belongs on a {}, not on a {}", places.join(" or "), A::ITEM)
    };
    if elsewhere().any(|row| row.name == name) {
        let constant = r#"; a constant is `header("Retry-After" = "30")`"#;
        return Err(belongs(name) + if name == "retry_after" { constant } else { "" });
    }
    let meant = of_another_derive(name, A::PLACES);
    if let Some(meant) = meant.or_else(|| nearest(name, here().map(|row| row.name))) {
        return Err(format!("unknown key `{name}`, did you mean `{meant}`?"));
    }
    if let Some(meant) = nearest(name, elsewhere().map(|row| row.name)) {
        return Err(format!("unknown key `{name}`: {}", belongs(meant)));
    }
    let mut names: Vec<_> = here().map(|row| format!("`{}`", row.name)).collect();
    names.sort_unstable();
    names.dedup();
    Err(format!("unknown key `{name}`, expected one of {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Place, Row, TABLE};

    /// The reference names every key, in the words of the table. `ERRBOOK=update` rewrites it.
    #[test]
    fn the_reference_shows_this_table() {
        let row = |row: &Row| format!("| `{}` | {} |\n", row.example, row.meaning);
        let table = |place: Place| {
            let rows = TABLE.iter().filter(|row| row.place == place).map(row);
            let head = format!("\n### Keys on a {}\n\n| key | meaning |\n| --- | --- |\n", place.name());
            head + &rows.collect::<String>()
        };
        let tables = [Place::Type, Place::Variant, Place::Field].map(table).concat();
        crate::reference::check("derive.md", "keys", &(tables + "\n"));
    }

    /// Every key has a compiled example of its place.
    #[test]
    fn the_reference_shows_each_key() {
        let file = include_str!("../../runtime/src/derive.md");
        let (_, examples) = file.split_once("# Each key by example").unwrap();
        for row in TABLE {
            let shown = examples.contains(&format!("`{}`", row.name));
            let used = examples.split("```").skip(1).step_by(2).any(|code| code.contains(row.name));
            assert!(shown && used, "`{}` has no example in derive.md", row.name);
        }
    }
}
