//! Format strings over fields: `"no order `{id}`, waited {wait:?}"`, parsed so that each field can be checked.

use proc_macro2::Span;

/// A parsed format string.
pub struct Template {
    pub segments: Vec<Segment>,
    /// As written, for documentation.
    pub source: String,
    pub span: Span,
}

pub enum Segment {
    /// Text with its braces already unescaped.
    Text(String),
    /// `{name:spec}`; the next argument has no name.
    Field { name: String, spec: String },
}

impl Template {
    /// # Errors
    ///
    /// What is wrong with the format string and what to write instead.
    pub fn parse(literal: &syn::LitStr, has_arguments: bool) -> syn::Result<Self> {
        Self::with(literal, |inside| field(inside, has_arguments))
    }

    /// The same with the placeholders of a body, such as `meta.NAME`.
    ///
    /// # Errors
    ///
    /// What is wrong with the braces and what to write instead.
    pub fn parse_placeholders(literal: &syn::LitStr) -> syn::Result<Self> {
        Self::with(literal, |name| Ok(Segment::Field { name: name.trim().to_owned(), spec: String::new() }))
    }

    fn with(literal: &syn::LitStr, field: impl Fn(&str) -> Result<Segment, String>) -> syn::Result<Self> {
        let source = crate::literal::value(literal);
        let span = literal.span();
        let segments = segments(&source, field).map_err(|message| syn::Error::new(span, message))?;
        Ok(Self { segments, source, span })
    }

    /// The name and the format of all fields in order, with repetitions.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.segments.iter().filter_map(|piece| match piece {
            Segment::Field { name, spec } => Some((name.as_str(), spec.as_str())),
            Segment::Text(_) => None,
        })
    }
}

fn segments(source: &str, field: impl Fn(&str) -> Result<Segment, String>) -> Result<Vec<Segment>, String> {
    let mut segments = Vec::new();
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = next_brace(rest) {
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
                .ok_or("unclosed `{`: write `}` after the name, or `{{` for a literal brace")?;
            if !text.is_empty() {
                segments.push(Segment::Text(std::mem::take(&mut text)));
            }
            segments.push(field(name)?);
            rest = after;
        } else {
            return Err("unmatched `}`: write `}}` for a literal brace".to_owned());
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        segments.push(Segment::Text(text));
    }
    Ok(segments)
}

/// Where the next brace is. A search for one character is several times faster than one for two.
fn next_brace(text: &str) -> Option<usize> {
    match (text.find('{'), text.find('}')) {
        (Some(open), Some(close)) => Some(open.min(close)),
        (open, close) => open.or(close),
    }
}

fn field(inside: &str, has_arguments: bool) -> Result<Segment, String> {
    let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
    let (name, spec) = (name.trim(), spec.trim_end());
    if name.is_empty() && !has_arguments {
        return Err("expected a field in `{}`, such as `{field}` or `{0}`".to_owned());
    }
    if name == "self" {
        return Err("expected a field, found `{self}`, which shows the whole error".to_owned());
    }
    if let Some(plain) = name.strip_prefix("r#") {
        return Err(format!("expected `{{{plain}}}`, without `r#`"));
    }
    if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Err(format!("invalid field `{inside}`, expected `{{field}}` or `{{0}}`"));
    }
    check_spec(inside, spec)?;
    Ok(Segment::Field { name: name.to_owned(), spec: spec.to_owned() })
}

/// `[[fill]align][sign]['#']['0'][width]['.' precision][type]`, as in `core::fmt`.
fn check_spec(inside: &str, spec: &str) -> Result<(), String> {
    let is_align = |c: char| matches!(c, '<' | '^' | '>');
    let mut after_fill = spec.chars();
    after_fill.next();
    let aligned = after_fill.as_str().strip_prefix(is_align).or_else(|| spec.strip_prefix(is_align));
    let mut rest = aligned.unwrap_or(spec);
    if rest.contains(['$', '*']) {
        return Err(format!("invalid format `{inside}`, expected a number as width or precision"));
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
    Err(format!("invalid format `{inside}`, expected a `std::fmt` spec, such as `{{field:?}}`"))
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
