//! Links of doc comments: those by reference become links on the spot, those to items become their text.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::super::{Dialect, address};
use super::Writer;
use crate::markup::source;

/// What the end of a link is to be.
pub(super) enum Link {
    Copied,
    /// An address between `<` and `>`.
    Bare,
    Nowhere,
    To(String),
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, link: LinkType, address: &str, title: &str, range: Range<usize>) {
        self.copy(range.start);
        let is_image = self.source.get(range.start..).is_some_and(|link| link.starts_with('!'));
        let sign = if is_image { "![" } else { "[" };
        let is_bare = matches!(link, LinkType::Autolink | LinkType::Email);
        if source::leads_nowhere(link, address) {
            self.links.push(Link::Nowhere);
        } else if link == LinkType::Inline
            || (is_bare && self.dialect == Dialect::Gfm && !address.contains('|'))
        {
            self.links.push(if is_bare { Link::Bare } else { Link::Copied });
            return;
        } else {
            self.out.push_str(sign);
            let scheme =
                if link == LinkType::Email && !address.starts_with("mailto:") { "mailto:" } else { "" };
            let title =
                if title.is_empty() { String::new() } else { format!(" \"{}\"", title.replace('"', "\\\"")) };
            self.links.push(Link::To(format!("{scheme}{}{title}", address::escape(address))));
        }
        // Behind the `[` or the `<`.
        self.at = Some(range.start + sign.len());
    }

    pub(super) fn end_link(&mut self, end: usize) {
        match self.links.pop() {
            Some(Link::To(address)) => {
                self.out.push_str("](");
                self.push(&address);
                self.out.push(')');
                self.at = Some(end);
            }
            Some(Link::Nowhere) => self.at = Some(end),
            _ => {
                // The text of the link ends with a break.
                let behind = self.source.get(self.line..end).unwrap_or_default();
                let sign = end - behind.trim_start_matches([' ', '\t', '\n', '>']).len();
                self.at = self.at.or(Some(sign));
                self.copy(end);
            }
        }
    }
}
