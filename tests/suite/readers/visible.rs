//! The text that a page shows in its headings, paragraphs, items and cells.

use ego_tree::NodeRef;
use scraper::{Html, Node};

/// The name of the element and its text, one for each place in the order of the page.
pub fn places(html: &str) -> Vec<(String, String)> {
    let document = Html::parse_fragment(html);
    let mut places = Vec::new();
    collect(*document.root_element(), &mut places);
    places
}

fn collect(node: NodeRef<'_, Node>, places: &mut Vec<(String, String)>) {
    for child in node.children() {
        let name = child.value().as_element().map_or("", |element| element.name());
        // An item with paragraphs has the text of these.
        let has_paragraphs = name == "li" && child.children().any(|child| is(child, "p"));
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "li" | "td" | "th")
            && !has_paragraphs
        {
            let mut text = String::new();
            read(child, &mut text);
            places.push((name.to_owned(), one_space(&text)));
        } else {
            collect(child, places);
        }
    }
}

/// The text with one space for each white space. JavaScript takes U+FEFF for one.
pub fn one_space(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c == '\u{feff}').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn is(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

fn read(node: NodeRef<'_, Node>, out: &mut String) {
    match node.value() {
        Node::Text(text) => out.push_str(text),
        Node::Element(element) if element.name() == "br" => out.push('\n'),
        // What a text became; pictures have none.
        Node::Element(element) if matches!(element.name(), "img" | "input") => {
            out.extend(["<", element.name(), ">"]);
        }
        // The link to a heading itself.
        Node::Element(element) if element.classes().any(|class| class == "header-anchor") => {}
        _ => node.children().for_each(|child| read(child, out)),
    }
}
