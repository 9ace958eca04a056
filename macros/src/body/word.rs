//! The one table of words that a body may fill in.

use proc_macro2::Ident;
use syn::LitStr;

use crate::nearest::nearest;

/// A word of the table, or `meta.NAME` and `extra.NAME`.
pub enum Word {
    Plain(&'static str),
    Meta(String),
    Extra(String),
}

/// The word in the source and the name of its `errbook::body::Word`.
const WORDS: &[(&str, &str)] = &[
    ("status", "Status"),
    ("code", "Code"),
    ("number", "Number"),
    ("title", "Title"),
    ("message", "Message"),
    ("description", "Description"),
    ("details", "Details"),
    ("trace_id", "TraceId"),
    ("instance", "Instance"),
    ("type", "Type"),
    ("docs_url", "DocsUrl"),
    ("retryable", "Retryable"),
    ("retry_after", "RetryAfter"),
    ("timestamp", "Timestamp"),
    ("grpc", "Grpc"),
    ("metadata", "Metadata"),
];

impl Word {
    /// Finds a word by its name and, behind a dot, its argument.
    ///
    /// # Errors
    ///
    /// A sentence that says what was meant or which words there are.
    pub fn find(name: &str, argument: Option<String>) -> Result<Self, String> {
        match (name, argument) {
            ("meta", Some(key)) => return Ok(Self::Meta(key)),
            ("extra", Some(key)) => return Ok(Self::Extra(key)),
            ("meta" | "extra", None) => {
                return Err(format!("`{name}` has parts: write `{name}.NAME`"));
            }
            (_, Some(argument)) => {
                return Err(format!("`{name}` has no parts: remove `.{argument}`"));
            }
            (_, None) => {}
        }
        if let Some((_, variant)) = WORDS.iter().find(|(word, _)| *word == name) {
            return Ok(Self::Plain(variant));
        }
        let words = || WORDS.iter().map(|(word, _)| *word);
        let literals = ["null", "true", "false"];
        let lower = name.to_ascii_lowercase();
        Err(match nearest(&lower, words().chain(literals)) {
            Some(meant) => format!("unknown word `{name}`: did you mean `{meant}`?"),
            None => {
                let list: Vec<_> = words().collect();
                format!(
                    "unknown word `{name}`: write a string, or one of {}, meta.NAME, extra.NAME",
                    list.join(", ")
                )
            }
        })
    }

    /// Whether the word can stand inside a string: an object cannot.
    pub fn is_text(&self) -> bool {
        !matches!(self, Self::Plain("Details" | "Metadata"))
    }
}

/// Takes `"a {status} b"` apart.
///
/// # Errors
///
/// On the literal: an unknown word, or a brace that is not closed.
pub fn pieces(literal: &LitStr) -> syn::Result<Vec<super::node::Piece>> {
    use super::node::Piece;
    use crate::template;
    let error = |message: String| syn::Error::new(literal.span(), message);
    let template = template::Template::parse_words(literal)?;
    let piece = |piece| match piece {
        template::Piece::Field { name, .. } if name.is_empty() => {
            Err(error("`{}` names no word: write `{code}`, or `{{}}` for the braces".to_owned()))
        }
        template::Piece::Field { name, .. } if name.contains(':') => {
            Err(error(format!("`{{{name}}}` has a format, and words have none: write `{{code}}`")))
        }
        template::Piece::Text(text) => Ok(Piece::Str(text)),
        template::Piece::Field { name, .. } => {
            let (word, argument) = match name.split_once('.') {
                Some((word, argument)) => (word, Some(argument.to_owned())),
                None => (name.as_str(), None),
            };
            if argument.as_deref() == Some("") {
                return Err(error(format!("write the name behind the dot: `{{{word}.NAME}}`")));
            }
            let word = Word::find(word, argument).map_err(error)?;
            if word.is_text() {
                Ok(Piece::Word(word))
            } else {
                Err(error(format!(
                    "`{name}` is an object and has no place in a string: write it without quotes"
                )))
            }
        }
    };
    template.pieces.into_iter().map(piece).collect()
}

/// An argument behind a dot, as text.
pub fn argument(ident: &Ident) -> String {
    use syn::ext::IdentExt as _;
    ident.unraw().to_string()
}
