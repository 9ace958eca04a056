//! The types of JSON values, in the words of documentation: `integer`, `array<string>`, `map<string, any>`.

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
    /// Reads `text`; `None` if it is no type.
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

/// What to write where a text is no type.
pub const EXPECTED: &str =
    "expected `string`, `integer`, `number`, `boolean`, `object`, `array<…>` or `map<string, …>`";

#[cfg(test)]
mod tests {
    use super::JsonType;

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
