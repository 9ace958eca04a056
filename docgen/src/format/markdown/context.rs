//! What the holes for values are in, as a parser of Markdown reads what is around them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::place::{Context, HOLE, Inline, Spot};
use super::{Flavour, Whole};
use crate::ast::OPTIONS;
use crate::template::prefix;

/// All spots, in order.
pub(super) fn spots(text: &str, place: Whole, flavour: Flavour) -> Vec<Spot> {
    if !text.contains(HOLE) {
        return Vec::new();
    }
    // A cell is a part of a line: it begins no block.
    let (in_front, options) = match place {
        Whole::Cell => ("x ", OPTIONS),
        Whole::Page => ("", OPTIONS | Options::ENABLE_DEFINITION_LIST),
    };
    let whole = format!("{in_front}{text}");
    let holes = whole.match_indices(HOLE).map(|(at, _)| at).collect();
    let mut finder = Finder {
        text: &whole,
        holes,
        next: 0,
        line: 0,
        seen: 0,
        open: Vec::new(),
        place,
        flavour,
        spots: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&whole, options).into_offset_iter() {
        finder.read(event, range);
    }
    finder.pass(whole.len());
    let mut spots = finder.spots;
    for spot in &mut spots {
        spot.shift(in_front.len());
    }
    spots
}

struct Finder<'t> {
    text: &'t str,
    holes: Vec<usize>,
    next: usize,
    /// Where the line of the next hole begins.
    line: usize,
    /// The last hole, up to which lines are counted.
    seen: usize,
    open: Vec<(Tag<'t>, Range<usize>)>,
    place: Whole,
    flavour: Flavour,
    spots: Vec<Spot>,
}

