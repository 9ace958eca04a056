//! Entries are plain values: copied, compared, and made in a `const`.

use errbook::{Detail, Entry, Fact, Header};

const GONE: Entry = Entry::new(410, "Gone").with_type("m::E", "Gone").with_docs(
    "No longer there.\n\n# Cause\n```\n# not a heading\n```\n\n#Nor this\n# C# #\nA language.\n\n# Empty",
);

#[test]
fn are_compared_by_content() {
    let copy = GONE;
    assert_eq!(copy, GONE);
    assert_ne!(copy.with_facts(&[Fact::Shared]), GONE);
    assert_ne!(Entry::new(410, "Gone"), Entry::new(404, "Gone"));
}

#[test]
fn are_cut_at_headings() {
    assert_eq!(GONE.description(), "No longer there.");
    let sections: Vec<_> = GONE.sections().map(|section| (section.heading(), section.text())).collect();
    let cause = "```\n# not a heading\n```\n\n#Nor this";
    assert_eq!(sections, [("Cause", cause), ("C#", "A language."), ("Empty", "")]);
    assert_eq!((GONE.section("C#"), GONE.section("c#")), (Some("A language."), None));
    assert!(GONE.docs().starts_with("No longer"));
}

#[test]
fn list_facts_in_order() {
    const FACTS: &[Fact] = &[
        Fact::Meta("a", "1"),
        Fact::Detail(Detail::new("x", "u8", "")),
        Fact::Header(Header::dynamic("X")),
        Fact::Meta("b", "2"),
        Fact::Detail(Detail::new("y", "u8", "About y.\n# More")),
    ];
    let entry = GONE.with_facts(FACTS);
    assert_eq!(entry.details().map(|detail| detail.name()).collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(entry.details().last().unwrap().description(), "About y.");
    assert_eq!(entry.all_meta().collect::<Vec<_>>(), [("a", "1"), ("b", "2")]);
    assert_eq!((entry.meta("b"), entry.meta("c")), (Some("2"), None));
}

#[test]
fn blank_lines_around_documentation_are_left_out() {
    static PADDED: Entry =
        Entry::new(400, "PADDED").with_docs(" \n\n What it means. \n \t\n# Solution\n\n  Ask again.  \n\n");
    static CODE: Entry = Entry::new(400, "CODE").with_docs("\n    GET /orders\n\nwas sent twice.\n \n");

    assert_eq!(PADDED.description(), "What it means.");
    assert_eq!(PADDED.section("Solution"), Some("Ask again."));
    assert_eq!(CODE.description(), "    GET /orders\n\nwas sent twice.");
}

#[test]
fn derived_documentation_may_start_with_code() {
    #[derive(Debug, errbook::ApiError)]
    #[api(display, status = 409)]
    enum E {
        #[doc = "    PUT /orders/1\n\nwas sent twice.\n"]
        #[api(code = "Twice")]
        Twice,
    }

    assert_eq!(errbook::ApiError::entry(&E::Twice).docs(), "    PUT /orders/1\n\nwas sent twice.");
}

#[test]
fn debug_shows_the_facts() {
    #[derive(Debug, errbook::ApiError)]
    #[api(display, status = 409, meta(owner = "edge"))]
    enum E {
        #[api(code = "Twice", number = -7)]
        Twice,
    }

    let debug = format!("{:?}", errbook::ApiError::entry(&E::Twice));

    assert!(debug.contains(r#"facts: [Number(-7), Meta("owner", "edge")]"#), "{debug}");
}
