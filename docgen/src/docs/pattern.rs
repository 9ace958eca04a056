//! The path template of a page per code: its constant folder, and its segments.

use crate::template::tags;

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

impl<'p> Pattern<'p> {
    pub(super) fn new(path: &'p str) -> Self {
        let tags = tags(path);
        let (mut folder, mut segments) = ("", Vec::new());
        let mut start = 0;
        let is_outside = |at: &usize| !tags.iter().any(|tag| tag.contains(at));
        let slashes = path.match_indices('/').map(|(at, _)| at).filter(is_outside);
        for end in slashes.chain([path.len()]) {
            let mut inside = tags.iter().filter(|tag| tag.start >= start && tag.end <= end);
            let first = inside.next();
            let last = inside.next_back().or(first);
            segments.push(Segment::new(
                path,
                start,
                end,
                first.zip(last).map(|(first, last)| (first.start, last.end)),
            ));
            if end < path.len() && segments.iter().all(|segment| matches!(segment, Segment::Literal(_))) {
                folder = path.get(..end).unwrap_or_default();
                segments.clear();
            }
            start = end + 1;
        }
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
