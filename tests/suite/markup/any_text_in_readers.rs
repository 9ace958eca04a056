//! Any text is the same in each reader of Markdown.

use errbook_docgen::Format;
use proptest::prelude::*;

use super::readers_of_markdown::{HOSTILE, expected, pages, test_each_flavour};
use crate::readers::texts::{holdable, runner, text};
use crate::readers::visible;

/// Texts on one line: parts with a meaning in any format, and in a reader of Markdown.
fn line() -> impl Strategy<Value = String> {
    let hostile = proptest::sample::select(HOSTILE).prop_map(str::to_owned);
    let part = prop_oneof![2 => hostile, 3 => text()];
    let line = proptest::collection::vec(part, 1..4).prop_map(|parts| parts.concat());
    let line = line.prop_map(|line| line.replace(['\n', '\r'], " "));
    line.prop_filter("blank", |line| !visible::one_space(line).is_empty())
}

fn check(format: Format, mut read: impl FnMut(&str) -> Result<String, String>) {
    let read = std::cell::RefCell::new(&mut read);
    let result = runner().run(&line(), |text| {
        for (kind, page) in pages(format, &text, "") {
            let shown = (read.borrow_mut())(&page).map(|html| visible::places(&html));
            prop_assert_eq!(shown, Ok(expected(kind, &holdable(&text))), "{}: {}", kind, page);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

test_each_flavour!(check);
