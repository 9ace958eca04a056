//! The lines of a page, with the endings that they have.

/// A line of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'p> {
    /// Counted from 1.
    pub(super) number: usize,
    /// Where its text begins, in bytes.
    pub(super) start: usize,
    /// What it says, without its ending.
    pub(super) text: &'p str,
    /// `\n`, `\r\n`, or nothing at the end of the page.
    pub(super) ending: &'p str,
}

impl<'p> Line<'p> {
    /// The blanks that it begins with.
    pub(super) fn indent(&self) -> &'p str {
        let text = self.text.trim_start_matches([' ', '\t']);
        self.text.get(..self.text.len() - text.len()).unwrap_or_default()
    }

    /// What follows these blanks.
    pub(super) fn unindented(&self) -> &'p str {
        self.text.trim_start_matches([' ', '\t'])
    }

    /// How wide these blanks are; a tab goes to the next fourth column (`CommonMark` §2.2).
    pub(super) fn width(&self) -> usize {
        self.indent().chars().fold(0, |width, c| if c == '\t' { width / 4 * 4 + 4 } else { width + 1 })
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where the next line begins, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len() + self.ending.len()
    }
}

/// All lines. A byte order mark belongs to none.
pub(super) fn lines(page: &str) -> Vec<Line<'_>> {
    let marked = page.strip_prefix('\u{feff}').unwrap_or(page);
    let mut start = page.len() - marked.len();
    let mut lines = Vec::new();
    for (at, whole) in marked.split_inclusive('\n').enumerate() {
        let text = whole.strip_suffix('\n').map_or(whole, |text| text.strip_suffix('\r').unwrap_or(text));
        let ending = whole.get(text.len()..).unwrap_or_default();
        lines.push(Line { number: at + 1, start, text, ending });
        start += whole.len();
    }
    lines
}
