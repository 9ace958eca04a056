//! The path template of a page per code: its constant folder, and its segments.

/// The path template of a page per code.
#[derive(Debug)]
pub(super) struct Pattern<'p> {
    /// The folder of all pages; empty for the root.
    pub(super) folder: &'p str,
    /// The folders below it, and the file.
    pub(super) segments: Vec<Segment<'p>>,
}

/// A folder or a file of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Segment<'p> {
    Literal(&'p str),
    /// A segment with tags: the text before the first and after the last of them.
    Template {
        begin: &'p str,
        end: &'p str,
    },
}

/// The delimiters of tags.
const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

impl<'p> Pattern<'p> {
    pub(super) fn new(path: &'p str) -> Self {
        let (mut folder, mut segments) = ("", Vec::new());
        let (mut start, mut at) = (0, 0);
        let mut tags = None;
        while at < path.len() {
            let rest = path.get(at..).unwrap_or_default();
            if let Some(length) = tag(rest) {
                let (first, _) = tags.unwrap_or((at, at));
                tags = Some((first, at + length));
                at += length;
                continue;
            }
            if rest.starts_with('/') {
                segments.push(Segment::new(path, start, at, tags.take()));
                if segments.iter().all(|segment| matches!(segment, Segment::Literal(_))) {
                    folder = path.get(..at).unwrap_or_default();
                    segments.clear();
                }
                start = at + 1;
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
        segments.push(Segment::new(path, start, path.len(), tags));
        Self { folder, segments }
    }
}

impl<'p> Segment<'p> {
    fn new(path: &'p str, start: usize, end: usize, tags: Option<(usize, usize)>) -> Self {
        let part = |from: usize, to: usize| path.get(from..to).unwrap_or_default();
        match tags {
            None => Self::Literal(part(start, end)),
            Some((first, last)) => Self::Template { begin: part(start, first), end: part(last, end) },
        }
    }

    /// The segment below a folder of this name, for a code with `/`.
    pub(super) fn behind(&self, name: &str) -> Option<Self> {
        match *self {
            Self::Template { begin, end } if name.starts_with(begin) => {
                Some(Self::Template { begin: "", end })
            }
            _ => None,
        }
    }

    /// Whether the segment could have this name for some code.
    pub(super) fn could_be(&self, name: &str) -> bool {
        match self {
            Self::Literal(literal) => name == *literal,
            Self::Template { begin, end } => name.strip_prefix(begin).is_some_and(|name| name.ends_with(end)),
        }
    }
}

/// The length of the tag at the start of the text.
fn tag(text: &str) -> Option<usize> {
    let (_, close) = TAGS.into_iter().find(|(open, _)| text.starts_with(open))?;
    Some(text.find(close).map_or(text.len(), |at| at + close.len()))
}