impl<'t> Finder<'t> {
    fn read(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                self.pass(range.start);
                let first = self.next;
                self.skip(range.end);
                if self.next > first {
                    self.spots.push(Spot::Fence { range: range.clone() });
                }
                self.open.push((Tag::CodeBlock(CodeBlockKind::Fenced(kind)), range));
            }
            Event::Start(tag) => {
                self.pass(range.start);
                self.open.push((tag, range));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let link = self.open.pop().map_or(range.start, |(_, link)| link.start);
                self.put(range.end, |finder, at| finder.of_link(link, at));
            }
            Event::End(_) => drop(self.open.pop()),
            Event::Code(content) => {
                self.pass(range.start);
                let first = self.next;
                self.skip(range.end);
                if self.next > first {
                    let in_cell = self.is_in_cell();
                    self.spots.push(Spot::CodeSpan { range, content: content.into_string(), in_cell });
                }
            }
            Event::Text(_) => {
                self.pass(range.start);
                self.put(range.end, |finder, at| finder.of_text(range.start, at));
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.pass(range.start);
                self.put(range.end, |finder, at| finder.of_html(range.start, at));
            }
            _ => {}
        }
    }

    /// Holes in front of this place are in nothing that the parser tells of.
    fn pass(&mut self, before: usize) {
        self.put(before, |finder, at| {
            let is_definition = |line: &str| line.trim_start_matches([' ', '>']).starts_with('[');
            match finder.line_before(at).split_once("]:") {
                Some((label, _)) if is_definition(label) => finder.of_link(finder.line, at),
                _ => Context::Other,
            }
        });
    }

    fn put(&mut self, before: usize, context: impl Fn(&mut Self, usize) -> Context) {
        while let Some(at) = self.holes.get(self.next).copied().filter(|at| *at < before) {
            let between = self.text.get(self.seen..at).unwrap_or_default();
            self.line = between.rfind('\n').map_or(self.line, |line| self.seen + line + 1);
            self.seen = at;
            let context = context(self, at);
            self.spots.push(Spot::Hole { at, context });
            self.next += 1;
        }
    }

    fn skip(&mut self, before: usize) {
        while self.holes.get(self.next).is_some_and(|at| *at < before) {
            self.next += 1;
        }
    }

    fn is_in_cell(&self) -> bool {
        self.place == Whole::Cell || self.open.iter().any(|(tag, _)| matches!(tag, Tag::TableCell))
    }

    /// What stands before the next hole on its line.
    fn line_before(&self, at: usize) -> &'t str {
        self.text.get(self.line..at).unwrap_or_default()
    }

    /// Behind the text of a link that begins here: its destination, or its title.
    fn of_link(&self, link: usize, at: usize) -> Context {
        let before = self.text.get(link..at).unwrap_or_default();
        let destination = [before.rfind("]("), before.rfind("]:")].into_iter().flatten().max();
        let destination = before.get(destination.map_or(0, |at| at + 2)..).unwrap_or_default();
        match destination.trim_start().split_once([' ', '\n']) {
            Some((_, title)) if !destination.trim_start().starts_with('<') => {
                Context::Title { quote: title.trim_start().chars().next().unwrap_or('"') }
            }
            _ => Context::Address,
        }
    }

    /// What stands before any place on its line, of which a list or quotation is the beginning.
    fn line_of(&self, at: usize) -> &'t str {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// In a text that begins here.
    fn of_text(&self, start: usize, at: usize) -> Context {
        let around = |tag: fn(&Tag<'_>) -> bool| self.open.iter().any(|(open, _)| tag(open));
        let behind = self.text.get(at + HOLE.len_utf8()..).unwrap_or_default();
        if !self.flavour.is_mdx() && around(|tag| matches!(tag, Tag::CodeBlock(CodeBlockKind::Indented))) {
            return Context::IndentedCode { prefix: self.indentation(start, at) };
        }
        if around(|tag| matches!(tag, Tag::CodeBlock(_))) {
            return Context::Other;
        }
        if self.line_before(at).ends_with('<') && behind.starts_with('>') {
            return Context::Autolink;
        }
        Context::Inline(self.inline(at))
    }

    /// What further lines of code begin with that begins here on its line.
    fn indentation(&self, start: usize, at: usize) -> String {
        let code = self.text.get(start..at).unwrap_or_default();
        let blanks = code.len() - code.trim_start_matches([' ', '\t']).len();
        prefix(self.text.get(self.line..start + blanks).unwrap_or_default())
    }

    fn inline(&self, at: usize) -> Inline {
        let block = self.open.iter().rev().find_map(|(tag, range)| match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => Some((tag, range.start)),
            Tag::Item | Tag::DefinitionListDefinition => Some((tag, range.start + self.marker(range.start))),
            _ => None,
        });
        let begins = block.map_or(at, |(_, start)| start);
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '>');
        // On further lines of a paragraph, blanks and quotation marks.
        let line = self.line_before(at);
        let indentation = match begins.checked_sub(self.line) {
            Some(indentation) if !matches!(block, Some((Tag::Heading { .. } | Tag::TableCell, _))) => {
                indentation
            }
            _ => line.len() - line.trim_start_matches(is_blank).len(),
        };
        match block {
            _ if self.place == Whole::Cell => Inline::Cell { indentation: None },
            Some((Tag::TableCell, _)) => Inline::Cell { indentation: Some(indentation) },
            Some((Tag::Heading { .. }, _)) => Inline::Heading { indentation },
            _ => Inline::Block {
                indentation: Some(indentation),
                is_alone: self.is_alone(),
                prefix: prefix(self.line_of(begins)),
            },
        }
    }

    /// Whether a hole is all there is in its paragraph.
    fn is_alone(&self) -> bool {
        let paragraph = self.open.last().filter(|(tag, _)| matches!(tag, Tag::Paragraph));
        let text = paragraph.and_then(|(_, range)| self.text.get(range.clone()));
        text.is_some_and(|text| text.trim_end().len() == HOLE.len_utf8())
    }

    /// How long the marker of a list item is, with the blanks behind it.
    fn marker(&self, item: usize) -> usize {
        let text = self.text.get(item..).unwrap_or_default();
        let marker = text
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start_matches(['-', '+', '*', '.', ')', ':']);
        text.len() - marker.trim_start_matches(' ').len()
    }

    /// In HTML that begins here.
    fn of_html(&self, start: usize, at: usize) -> Context {
        let block = self.open.last().filter(|(tag, _)| matches!(tag, Tag::HtmlBlock));
        let start = block.map_or(start, |(_, range)| range.start);
        let before = self.text.get(start..at).unwrap_or_default();
        // Behind the last `<` that begins a tag without a `>`.
        let tag = before.rfind('<').filter(|at| super::begins_tag(before.get(*at..).unwrap_or_default()));
        if tag.is_some_and(|tag| !before.get(tag..).unwrap_or_default().contains('>')) {
            return Context::Tag;
        }
        if !self.flavour.is_mdx() {
            return Context::Element;
        }
        // Between the elements of MDX, Markdown goes on.
        let line = self.line_before(at);
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        let prefix = line.get(..indentation).unwrap_or_default().to_owned();
        Context::Inline(Inline::Block { indentation: Some(indentation), is_alone: false, prefix })
    }
}
