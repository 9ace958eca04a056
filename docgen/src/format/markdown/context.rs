//! What the holes for values are in, as a parser of Markdown reads what is around them.

use std::cell::RefCell;
use std::iter::Peekable;
use std::ops::Range;
use std::rc::Rc;
use std::vec::IntoIter;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Flavour, Whole};
use crate::ast::{HOLE, OPTIONS, ends_in, ends_in_tag};
use crate::format::Place;
use crate::template::prefix;

/// A part of the text to be written anew.
#[derive(Debug)]
pub(crate) struct Spot {
    pub(super) range: Range<usize>,
    pub(super) context: Context,
}

/// What a hole is in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Context {
    Prose {
        place: Place,
        /// Where on the line a block could begin, behind the lists and quotations around it, if one could.
        start: Option<usize>,
        /// The hole is the whole paragraph.
        is_alone: bool,
        is_in_link: bool,
        /// What further lines begin with.
        prefix: String,
    },
    /// A code span with this content; all of it is the spot.
    CodeSpan { content: String, place: Place },
    /// A fenced code block; all of it is the spot.
    Fence,
    /// The destination of a link.
    Address,
    /// The title of a link, between such quotes.
    Title { quote: char },
    /// The text of an image.
    ImageText { place: Place },
    /// An image, of which readers of `VitePress` see no text that is escaped; all of it is the spot.
    Image { place: Place },
    /// Between `<` and `>`.
    Autolink,
    /// Between tags of HTML.
    Element { is_in_link: bool },
    /// In a tag of HTML.
    Tag,
    /// A line of code by indentation, of which this is what further lines begin with.
    IndentedCode { prefix: String },
    /// Where no markup is read: the language of a code block, …
    Other,
}

/// The spots in the last text that a template printed: the rows of a table have the same.
#[derive(Debug, Default)]
pub(crate) struct Parsed(RefCell<Option<(String, Rc<Vec<Spot>>)>>);

impl Parsed {
    pub(super) fn get(&self, text: &str, parse: impl FnOnce() -> Vec<Spot>) -> Rc<Vec<Spot>> {
        let mut last = self.0.borrow_mut();
        match last.as_ref().filter(|(of, _)| of == text) {
            Some((_, spots)) => Rc::clone(spots),
            None => Rc::clone(&last.insert((text.to_owned(), Rc::new(parse()))).1),
        }
    }
}

/// All spots, in order.
pub(super) fn spots(text: &str, whole: Whole, flavour: Flavour) -> Vec<Spot> {
    if !text.contains(HOLE) {
        return Vec::new();
    }
    // A cell is a part of a line: it begins no block.
    let (in_front, options) = match whole {
        Whole::Cell => ("x ", OPTIONS),
        Whole::Page => ("", OPTIONS | Options::ENABLE_DEFINITION_LIST),
        Whole::Tree => ("", OPTIONS),
    };
    let text = flavour.nested(format!("{in_front}{text}"));
    let holes: Vec<_> = text.match_indices(HOLE).map(|(at, _)| at).collect();
    let mut finder = Finder {
        text: &text,
        holes: holes.into_iter().peekable(),
        at: 0,
        line: 0,
        open: Vec::new(),
        is_in_tags: false,
        is_cell: whole == Whole::Cell,
        flavour,
        spots: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        finder.read(event, range);
    }
    finder.put(text.len(), Finder::between);
    let by = in_front.len();
    let moved = |spot: Spot| Spot { range: spot.range.start - by..spot.range.end - by, ..spot };
    finder.spots.into_iter().map(moved).collect()
}

struct Finder<'t> {
    text: &'t str,
    holes: Peekable<IntoIter<usize>>,
    /// The last hole, and where its line begins: all lines are searched once.
    at: usize,
    line: usize,
    open: Vec<(Tag<'t>, Range<usize>)>,
    /// Between the tags of a link.
    is_in_tags: bool,
    is_cell: bool,
    flavour: Flavour,
    spots: Vec<Spot>,
}

