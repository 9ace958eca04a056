//! Text for a terminal: its styles and its width. What comes from a file never controls the terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};

use anstyle::{AnsiColor, Style};
use errbook_contract::__private::is_control;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Names of codes, titles of commands.
pub const STRONG: Style = Style::new().bold();
pub const EMPHASIS: Style = Style::new().italic();
/// What is less important than the rest.
pub const DIM: Style = Style::new().dimmed();
pub const CODE: Style = AnsiColor::Cyan.on_default();
pub const GOOD: Style = AnsiColor::Green.on_default();
pub const WARNING: Style = AnsiColor::Yellow.on_default();
pub const BAD: Style = AnsiColor::Red.on_default();
pub const PLAIN: Style = Style::new();

/// The style of a status by its class.
pub fn of_status(status: u16) -> Style {
    if status >= 500 { BAD } else { WARNING }
}

/// Text with styles, whose only control characters are line feeds and those of the styles.
#[derive(Debug, Default, Clone)]
pub struct Styled(String);

impl Styled {
    /// Appends a text. Control characters are shown as `\u{1b}`.
    pub fn push(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let (start, end) = (style.render(), style.render_reset());
        // Writing to a `String` cannot fail.
        let _ = write!(self.0, "{start}{}{end}", visible(text));
    }

    /// Appends a text without a style.
    pub fn text(&mut self, text: &str) {
        self.push(PLAIN, text);
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        self.0.push('\n');
    }

    /// Appends a line without a style.
    pub fn line(&mut self, text: &str) {
        self.text(text);
        self.end_line();
    }

    pub fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text with `\u{1b}` for what controls a terminal or the direction of text. A tab is four spaces.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push_str("    "),
            c if is_control(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// The columns that a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in at most this many columns, with `…` for what is cut.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut left = columns.saturating_sub(1);
    let mut out = String::new();
    for c in text.chars() {
        let taken = c.width().unwrap_or_default();
        if taken > left {
            break;
        }
        left -= taken;
        out.push(c);
    }
    if columns > 0 {
        out.push('…');
    }
    out
}

/// The columns of standard output; `None` if it is not a terminal, and nothing needs to be cut.
pub fn columns(asked: Option<usize>) -> Option<usize> {
    const USUAL: usize = 80;
    match asked {
        Some(0) => None,
        Some(columns) => Some(columns),
        None if !io::stdout().is_terminal() => None,
        None => {
            let of_terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
            let of_environment = || std::env::var("COLUMNS").ok()?.parse().ok();
            Some(of_terminal.or_else(of_environment).filter(|columns| *columns > 0).unwrap_or(USUAL))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, visible};

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(
            visible("a\u{1b}[31m\r\u{9b}\u{7f}\u{202e}b\n\tc"),
            "a\\u{1b}[31m\\u{d}\\u{9b}\\u{7f}\\u{202e}b\n    c"
        );
        assert_eq!(visible("漢字 é 👩‍👧"), "漢字 é 👩‍👧");
    }

    #[test]
    fn wide_characters_are_cut_whole() {
        assert_eq!(cut("漢字漢字", 5), "漢字…");
        assert_eq!(cut("漢字漢字", 4), "漢…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abc", 0), "");
    }
}
