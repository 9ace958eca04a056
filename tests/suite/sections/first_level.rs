//! Every heading of the first level starts a section.

use errbook::ApiError;

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
