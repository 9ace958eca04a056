//! Text that continues below the marker of an item, a field or a footnote stays in its paragraph; below a term it starts one.

use errbook_docgen::{Block, Format, Page};

use crate::readers::tool::book;

fn page(above: &str) -> String {
    let page = Page::new("page", format!("{above}{{{{ errors[0].description }}}}"));
    let page = page.render(Format::ReStructuredText, book("m", "- one\n- two")).unwrap();
    page.strip_prefix(above).unwrap().to_owned()
}

#[test]
fn in_its_paragraph() {
    for above in [
        "- x\n  ",
        "12. x\n    ",
        "1) x\n   ",
        "(a) x\n    ",
        ".. [1] x\n   ",
        ".. note:: x\n   ",
        ":f: x\n     ",
        "-x  y\n    ",
        "\u{2022} x\n  ",
    ] {
        assert_eq!(page(above), r"\- one - two", "{above:?}");
    }
}

#[test]
fn below() {
    for above in ["x\n   ", "- x\n     ", ":f:\n   ", ".. note::\n   "] {
        let indentation = above.lines().last().unwrap();
        assert_eq!(page(above), format!("- one\n{indentation}- two"), "{above:?}");
    }
}

/// Nothing ends a list but an empty line.
#[test]
fn with_text_below() {
    let page = Page::new("page", "x\n  {{ errors[0].description }}\n  y\n\n{{ errors[0].description }}\nz");
    let page = page.render(Format::ReStructuredText, book("m", "- one\n- two")).unwrap();
    assert_eq!(page, "x\n  \\- one - two\n  y\n\n\\- one - two\nz");
}
