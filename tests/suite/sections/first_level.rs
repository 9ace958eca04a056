//! Every heading of the first level starts a section.

use errbook::{ApiError, Entry};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Sectioned {
    /// Description.
    ///
    /// # Cause
    /// The first cause.
    ///
    /// The second cause.
    ///
    /// ## Detail
    /// Stays inside.
    ///
    /// # Solution
    /// ```sh
    /// # this is a comment of the shell
    /// retry --now
    /// ```
    /// # How to ask for help #
    ///
    /// Call us.
    /// #hashtag
    ///
    /// # Empty
    Full,
    /// # Only
    /// a section.
    Only,
    /// ~~~text
    /// # no heading
    /// ```
    /// # nor this
    /// ~~~
    /// # Heading
    Tildes,
    /// # Twice
    /// one
    /// # Twice
    /// two
    Twice,
    /// Code:
    ///
    ///     # indented by four spaces
    Indented,
    /// ```inline``` code
    ///
    /// # Behind three backticks
    /// ~~struck out~~
    ///
    /// # Behind two tildes
    ///     ```
    /// # Behind an indented fence
    Fenceless,
}

fn sections(error: &Sectioned) -> Vec<(&'static str, &'static str)> {
    error.entry().sections().map(|section| (section.heading(), section.text())).collect()
}

#[test]
fn in_order_with_their_text() {
    assert_eq!(Sectioned::Full.entry().description(), "Description.");
    assert_eq!(
        sections(&Sectioned::Full),
        [
            ("Cause", "The first cause.\n\nThe second cause.\n\n## Detail\nStays inside."),
            ("Solution", "```sh\n# this is a comment of the shell\nretry --now\n```"),
            ("How to ask for help", "Call us.\n#hashtag"),
            ("Empty", ""),
        ]
    );
}

#[test]
fn without_a_description() {
    assert_eq!(Sectioned::Only.entry().description(), "");
    assert_eq!(sections(&Sectioned::Only), [("Only", "a section.")]);
}

#[test]
fn code_is_no_heading() {
    assert_eq!(Sectioned::Tildes.entry().description(), "~~~text\n# no heading\n```\n# nor this\n~~~");
    assert_eq!(sections(&Sectioned::Tildes), [("Heading", "")]);
    assert_eq!(Sectioned::Indented.entry().description(), "Code:\n\n    # indented by four spaces");
}

#[test]
fn only_a_fence_hides_a_heading() {
    let text = [
        ("Behind three backticks", "~~struck out~~"),
        ("Behind two tildes", "    ```"),
        ("Behind an indented fence", ""),
    ];
    assert_eq!(sections(&Sectioned::Fenceless), text);
}

#[test]
fn are_found_by_heading() {
    let entry = Sectioned::Full.entry();
    assert_eq!(entry.section("How to ask for help"), Some("Call us.\n#hashtag"));
    assert_eq!(entry.section("Empty"), Some(""));
    assert_eq!(entry.section("cause"), None);
    assert_eq!(Sectioned::Twice.entry().section("Twice"), Some("one"));
    assert_eq!(sections(&Sectioned::Twice).len(), 2);
}

/// Lines of code, HTML and lists, and a heading that may be in them.
const LINES: [&str; 19] = [
    "a\n",
    "\n",
    "# H\n",
    "<div>\n",
    "</DIV>\n",
    "<!-- x\n",
    "-->\n",
    "- a\n",
    "  b\n",
    "  ```\n",
    "```\n",
    "<b>x</b> y\n",
    "<pre>\n",
    "a </pre>\n",
    "<details><summary>s</summary>\n",
    "1. <div>\n",
    "<https://a.b>\n",
    "~~~ x\n",
    "\n<br>\n",
];

/// The headings of the first level outside of lists, as rustdoc reads them.
fn headings(docs: &str) -> Vec<String> {
    let (mut found, mut depth, mut heading) = (Vec::new(), 0, None);
    for event in Parser::new(docs) {
        match event {
            Event::Start(tag) => {
                let is_first = matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. });
                heading = (is_first && depth == 0).then(String::new);
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                found.extend(heading.take().filter(|_| matches!(tag, TagEnd::Heading(_))));
            }
            Event::Text(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
            _ => {}
        }
    }
    found
}

#[test]
fn are_those_of_markdown() {
    let mut wrong = Vec::new();
    for [one, two, three] in LINES
        .iter()
        .flat_map(|one| LINES.iter().flat_map(move |two| LINES.iter().map(move |three| [one, two, three])))
    {
        let docs: &'static str = format!("{one}{two}{three}# E\n").leak();
        let entry: &'static Entry = Box::leak(Box::new(Entry::new(400, "X").with_docs(docs)));
        let sections: Vec<_> = entry.sections().map(|section| section.heading()).collect();
        if sections != headings(docs) {
            wrong.push(docs);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
