//! Format strings over fields: `"no order `{id}`, waited {wait:?}"`, taken apart so that each field can be checked.

use proc_macro2::Span;

/// A format string in pieces.
pub struct Template {
    pub pieces: Vec<Piece>,
    /// As written, for documentation.
    pub source: String,
    pub span: Span,
}

pub enum Piece {
    /// Text with its braces already unescaped.
    Text(String),
    /// `{name:spec}`.
    Field { name: String, spec: String },
}

impl Template {
    /// # Errors
    ///
    /// What is wrong with the format string and what to write instead.
    pub fn parse(literal: &syn::LitStr) -> syn::Result<Self> {
        Self::with(literal, field)
    }

    /// The same over the words of a body, `meta.NAME` among them.
    ///
    /// # Errors
    ///
    /// What is wrong with the braces and what to write instead.
    pub fn parse_words(literal: &syn::LitStr) -> syn::Result<Self> {
        Self::with(literal, |word| Ok(Piece::Field { name: word.trim().to_owned(), spec: String::new() }))
    }

    fn with(literal: &syn::LitStr, field: impl Fn(&str) -> Result<Piece, String>) -> syn::Result<Self> {
        let source = literal.value();
        let span = literal.span();
        let pieces = pieces(&source, field).map_err(|message| syn::Error::new(span, message))?;
        Ok(Self { pieces, source, span })
    }

    /// The names of all fields, as often as they occur.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Field { name, .. } => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }
}

fn pieces(source: &str, field: impl Fn(&str) -> Result<Piece, String>) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = brace.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = brace.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else if let Some(inside) = brace.strip_prefix('{') {
            let (name, after) = inside
                .split_once('}')
                .ok_or("`{` is never closed: write `}` behind the name, or `{{` for a brace")?;
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(field(name)?);
            rest = after;
        } else {
            return Err("`}` was never opened: write `}}` for a brace".to_owned());
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn field(inside: &str) -> Result<Piece, String> {
    let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
    let (name, spec) = (name.trim(), spec.trim_end());
    if name.is_empty() {
        return Err("`{}` names no field: write `{field}` or `{0}`".to_owned());
    }
    if name == "self" {
        return Err("`{self}` would show the whole error: name its fields".to_owned());
    }
    if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Err(format!("`{{{inside}}}` is no field: write `{{field}}` or `{{0}}`, and nothing else"));
    }
    check_spec(inside, spec)?;
    Ok(Piece::Field { name: name.to_owned(), spec: spec.to_owned() })
}

/// `[[fill]align][sign]['#']['0'][width]['.' precision][type]`, as in `core::fmt`.
fn check_spec(inside: &str, spec: &str) -> Result<(), String> {
    let is_align = |c: char| matches!(c, '<' | '^' | '>');
    let mut behind_fill = spec.chars();
    behind_fill.next();
    let aligned = behind_fill.as_str().strip_prefix(is_align).or_else(|| spec.strip_prefix(is_align));
    let mut rest = aligned.unwrap_or(spec);
    if rest.contains(['$', '*']) {
        return Err(format!("`{{{inside}}}` takes a width or precision from elsewhere: write the number"));
    }
    rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    rest = rest.strip_prefix('#').unwrap_or(rest);
    rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if let Some(precision) = rest.strip_prefix('.') {
        rest = precision.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    if ["", "?", "x?", "X?", "x", "X", "o", "b", "e", "E", "p"].contains(&rest) {
        return Ok(());
    }
    Err(format!(
        "`{{{inside}}}` is no format of `core::fmt`: write `{{field}}`, `{{field:?}}` or `{{field:>8.2}}`"
    ))
}

/// The trait of `core::fmt` that a format spec asks for.
pub fn format_trait(spec: &str) -> &'static str {
    if spec.ends_with('?') {
        return "Debug";
    }
    match spec.chars().last() {
        Some('x') => "LowerHex",
        Some('X') => "UpperHex",
        Some('o') => "Octal",
        Some('b') => "Binary",
        Some('e') => "LowerExp",
        Some('E') => "UpperExp",
        Some('p') => "Pointer",
        _ => "Display",
    }
}
