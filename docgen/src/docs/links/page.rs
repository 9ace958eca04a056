//! The anchors and the links of a page.

use std::collections::{BTreeSet, HashMap};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthChar as _;

use crate::format::Format;

/// What links to a page and from it need.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) anchors: BTreeSet<String>,
    /// The addresses, each with its line.
    pub(super) links: Vec<(usize, String)>,
    /// Whether the page may have other anchors.
    pub(super) is_unclear: bool,
    /// How often a heading has been there.
    slugs: HashMap<String, usize>,
    /// How many lines there are before an offset.
    lines: (usize, usize),
}

impl Page {
    pub(super) fn read(format: Format, content: &str) -> Self {
        let mut page = Self::default();
        match format {
            Format::Html => page.html(content, 0, content),
            _ if format.is_markdown() => {
                page.markdown(content, matches!(format, Format::VitePress | Format::MkDocs));
            }
            _ => page.unclear(content),
        }
        page
    }

    /// Of `AsciiDoc` and reStructuredText, only the anchors that sections of ours have. docutils changes those.
    fn unclear(&mut self, content: &str) {
        self.is_unclear = true;
        for line in content.lines() {
            let name = line.strip_prefix("[#").and_then(|line| line.strip_suffix(']')).map(str::to_owned);
            let id = line.strip_prefix("[id=").and_then(|_| attribute(&line.replacen('[', " ", 1), "id"));
            let label = line.strip_prefix(".. _").and_then(|line| line.strip_suffix(':')).map(docutils);
            self.anchors.extend(name.or(id).or(label));
        }
    }

    /// A reader that `folds` makes other letters of those with accents.
    fn markdown(&mut self, content: &str, folds: bool) {
        let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut heading = String::new();
        // The text in images, which some tools leave out.
        let (mut in_images, mut images) = (0, String::new());
        for (event, range) in Parser::new_ext(content, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { id, .. }) => {
                    self.anchors.extend(id.map(|id| id.to_string()));
                    heading.clear();
                    images.clear();
                }
                Event::End(TagEnd::Heading(_)) => {
                    // Some read no attributes, or no character references.
                    let source = content.get(range).unwrap_or_default().lines().next().unwrap_or_default();
                    let texts = [
                        heading.as_str(),
                        source.trim_start_matches(['#', ' ']),
                        &heading.replacen(&images, "", 1),
                    ]
                    .map(str::to_owned);
                    self.is_unclear |= folds && (!heading.is_ascii() || heading.matches(':').count() > 1);
                    self.slugs(
                        texts
                            .iter()
                            .flat_map(|text| [github(text), vitepress(text), python_markdown(text)])
                            .collect(),
                    );
                }
                Event::Start(Tag::Image { .. }) => in_images += 1,
                Event::End(TagEnd::Image) => in_images -= 1,
                Event::Text(text) | Event::Code(text) => {
                    heading.push_str(&text);
                    images.push_str(if in_images > 0 { &text } else { "" });
                }
                // GitHub joins the lines of a heading.
                Event::SoftBreak => heading.push('\n'),
                Event::Start(Tag::Link { dest_url, .. }) => self.link(content, range.start, &dest_url),
                // A tag or a comment may have several lines.
                Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                    self.html(content, range.start, content.get(range).unwrap_or_default());
                }
                _ => {}
            }
        }
    }

    /// The attributes `id`, `name` and `href` of tags, without those in scripts and comments.
    fn html(&mut self, content: &str, start: usize, html: &str) {
        let mut at = 0;
        while let Some(tag) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
            let rest = html.get(tag..).unwrap_or_default();
            let close = [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")];
            if let Some((_, close)) = close.iter().find(|(open, _)| rest.starts_with(open)) {
                at = rest.find(close).map_or(html.len(), |end| tag + end + 1);
                continue;
            }
            let end = rest.find('>').map_or(html.len(), |end| tag + end);
            let text = html.get(tag..end).unwrap_or_default();
            for name in ["id", "name"] {
                self.anchors.extend(attribute(text, name));
            }
            if let Some(address) = attribute(text, "href") {
                self.link(content, start + tag, &address);
            }
            at = end.max(tag + 1);
        }
    }

    fn link(&mut self, content: &str, at: usize, address: &str) {
        // Links come in order, so that lines are counted once.
        let (before, lines) = self.lines;
        if at > before {
            self.lines = (at, lines + content.get(before..at).unwrap_or_default().matches('\n').count());
        }
        self.links.push((self.lines.1 + 1, address.to_owned()));
    }

    /// The anchors of a heading by the rules of several tools. The next heading with the same text has a number.
    fn slugs(&mut self, slugs: BTreeSet<String>) {
        for slug in slugs {
            let count = self.slugs.entry(slug.clone()).or_default();
            *count += 1;
            self.anchors.extend(match count {
                1 => vec![slug],
                // Some tools count from 1, others from 2.
                _ => [*count - 1, *count]
                    .map(|count| [format!("{slug}-{count}"), format!("{slug}_{count}")])
                    .concat(),
            });
        }
    }
}

/// The value of an attribute of a tag, with character references replaced as far as ours have them.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let mut places = lower.match_indices(name);
    places.find_map(|(at, _)| {
        let before = tag.get(..at)?.chars().next_back()?;
        let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let value = match value.strip_prefix(['"', '\'']) {
            Some(quoted) => quoted.split(value.chars().next()?).next()?,
            None => value.split(char::is_whitespace).next()?,
        };
        Some(value).filter(|_| before.is_whitespace()).map(without_references)
    })
}

fn without_references(value: &str) -> String {
    let mut parts = value.split("&#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let character = part.split_once(';').and_then(|(number, rest)| {
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            let number = hex.unwrap_or_else(|| number.parse()).ok()?;
            Some((char::from_u32(number)?, rest))
        });
        match character {
            Some((c, rest)) => out.extend([c.encode_utf8(&mut [0; 4]), rest]),
            None => out.extend(["&#", part]),
        }
    }
    out.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The rule of GitHub: letters, their marks, digits, `-`, `_`, and a `-` for each space.
fn github(text: &str) -> String {
    let is_mark =
        |c: char| c.width() == Some(0) && !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') || is_mark(*c);
    let kept = text.trim().chars().filter(is_kept);
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The rule of `VitePress`: a `-` for each run of signs and spaces, and a `_` before a digit.
fn vitepress(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || "“”‘’…".contains(c));
    let slug = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-").to_lowercase();
    if slug.starts_with(|c: char| c.is_ascii_digit()) { format!("_{slug}") } else { slug }
}

/// The rule of Python-Markdown: ASCII letters, digits and `_`, and a `-` for each run of spaces and dashes.
fn python_markdown(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ' | '\n'));
    let mut slug: Vec<char> = kept.collect::<String>().trim().replace([' ', '\n'], "-").chars().collect();
    slug.dedup_by(|c, before| *c == '-' && *before == '-');
    slug.into_iter().collect::<String>().to_lowercase()
}

/// The rule of docutils.
fn docutils(label: &str) -> String {
    let words = label.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-").to_lowercase();
    id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned()
}
