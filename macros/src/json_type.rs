//! The types of JSON values, in the words of documentation: `integer`, `array<string>`, `map<string, any>`.

use syn::{Path, Type};

use crate::json::Json;
use crate::type_path::{option_of, types_in};

/// A type as people write it for documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonType {
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Object,
    Array(Box<JsonType>),
    /// The type of the values; the keys are strings.
    Map(Box<JsonType>),
}

impl JsonType {
    /// Reads `text`; `None` if it is not a type.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let inside = |name: &str| text.strip_prefix(name)?.trim_start().strip_prefix('<')?.strip_suffix('>');
        Some(match text {
            "any" => Self::Any,
            "string" => Self::String,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "object" => Self::Object,
            "array" => Self::Array(Box::new(Self::Any)),
            _ => match (inside("array"), inside("map")) {
                (Some(item), _) => Self::Array(Box::new(Self::parse(item)?)),
                (None, Some(entry)) => {
                    let (key, value) = entry.split_once(',')?;
                    Self::Map(Box::new(Self::parse(value).filter(|_| key.trim() == "string")?))
                }
                (None, None) => return None,
            },
        })
    }

    pub fn text(&self) -> String {
        match self {
            Self::Any => "any".to_owned(),
            Self::String => "string".to_owned(),
            Self::Integer => "integer".to_owned(),
            Self::Number => "number".to_owned(),
            Self::Boolean => "boolean".to_owned(),
            Self::Object => "object".to_owned(),
            Self::Array(item) if **item == Self::Any => "array".to_owned(),
            Self::Array(item) => format!("array<{}>", item.text()),
            Self::Map(value) => format!("map<string, {}>", value.text()),
        }
    }
}

impl JsonType {
    /// The type of values of a Rust type, if it is one of the standard library.
    ///
    /// The runtime knows the same: `Detail::json_type`.
    pub fn of_rust(ty: &Type) -> Option<Self> {
        match ty {
            Type::Reference(reference) => Self::of_rust(&reference.elem),
            Type::Group(group) => Self::of_rust(&group.elem),
            Type::Paren(paren) => Self::of_rust(&paren.elem),
            Type::Slice(slice) => Some(Self::array_of(Some(&slice.elem))),
            Type::Array(array) => Some(Self::array_of(Some(&array.elem))),
            Type::Path(path) if path.qself.is_none() => Self::of_path(&path.path),
            _ => None,
        }
    }

    fn of_path(path: &Path) -> Option<Self> {
        let last = path.segments.last()?;
        let root = path.segments.first().filter(|_| path.segments.len() > 1);
        // Another crate may have a type of the same name.
        if root.is_some_and(|root| !["std", "core", "alloc"].iter().any(|std| root.ident == std)) {
            return None;
        }
        let mut types = types_in(&last.arguments);
        let (first, second) = (types.next(), types.next());
        Some(match last.ident.to_string().as_str() {
            "bool" => Self::Boolean,
            "f32" | "f64" => Self::Number,
            "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128"
            | "isize" => Self::Integer,
            name if name.starts_with("NonZero") => Self::Integer,
            "String" | "str" | "char" | "PathBuf" | "Path" => Self::String,
            "Option" | "Box" | "Arc" | "Rc" | "Cow" => Self::of_rust(first?)?,
            "Vec" | "VecDeque" | "LinkedList" | "HashSet" | "BTreeSet" => Self::array_of(first),
            "HashMap" | "BTreeMap" => {
                Self::Map(Box::new(second.and_then(Self::of_rust).unwrap_or(Self::Any)))
            }
            _ => return None,
        })
    }

    fn array_of(item: Option<&Type>) -> Self {
        Self::Array(Box::new(item.and_then(Self::of_rust).unwrap_or(Self::Any)))
    }

    /// Whether a text can show it as it is.
    pub fn is_scalar(&self) -> bool {
        matches!(self, Self::String | Self::Integer | Self::Number | Self::Boolean)
    }