impl<'t> Finder<'t> {
    fn read(&mut self, event: Event<'t>, range: Range<usize>) {
        if !matches!(event, Event::End(_)) {
            self.put(range.start, Self::between);
        }
        match event {
            Event::Start(tag) => {
                match &tag {
                    Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.put_whole(range.clone(), Context::Fence),
                    Tag::Image { link_type: LinkType::Inline, .. } if self.flavour == Flavour::VitePress => {
                        self.put_whole(range.clone(), Context::Image { place: self.place() });
                    }
                    _ => {}
                }
                self.open.push((tag, range));
            }
            Event::End(tag) => {
                self.is_in_tags &= matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough);
                let start = self.open.pop().map_or(range.start, |(_, open)| open.start);
                if matches!(tag, TagEnd::Link | TagEnd::Image) {
                    self.put(range.end, |finder, at| finder.of_link(start, at));
                }
            }
            Event::Code(content) => {
                // In a row, a `|` is escaped in code as well.
                let content = if self.is_cell { content.replace("\\|", "|") } else { content.into() };
                self.put_whole(range, Context::CodeSpan { content, place: self.place() });
            }
            Event::Text(_) => self.put(range.end, |finder, at| finder.of_text(range.start, at)),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.put(range.end, |finder, at| finder.of_html(range.start, at));
                self.is_in_tags = ends_in(&["a"], self.text.get(range).unwrap_or_default(), self.is_in_tags);
            }
            _ => {}
        }
    }

    /// Puts the holes in front of this place into the context that they are in.
    fn put(&mut self, end: usize, context: impl Fn(&Self, usize) -> Context) {
        while let Some(at) = self.holes.next_if(|at| *at < end) {
            let between = self.text.get(self.at..at).unwrap_or_default();
            self.line = between.rfind('\n').map_or(self.line, |line| self.at + line + 1);
            self.at = at;
            let context = context(self, at);
            self.spots.push(Spot { range: at..at + HOLE.len_utf8(), context });
        }
    }

    /// One spot for all holes in the range.
    fn put_whole(&mut self, range: Range<usize>, context: Context) {
        if self.holes.next_if(|at| *at < range.end).is_some() {
            while self.holes.next_if(|at| *at < range.end).is_some() {}
            self.spots.push(Spot { range, context });
        }
    }

    /// What is before the hole on its line.
    fn line(&self) -> &'t str {
        self.text.get(self.line..self.at).unwrap_or_default()
    }

    /// What is before any place on its line.
    fn line_of(&self, at: usize) -> &'t str {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// In nothing that the parser tells of.
    fn between(&self, at: usize) -> Context {
        let line = self.line();
        match line.split_once("]:") {
            Some((label, _)) if label.trim_start_matches([' ', '>']).starts_with('[') => {
                self.of_link(at - line.len(), at)
            }
            _ => Context::Other,
        }
    }

    /// Behind the text of a link that begins here: its destination, or its title.
    fn of_link(&self, link: usize, at: usize) -> Context {
        let before = self.text.get(link..at).unwrap_or_default();
        let destination = [before.rfind("]("), before.rfind("]:")].into_iter().flatten().max();
        let destination = before.get(destination.map_or(0, |at| at + 2)..).unwrap_or_default().trim_start();
        match destination.split_once([' ', '\n']) {
            Some((_, title)) if !destination.starts_with('<') => {
                Context::Title { quote: title.trim_start().chars().next().unwrap_or('"') }
            }
            _ => Context::Address,
        }
    }

    /// In a text that begins here.
    fn of_text(&self, start: usize, at: usize) -> Context {
        let is_behind = self.text.get(at + HOLE.len_utf8()..).is_some_and(|behind| behind.starts_with('>'));
        match self.open.last() {
            Some((Tag::CodeBlock(CodeBlockKind::Indented), _)) if !self.flavour.is_mdx() => {
                // Further lines begin as this one does, with the blanks of its code.
                let code = self.text.get(start..at).unwrap_or_default();
                let blanks = code.len() - code.trim_start_matches([' ', '\t']).len();
                let line = self.line();
                let prefix = line.get(..line.len() - (code.len() - blanks)).map(prefix);
                Context::IndentedCode { prefix: prefix.unwrap_or_default() }
            }
            Some((Tag::CodeBlock(_), _)) => Context::Other,
            _ if is_behind && self.line().ends_with('<') => Context::Autolink,
            Some((Tag::Image { .. }, _)) => Context::ImageText { place: self.place() },
            _ => self.prose(at),
        }
    }

    /// The kind of place of code and images, which need to know only cells.
    fn place(&self) -> Place {
        let in_cell = self.is_cell || self.open.iter().any(|(tag, _)| matches!(tag, Tag::TableCell));
        if in_cell { Place::Cell } else { Place::Paragraph }
    }

    fn prose(&self, at: usize) -> Context {
        let block = self.open.iter().rev().find_map(|(tag, range)| match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => Some((tag, range.start)),
            Tag::Item | Tag::DefinitionListDefinition => Some((tag, range.start + self.marker(range.start))),
            _ => None,
        });
        let place = match block {
            Some((Tag::TableCell, _)) => Place::Cell,
            _ if self.is_cell => Place::Cell,
            Some((Tag::Heading { .. }, _)) => Place::Heading,
            _ => Place::Paragraph,
        };
        let begins = block.map_or(at, |(_, begins)| begins);
        let line = self.line();
        let start = match (begins + line.len()).checked_sub(at) {
            Some(start) if place == Place::Paragraph => start,
            // On further lines of a paragraph, blanks and quotation marks.
            _ => line.len() - line.trim_start_matches([' ', '\t', '>']).len(),
        };
        Context::Prose {
            place,
            start: (!self.is_cell).then_some(start),
            is_alone: self.is_alone(),
            is_in_link: self.is_in_tags || self.open.iter().any(|(tag, _)| matches!(tag, Tag::Link { .. })),
            prefix: self.flavour.prefix(self.line_of(begins)),
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
            .trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit())
            .trim_start_matches(['-', '+', '*', '.', ')', ':']);
        text.len() - marker.trim_start_matches(' ').len()
    }

    /// In HTML that begins here.
    fn of_html(&self, start: usize, at: usize) -> Context {
        let is_in_link = ends_in(&["a"], self.text.get(start..at).unwrap_or_default(), self.is_in_tags);
        let block = self.open.last().filter(|(tag, _)| matches!(tag, Tag::HtmlBlock));
        let start = block.map_or(start, |(_, range)| range.start);
        let before = self.text.get(start..at).unwrap_or_default();
        if ends_in_tag(before, false) {
            return Context::Tag;
        }
        if !self.flavour.is_mdx() {
            return Context::Element { is_in_link };
        }
        // Between the elements of MDX, Markdown goes on.
        let line = self.line();
        let start = line.len() - line.trim_start_matches([' ', '\t']).len();
        let prefix = line.get(..start).unwrap_or_default().to_owned();
        Context::Prose { place: Place::Paragraph, start: Some(start), is_alone: false, is_in_link, prefix }
    }
}
