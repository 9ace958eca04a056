//! Values in the places that authors give them on pages of `AsciiDoc` and reStructuredText.

use errbook_docgen::{Block, Format, Page};

use crate::readers::texts::book;

fn page(format: Format, template: &str, text: &str) -> String {
    Page::new("page", template).render(format, &book([[text, "", ""]])).unwrap()
}

fn docs(format: Format, template: &str, docs: &str) -> String {
    let page = Page::new("page", template.replace('@', "{{ errors[0].description }}"));
    page.render(format, &book([["x", "", docs]])).unwrap()
}

/// A line of a value neither ends the author's listing nor names a file to include.
#[test]
fn lines_of_values_in_listings() {
    let listing = |fences: [&str; 2], value| {
        let [open, close] = fences;
        page(Format::AsciiDoc, &format!("{open}\n{{{{ errors[0].meta.x | verbatim }}}}\n{close}\nx"), value)
    };
    assert_eq!(listing(["----"; 2], "a\n----\nb"), "-----\na\n----\nb\n-----\nx");
    assert_eq!(listing(["...."; 2], "....\n.....\n----"), "......\n....\n.....\n----\n......\nx");
    assert_eq!(listing(["```js", "```"], "```"), "[source,js]\n----\n```\n----\nx");
    assert_eq!(listing(["```js\r", "```\r"], "```"), "[source,js]\r\n----\r\n```\n----\r\nx");
    assert_eq!(listing(["----"; 2], "a\n ----\n..."), "----\na\n ----\n...\n----\nx");
    assert_eq!(
        listing(["----\ny"; 2], "include::a[]\nendif::[]"),
        "----\ny\n\\include::a[]\n\\endif::[]\n----\ny\nx"
    );
    let within = page(Format::AsciiDoc, "----\n{ {{ errors[0].meta.x | verbatim }}\n----\n", "include::a[]");
    assert_eq!(within, "----\n{ include::a[]\n----\n");
    let below = page(Format::AsciiDoc, "Title\n-----\n\n{{ errors[0].meta.x | verbatim }}\n-----\n", "-----");
    assert_eq!(below, "Title\n-----\n\n-----\n-----\n");
}

/// Text that the author writes below a value does not belong to its last item.
#[test]
fn text_below_lists() {
    for (format, list) in [(Format::AsciiDoc, "* a\n* b"), (Format::ReStructuredText, "- a\n- b")] {
        let below = |behind: &str, docs: &str| {
            let page = Page::new("page", format!("{{{{ errors[0].description }}}}\n{behind}"));
            page.render(format, &book([["x", "", docs]])).unwrap()
        };
        assert_eq!(below("behind", "- a\n- b"), format!("{list}\n\nbehind"));
        assert_eq!(below("{{ errors[0].meta.x }}", "- a\n- b"), format!("{list}\n\nx"));
        assert_eq!(below("\nbehind", "- a\n- b"), format!("{list}\n\nbehind"));
        assert_eq!(below("behind", "a"), "a\nbehind");
        assert_eq!(below("", "- a\n- b"), format!("{list}\n"));
    }
}

/// An author's letter and a value do not make a marker of a list, and an author's signs around a value are those of emphasis.
#[test]
fn values_beside_the_signs_of_authors() {
    for (template, value, asciidoc, rst) in [
        ("a@", ". b", "a&#46; b", "a\\. b"),
        ("1@", ") b", "1&#41; b", "1\\) b"),
        ("-@", " b", "-&#32;b", "-\\  b"),
        ("x *@* y", " b ", "x *&#32;b&#32;* y", "x *b* y"),
        ("x *@* y", "", "x *{empty}* y", "x ** y"),
        ("a|@", "1. b", "a|1&#46; b", "a|\\1. b"),
        ("@. a", "b", "&#98;. a", "\\b. a"),
        ("@. a", "4", "4. a", "4. a"),
        (".. [1] @", "- b", ".. [1] - b", ".. [1] \\- b"),
        ("aa  @", "- b", "aa  - b", "aa  \\- b"),
        ("a @", " b", "a  b", "a  b"),
    ] {
        let template = template.replace('@', "{{ errors[0].meta.x }}");
        assert_eq!(page(Format::AsciiDoc, &template, value), asciidoc);
        assert_eq!(page(Format::ReStructuredText, &template, value), rst);
    }
}

