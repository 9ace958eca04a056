//! HTML as browsers read it (`html5ever`).

use ego_tree::NodeRef;
use scraper::{Html, Node};

use super::Outline;

/// The outline, with attributes in front of elements; line breaks of the source are spaces.
pub fn outline(html: &str) -> String {
    let document = Html::parse_fragment(html);
    let mut out = Outline::default();
    for child in document.root_element().children() {
        read(child, false, &mut out);
    }
    out.finish()
}

fn read(node: NodeRef<'_, Node>, is_raw: bool, out: &mut Outline) {
    match node.value() {
        Node::Text(text) if is_raw => out.text(text),
        Node::Text(text) => out.text(&text.replace('\n', " ")),
        Node::Element(element) if element.name() == "br" => out.text("\n"),
        Node::Element(element) => {
            for (name, value) in element.attrs() {
                out.text(&format!("({name} {value})"));
            }
            out.open(element.name());
            let is_raw = is_raw || matches!(element.name(), "pre" | "textarea" | "title");
            node.children().for_each(|child| read(child, is_raw, out));
            out.close();
        }
        Node::Comment(_) => out.text("(comment)"),
        other => out.text(&format!("{other:?}")),
    }
}

/// All text, letter for letter, without spaces.
pub fn letters(html: &str) -> String {
    let document = Html::parse_fragment(html);
    let text = document.root_element().text().flat_map(str::chars);
    super::letters::without_tags(&text.filter(|c| !matches!(c, ' ' | '\t' | '\n')).collect::<String>())
}
