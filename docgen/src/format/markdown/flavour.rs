//! What the readers of Markdown add to `CommonMark`, and how text is escaped for them.

use crate::ast::{self, Block};
use crate::template::prefix;

/// What reads the Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// GitHub.
    Gfm,
    /// In MDX, `<` begins an element and `{` an expression, and HTML must be closed.
    Mdx,
    /// MDX, with the components of doc comments.
    MdxComponents,
    /// `markdown-it` with attributes, emoji and containers; Vue then compiles the HTML.
    VitePress,
    /// Python-Markdown with the extensions of `PyMdown`.
    MkDocs,
}

/// A character of a text, with what is around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign<'t> {
    pub(super) c: char,
    pub(super) before: Option<char>,
    pub(super) next: Option<char>,
    /// The text up to the character, and from it on.
    pub(super) text: (&'t str, &'t str),
    /// Whether a block may begin with the text.
    pub(super) begins_line: bool,
    /// What is in front of the text on a line that could begin a page.
    pub(super) line: Option<&'t str>,
}

/// Whether a `:` behind both would make the name of metadata of them.
pub(super) fn is_key(line: &str, text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    !(line.is_empty() && text.is_empty()) && line.chars().chain(text.chars()).all(is_name)
}

impl Flavour {
    pub(crate) fn is_mdx(self) -> bool {
        matches!(self, Self::Mdx | Self::MdxComponents)
    }

    /// The blocks of a doc comment.
    pub(crate) fn parse(self, source: &str) -> Vec<Block> {
        if self == Self::MdxComponents { ast::parse_with_components(source) } else { ast::parse(source) }
    }

