//! Text in the address or the title of a link cannot change anything else.

use errbook_docgen::{Block, Format, Page};
use proptest::prelude::*;

use crate::readers::texts::{book, holdable, runner, text};
use crate::readers::{comrak, mdx, pulldown};

/// Without what an address cannot hold, and with `%` undone.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *byte == b'%') {
            Some(decoded) => {
                bytes.push(decoded);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn check(template: &str, outline: &str, with: impl Fn(&str) -> String) {
    let page = Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
    let result = runner().run(&text(), |text| {
        let expected = decoded(&crate::readers::normal(&outline.replace('X', &with(&holdable(&text)))));
        let page_of = |format| page.render(format, &book([[&text, "", ""]])).unwrap();
        let page = page_of(Format::Markdown);
        prop_assert_eq!(decoded(&pulldown::outline(&page)), &*expected, "pulldown-cmark: {:?}", page);
        prop_assert_eq!(decoded(&comrak::outline(&page)), &*expected, "comrak: {:?}", page);
        // `markdown-rs` keeps character references in addresses of images.
        prop_assume!(!(template.contains("![") && text.contains('&')));
        let page = page_of(Format::Mdx);
        prop_assert_eq!(decoded(&mdx::outline(&page).unwrap()), &*expected, "markdown-rs: {:?}", page);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{template:?}: {error}"));
}

#[test]
fn addresses() {
    let address = |text: &str| text.replace(['\n', '\t'], "");
    check("[a](/u/X) b", "p⟦(/u/X )a⟦a⟧ b⟧", address);
    check("[a](/u/X \"t\") b", "p⟦(/u/X t)a⟦a⟧ b⟧", address);
    check("[a](#X)", "p⟦(#X )a⟦a⟧⟧", address);
    check("- ![a](/X)\n- b", "ul⟦li⟦(/X )img⟦a⟧⟧li⟦b⟧⟧", address);
    check("| a |\n| - |\n| [a](/X) |\n", "table⟦tr⟦td⟦a⟧⟧tr⟦td⟦(/X )a⟦a⟧⟧⟧⟧", address);
}

#[test]
fn titles() {
    let title = |text: &str| text.to_owned();
    check("[a](/u \"t X\") b", "p⟦(/u t X)a⟦a⟧ b⟧", title);
    check("[a](/u 'X t') b", "p⟦(/u X t)a⟦a⟧ b⟧", title);
    check("| a |\n| - |\n| [a](/u \"t X\") |\n", "table⟦tr⟦td⟦a⟧⟧tr⟦td⟦(/u t X)a⟦a⟧⟧⟧⟧", title);
}
