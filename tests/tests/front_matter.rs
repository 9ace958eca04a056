//! A text in the front matter of a page is the same text to a reader of YAML.

mod readers;

use errbook_docgen::{Block, Format, Page};
use proptest::prelude::*;
use readers::texts::{book, holdable, runner, text};
use yaml_rust2::{Yaml, YamlLoader};

/// Behind other text, a value without quotes can break what is around it: nothing can be done for that.
const VALUES: [&str; 5] = ["X", "\"X\"", "'X'", "\"a X b\"", "'a X b'"];

#[test]
fn values() {
    for value in VALUES {
        let template = format!("---\nfirst: 1\nvalue: {value}\nlist:\n  - {value}\nlast: z\n---\n\ntext\n");
        let page = Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
        let result = runner().run(&text(), |text| {
            let page = page.render(Format::Markdown, &book([[&text, "", ""]])).unwrap();
            let text = holdable(&text);
            let matter =
                page.strip_prefix("---\n").unwrap().split_once("\n---\n\ntext\n").map(|(matter, _)| matter);
            prop_assert!(matter.is_some(), "{:?}", page);
            let read = YamlLoader::load_from_str(matter.unwrap());
            prop_assert!(read.is_ok(), "{:?}: {:?}", page, read);
            let read = &read.unwrap()[0];
            let text = if value.contains('\'') { text.replace('\n', " ") } else { text };
            let is_empty = value == "X" && text.is_empty();
            let expected = value.trim_matches(['"', '\'']).replace('X', &text);
            prop_assert_eq!(&read["last"], &Yaml::String("z".to_owned()), "{:?}", page);
            for read in [&read["value"], &read["list"][0]] {
                let number = matches!(read, Yaml::Integer(_) | Yaml::Real(_) | Yaml::Boolean(_) | Yaml::Null);
                prop_assert!(
                    is_empty || number || read.as_str() == Some(&expected),
                    "{:?}: {:?}",
                    page,
                    read
                );
                prop_assert!(!number || text.parse::<f64>().is_ok() || is_empty, "{:?}: {:?}", page, read);
            }
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{value}: {error}"));
    }
}