/// A title, a term, a comment and the attributes of a block end with their line.
#[test]
fn values_of_several_lines_on_one_line() {
    for (template, written) in [
        ("== @\n", "== a b\n"),
        (".@\nx", ".a b\nx"),
        ("@:: x", "a b:: x"),
        ("// @\nx", "// a b\nx"),
        ("[quote,@]\nx", "[quote,a b]\nx"),
        ("* @", "* a +\nb"),
        (". @", ". a +\nb"),
        ("|@", "|a +\nb"),
    ] {
        let template = template.replace('@', "{{ errors[0].meta.x }}");
        assert_eq!(page(Format::AsciiDoc, &template, "a\nb"), written);
    }
}

/// A marker needs a text, and a term without a definition takes the next paragraph for it.
#[test]
fn empty_values_behind_markers() {
    for template in ["* @\n* x", ". @\n. x", "x:: @\n\nx", "== @\n"] {
        for value in
            ["{{ errors[0].meta.x }}", "{{ errors[0].meta.x | code }}", "{{ errors[0].description }}"]
        {
            let written = page(Format::AsciiDoc, &template.replace('@', value), "");
            assert_eq!(written, template.replace('@', "{empty}"));
        }
    }
    assert_eq!(page(Format::AsciiDoc, "x {{ errors[0].meta.x }}", ""), "x ");
}

/// Blocks in an item are attached to it, however the author wrote that, and stay inside of the author's fences.
#[test]
fn blocks_in_items_of_asciidoc() {
    let [comment, code] = ["a\n\n- b\n- c", "```\na\n```"];
    for (template, docs_of, written) in [
        ("* x\n+\n@\n* y", comment, "* x\n+\na\n+\n[none]\n=====\n* b\n* c\n=====\n\n* y"),
        ("* x\n+\n@\n+\ny", code, "* x\n+\n----\na\n----\n+\ny"),
        ("x::\n  @\ny:: z", comment, "x::\n  a\n** b\n** c\n\ny:: z"),
        ("x::\n  @\ny:: z", code, "x::\n  {empty}\n+\n----\na\n----\n\ny:: z"),
        ("____\n@\n____", "> a", "____\n_____\na\n_____\n\n____"),
    ] {
        assert_eq!(docs(Format::AsciiDoc, template, docs_of), written);
    }
}

/// Below a term, blocks stay blocks; below the text of an item, they are more of it.
#[test]
fn definitions_of_restructured_text() {
    for (template, written) in [
        ("x\n   @", "x\n   - a\n   - b"),
        ("``x``\n  @\n\ny\n  z", "``x``\n  - a\n  - b\n\ny\n  z"),
        ("- x\n    @", "- x\n    - a\n    - b"),
        ("- x\n  @", "- x\n  \\- a - b"),
        ("x\n@", "x\n\\- a - b"),
    ] {
        assert_eq!(docs(Format::ReStructuredText, template, "- a\n- b"), written);
    }
    assert_eq!(docs(Format::ReStructuredText, "@\nx", "a  \nb"), "| a\n| b\n\nx");
}

/// The author's backslash is the escape of a value, unless there are two.
#[test]
fn backslashes_in_front_of_values() {
    let written = |template| page(Format::ReStructuredText, template, "*b*");
    assert_eq!(written("x \\{{ errors[0].meta.x }}"), "x \\*b\\*");
    assert_eq!(written("x \\\\{{ errors[0].meta.x }}"), "x \\\\\\*b\\*");
}

/// Markup does not nest there.
#[test]
fn markup_between_signs_of_restructured_text() {
    assert_eq!(docs(Format::ReStructuredText, "x **@** y", "`a` *b*"), "x **a b** y");
    assert_eq!(page(Format::ReStructuredText, "*{{ errors[0].meta.x | code }}*", "a*b"), "*a*b*");
    assert_eq!(page(Format::ReStructuredText, "(*{{ errors[0].meta.x | code }})", "a"), "(*\\ ``a``)");
}