    /// The innermost value that is not of its type, and that type.
    pub fn mismatch<'v>(&self, value: &'v Json) -> Option<(&Self, &'v Json)> {
        match (self, value) {
            (Self::Any, _)
            | (Self::String, Json::Str(_))
            | (Self::Integer, Json::Integer(_))
            | (Self::Number, Json::Integer(_) | Json::Float(_))
            | (Self::Boolean, Json::Bool(_))
            | (Self::Object, Json::Object(_))
            // An item may be an `Option`.
            | (_, Json::Null) => None,
            (Self::Array(item), Json::Array(items)) => items.iter().find_map(|value| item.mismatch(value)),
            (Self::Map(ty), Json::Object(members)) => members.iter().find_map(|(_, value)| ty.mismatch(value)),
            _ => Some((self, value)),
        }
    }

    /// What a diagnostic calls a value of it.
    pub fn with_article(&self) -> String {
        let text = self.text();
        let vowel = text.starts_with(['a', 'i', 'o']);
        if vowel { format!("an `{text}`") } else { format!("a `{text}`") }
    }
}

/// The type inside references and pointers.
pub fn scalar_of(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => scalar_of(&reference.elem),
        Type::Group(group) => scalar_of(&group.elem),
        Type::Paren(paren) => scalar_of(&paren.elem),
        _ => option_of(ty).map_or(ty, scalar_of),
    }
}

/// Whether a value is in the range of this Rust type; true of a type that has none.
pub fn fits(ty: &str, value: &Json) -> bool {
    macro_rules! in_range {
        ($($name:ident),*) => {
            match (ty, value) {
                $((stringify!($name), Json::Integer(number)) => $name::try_from(*number).is_ok(),)*
                ("char", Json::Str(text)) => text.chars().count() == 1,
                _ => true,
            }
        };
    }
    in_range!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, isize)
}

/// What to write where a text is not a type.
pub const EXPECTED: &str =
    "expected `string`, `integer`, `number`, `boolean`, `object`, `array<…>` or `map<string, …>`";

#[cfg(test)]
mod tests {
    use super::JsonType;

    /// What documentation says about a type and what the derive takes for its example is the same.
    #[test]
    fn the_runtime_knows_the_same_types() {
        for ty in [
            "bool",
            "f64",
            "u128",
            "i8",
            "char",
            "&'static str",
            "String",
            "std::string::String",
            "uuid::String",
            "NonZeroU8",
            "Option<u8>",
            "Box<str>",
            "::std::sync::Arc<String>",
            "Cow<'a, str>",
            "&'a [&'a str]",
            "[u8; 3]",
            "Vec<Own>",
            "Vec<Option<f32>>",
            "HashMap<String, (u8, u8)>",
            "BTreeMap<u8, Vec<(u8, u8)>>",
            "HashMap<String, bool, Hasher<u8>>",
            "BTreeSet<i64>",
            "Own",
            "(u8, String)",
            "std::time::Duration",
            "serde_json::Value",
            "PathBuf",
            "T",
            "T::Item",
            "dyn Error",
            "fn() -> u8",
            "<T as Trait>::Item",
        ] {
            let parsed: syn::Type = syn::parse_str(ty).unwrap();
            let written = crate::expand::as_written(&parsed);
            let ours = JsonType::of_rust(&parsed).map(|ty| ty.text());
            let runtime = errbook::Detail::new("", written.leak(), "").json_type();
            assert_eq!(ours.as_deref(), runtime.as_deref(), "{ty}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for text in
            ["any", "string", "array", "array<integer>", "map<string, any>", "map<string, array<number>>"]
        {
            assert_eq!(JsonType::parse(text).unwrap().text(), text);
        }
        assert_eq!(JsonType::parse(" map < string,boolean > ").unwrap().text(), "map<string, boolean>");
        for text in
            ["", "null", "String", "array<>", "map<string>", "map<integer, string>", "string?", "array<int>"]
        {
            assert_eq!(JsonType::parse(text), None, "{text}");
        }
    }
}
