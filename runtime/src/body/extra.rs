//! The values that a format takes from a request: the names of its placeholders `extra.NAME`.

use super::{Body, Node, Placeholder, Segment, Template};

impl Body {
    /// The names of all `extra.NAME`, each as often as it is written.
    pub(crate) fn extra_names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.root().push_extra_names(&mut names);
        names
    }
}

impl Node {
    fn push_extra_names(&self, names: &mut Vec<&'static str>) {
        match self {
            Self::Placeholder(Placeholder::Extra(name)) => names.push(name),
            Self::Text(segments) => names.extend(segments.iter().copied().filter_map(extra_name)),
            Self::Template(text) => names.extend(Template(text.as_bytes()).filter_map(extra_name)),
            Self::Object(members) => {
                members
                    .iter()
                    .filter_map(|member| member.node())
                    .for_each(|node| node.push_extra_names(names));
            }
            Self::Violations(node) | Self::IfViolations(node) => node.push_extra_names(names),
            Self::Array(items) | Self::FirstOf(items) => {
                items.iter().for_each(|node| node.push_extra_names(names));
            }
            Self::Null
            | Self::Bool(_)
            | Self::Unsigned(_)
            | Self::Signed(_)
            | Self::Float(_)
            | Self::Str(_)
            | Self::Placeholder(_) => {}
        }
    }
}

fn extra_name(segment: Segment) -> Option<&'static str> {
    match segment {
        Segment::Placeholder(Placeholder::Extra(name)) => Some(name),
        Segment::Placeholder(_) | Segment::Str(_) => None,
    }
}