    pub(super) fn line_break(self) -> &'static str {
        if self.is_mdx() { "<br />" } else { "<br>" }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gfm => "Markdown",
            Self::Mdx => "MDX",
            Self::MdxComponents => "MDX with components",
            Self::VitePress => "VitePress",
            Self::MkDocs => "MkDocs",
        }
    }

    /// What gives a heading an anchor: before its text, and behind it.
    pub(super) fn anchor(self, anchor: &str) -> (String, String) {
        let is_sign = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-');
        // Around it, `_` would be emphasis.
        let is_name = !anchor.contains(is_sign) && !anchor.starts_with('_') && !anchor.ends_with('_');
        match self {
            Self::VitePress | Self::MkDocs if is_name => (String::new(), format!(" {{#{anchor}}}")),
            _ => {
                let id = crate::format::html::attribute(&anchor.replace('\n', "-"));
                (format!("<a id=\"{id}\"></a>"), String::new())
            }
        }
    }

    /// How far the lines of a list item are indented at least.
    pub(super) fn indentation(self) -> usize {
        if self == Self::MkDocs { 4 } else { 0 }
    }

    /// The start of lines that belong to the same item as the text behind this on its line.
    pub(super) fn prefix(self, line: &str) -> String {
        let prefix = prefix(line);
        let blanks = prefix.rsplit('>').next().unwrap_or_default();
        let blanks = blanks.len() - usize::from(blanks.len() < prefix.len());
        // Python-Markdown counts in steps.
        let missing = blanks.next_multiple_of(self.indentation().max(1)) - blanks;
        prefix + &" ".repeat(missing)
    }

    /// The text, with items in place of the admonitions, details and tabs of `MkDocs`: their lines are indented, too.
    pub(super) fn nested(self, mut text: String) -> String {
        let openings = ["!!! ", "??? ", "???+", "=== \"", "===+", "===!"];
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|_| self == Self::MkDocs) {
            let opening = at + rest.len() - rest.trim_start_matches([' ', '>']).len();
            let end = rest.find('\n').map_or(text.len() + 1, |end| at + end + 1);
            if openings.iter().any(|sign| text.get(opening..).is_some_and(|line| line.starts_with(sign))) {
                text.replace_range(opening..opening + 4, "- # ");
            }
            at = end;
        }
        text
    }

    /// Whether `~~` strikes out.
    pub(super) fn has_strike(self) -> bool {
        self != Self::MkDocs
    }

    /// Whether there are footnotes.
    pub(super) fn has_footnotes(self) -> bool {
        self != Self::VitePress
    }

    /// What is behind the fence of a code block: the language alone, if the reader would stumble over the rest.
    pub(super) fn info(self, info: &str) -> String {
        let (name, options) = info.split_once([' ', '\t']).unwrap_or((info, ""));
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '#' | '.' | '+' | '-');
        let is_read = match self {
            Self::Gfm | Self::Mdx | Self::MdxComponents => true,
            Self::VitePress => !name.contains(['<', '"']),
            Self::MkDocs => {
                let is_option =
                    ["title=\"", "hl_lines=\"", "linenums=\""].iter().any(|key| options.starts_with(key));
                name.chars().all(is_name) && (options.is_empty() || (is_option && !options.contains('`')))
            }
        };
        if is_read { info.to_owned() } else { ast::language(info) }
    }

    /// Whether signs of emphasis between spaces need an escape: Prettier writes one in MDX, and leaves them elsewhere.
    pub(super) fn escapes_loose_signs(self) -> bool {
        self.is_mdx() || self == Self::MkDocs
    }

    /// A character as text: with a backslash, or as a reference where a backslash would be text.
    pub(super) fn escaped(self, c: char) -> String {
        let has_backslash = match self {
            Self::Gfm | Self::Mdx | Self::MdxComponents | Self::VitePress => true,
            Self::MkDocs => "`*_>#+-.!".contains(c),
        };
        if has_backslash { format!("\\{c}") } else { format!("&#{};", u32::from(c)) }
    }

    /// The flavour of the text of an image: `VitePress` reads no more there than GitHub, and omits what is escaped.
    pub(super) fn of_image(self) -> Self {
        if self == Self::VitePress { Self::Gfm } else { self }
    }

    /// What begins and ends a text that is compiled after it is read.
    pub(super) fn shield(self, text: &str) -> (&'static str, &'static str) {
        let is_compiled = self == Self::VitePress && text.contains("{{");
        if is_compiled { ("<span v-pre>", "</span>") } else { ("", "") }
    }

    /// Whether the reader takes all spaces of Unicode off a paragraph or a cell.
    pub(super) fn strips_spaces(self) -> bool {
        matches!(self, Self::VitePress | Self::MkDocs)
    }

    /// Whether the text of a code span is text to this reader.
    pub(super) fn is_code(self, code: &str, in_cell: bool) -> bool {
        match self {
            Self::Gfm | Self::Mdx | Self::MdxComponents => true,
            Self::VitePress => self.code_attribute(code).is_empty(),
            Self::MkDocs => {
                let has_sign = |rest: &str| rest.starts_with(['+', '-', '~', '=', '>']);
                let is_markup = code.starts_with([':', '#']) || code.split('{').skip(1).any(has_sign);
                let ends_cell = in_cell && code.contains('|');
                !is_markup && !ends_cell && code.trim() == code
            }
        }
    }

    /// The attribute of a code element whose text would be compiled.
    pub(super) fn code_attribute(self, code: &str) -> &'static str {
        if self == Self::VitePress && code.contains("{{") { " v-pre" } else { "" }
    }

    /// Whether a character is markup to this reader alone.
    pub(super) fn is_markup(self, sign: Sign<'_>) -> bool {
        match self {
            Self::Gfm => false,
            Self::Mdx | Self::MdxComponents => matches!(sign.c, '<' | '{' | '}'),
            Self::VitePress => match sign.c {
                '{' | '}' => true,
                '<' => sign.begins_line || sign.next.is_some_and(|c| c.is_ascii_digit() || c == '\\'),
                ':' => sign.is_emoji() || sign.is_smiley(),
                ')' | ';' => sign.is_smiley(),
                _ => false,
            },
            Self::MkDocs => match sign.c {
                '{' | '}' | '^' | '$' | '\\' => true,
                '#' => sign.before == Some('#') || matches!(sign.next, None | Some('\n')),
                '=' | '+' => {
                    sign.before == Some(sign.c) || sign.next == Some(sign.c) || sign.next == Some('/')
                }
                '<' => !matches!(sign.next, None | Some(' ')),
                '-' => sign.before == Some('-') || matches!(sign.next, Some('-')),
                '(' => ["c)", "r)", "tm)"].iter().any(|name| sign.continues_with(name)),
                '/' => {
                    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                    matches!(sign.before, Some('+' | '=' | 'c'))
                        || (is_digit(sign.before) && is_digit(sign.next))
                }
                ':' => sign.is_emoji() || sign.line.is_some_and(|line| is_key(line, sign.text.0)),
                '!' | '?' => sign.begins_line && sign.text.0.is_empty(),
                // It would end the metadata that a page begins with.
                '.' => sign.begins_line && sign.text.0.is_empty() && sign.text.1.starts_with("..."),
                _ => false,
            },
        }
    }
}

impl Sign<'_> {
    /// Whether a `:` belongs to a name between two of them, such as `:key:`.
    fn is_emoji(&self) -> bool {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+');
        let behind = self.text.1.get(1..).unwrap_or_default().trim_start_matches(is_name);
        let before = self.text.0.trim_end_matches(is_name);
        behind.starts_with(':') || before.ends_with(':')
    }

    /// Whether a `:`, `;` or `)` could be part of a smiley such as `:)` or `8-)`.
    fn is_smiley(&self) -> bool {
        let start = self.text.0.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = self.text.0.get(start..).unwrap_or_default();
        // In front of one, an address ends; a port and a word are a part of it.
        let mut behind = self.text.1.chars().skip(1).map(char::is_alphanumeric);
        let is_part = behind.next() == Some(true) && behind.next() == Some(true);
        let ends_address = word.contains("://") && !is_part && !self.next.is_some_and(|c| c.is_ascii_digit());
        let is_free = word.is_empty() || !word.ends_with(char::is_alphanumeric) || ends_address;
        match self.c {
            ')' => (1..=3).contains(&word.chars().count()) && !word.starts_with('('),
            ':' if word == "D" => true,
            ':' => is_free && self.next.is_some_and(|c| !c.is_whitespace() || word.is_empty()),
            _ => is_free && matches!(self.next, Some('(' | ')' | '-')),
        }
    }

    fn continues_with(&self, name: &str) -> bool {
        let rest = self.text.1.get(1..).and_then(|rest| rest.get(..name.len()));
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name))
    }
}
