//! The Markdown of doc comments as HTML that neither loads nor runs anything: images are links, HTML is text.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use crate::ast::{self, is_safe_address};
use crate::template::holdable;

/// The text as blocks, its headings below one of this level.
pub(super) fn blocks(markdown: &str, level: usize) -> String {
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events(&holdable(markdown), level));
    out
}

/// The text without the element of its paragraph, if it is only one.
pub(super) fn fitted(markdown: &str) -> String {
    let html = blocks(markdown, 4);
    let inside = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    inside.filter(|html| !html.contains("<p>")).map_or_else(|| html.clone(), str::to_owned)
}

fn events(markdown: &str, level: usize) -> impl Iterator<Item = Event<'_>> {
    let mut safe = Safe { above: level, level, headings: Vec::new(), links: Vec::new() };
    ast::events(markdown).flat_map(move |event| safe.event(event))
}

/// What is open while events are rewritten.
struct Safe {
    /// The level of the heading above the text.
    above: usize,
    /// That of the last heading.
    level: usize,
    headings: Vec<HeadingLevel>,
    /// Whether each open link and image is a link on the page.
    links: Vec<bool>,
}

impl Safe {
    fn event<'e>(&mut self, event: Event<'e>) -> Vec<Event<'e>> {
        let text = |text: String| vec![Event::Text(text.into())];
        match event {
            Event::Start(Tag::Heading { level, .. }) => vec![self.heading(level)],
            Event::End(TagEnd::Heading(level)) => {
                vec![Event::End(TagEnd::Heading(self.headings.pop().unwrap_or(level)))]
            }
            Event::Start(
                Tag::Link { link_type, dest_url, title, id } | Tag::Image { link_type, dest_url, title, id },
            ) => {
                let nested = self.links.contains(&true);
                self.links.push(!nested && is_safe_address(&dest_url));
                let link = Event::Start(Tag::Link { link_type, dest_url, title, id });
                if self.links.last() == Some(&true) { vec![link] } else { Vec::new() }
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.links.pop() == Some(true) {
                    vec![Event::End(TagEnd::Link)]
                } else {
                    Vec::new()
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => as_text(html),
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            // An id would be one of the page, and a control needs a name.
            Event::FootnoteReference(label) => text(format!("[{label}]")),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                vec![Event::Start(Tag::BlockQuote(None)), Event::Text(format!("[{label}] ").into())]
            }
            Event::End(TagEnd::FootnoteDefinition) => vec![Event::End(TagEnd::BlockQuote(None))],
            Event::TaskListMarker(is_done) => text(if is_done { "☑ " } else { "☐ " }.to_owned()),
            Event::SoftBreak => text("\n".to_owned()),
            other => vec![other],
        }
    }

    /// A heading, at most one level below the one before.
    fn heading<'e>(&mut self, level: HeadingLevel) -> Event<'e> {
        self.level = (self.above + level as usize).min(self.level + 1).min(6);
        let level = HeadingLevel::try_from(self.level).unwrap_or(HeadingLevel::H6);
        self.headings.push(level);
        Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() })
    }
}

/// HTML as what was written, but for line breaks and comments.
fn as_text(html: CowStr<'_>) -> Vec<Event<'_>> {
    let tag = html.trim().to_ascii_lowercase();
    if tag.starts_with("<!--") && tag.ends_with("-->") {
        return Vec::new();
    }
    vec![if matches!(&*tag, "<br>" | "<br/>" | "<br />") { Event::HardBreak } else { Event::Text(html) }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_loaded_and_nothing_runs() {
        let cases = [
            ("![a chart](https://a.b/c.png)", "<p><a href=\"https://a.b/c.png\">a chart</a></p>\n"),
            ("[![icon](i.svg) more](https://a.b)", "<p><a href=\"https://a.b\">icon more</a></p>\n"),
            ("[run](javascript:alert(1))", "<p>run</p>\n"),
            ("[run](JaVaScRiPt&#58;alert(1)) <data:text/html,x>", "<p>run data:text/html,x</p>\n"),
            (
                "[top](#x) [mail](mailto:a@b.c)",
                "<p><a href=\"#x\">top</a> <a href=\"mailto:a@b.c\">mail</a></p>\n",
            ),
            ("a <b onclick='x'>b</b>", "<p>a &lt;b onclick='x'&gt;b&lt;/b&gt;</p>\n"),
            ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
            ("a<br>b <!-- c -->d", "<p>a<br />\nb d</p>\n"),
        ];
        for (markdown, html) in cases {
            assert_eq!(blocks(markdown, 4), html, "{markdown}");
        }
    }

    #[test]
    fn headings_do_not_skip_a_level() {
        assert_eq!(
            blocks("### a\n# b\n## c\n#### d\n# e", 4),
            "<h5>a</h5>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n<h5>e</h5>\n"
        );
    }

    #[test]
    fn nothing_has_an_id_or_is_a_control() {
        let html = blocks("- [x] done\n- [ ] not\n\nnoted[^1]\n\n[^1]: Why.", 4);
        assert!(!html.contains("id=") && !html.contains("<input"), "{html}");
        assert!(html.contains("☑ done") && html.contains("[1]") && html.contains("Why."), "{html}");
    }

    #[test]
    fn one_paragraph_fits_into_a_cell() {
        assert_eq!(fitted("The **name**."), "The <strong>name</strong>.");
        assert_eq!(fitted("a\n\nb"), "<p>a</p>\n<p>b</p>\n");
        assert_eq!(fitted(""), "");
    }
}
