//! Doc comments before the first heading are the description, as rustdoc reads them.

use errbook::ApiError;

/// Of the type,
/// in two lines.
///
/// # Not this
/// Nor this.
#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Described {
    /// One line.
    One,
    ///   Indented.
    ///     Further,
    ///
    /// after a blank line.
    ///
    Many,
    #[doc = "By attribute."]
    #[doc = ""]
    #[doc = "And again."]
    ByAttribute,
    #[doc = "first\nsecond"]
    TwoInOne,
    #[doc = "A list:\n* one\n* two"]
    Stars,
    /** In a block,
    * with stars.

    * After a blank line.
    */
    Block,
    None,
    /// A list:
    /// - one
    ///   - inner
    List,
    //// No documentation at all.
    Slashes,
    /// Ümläut, 漢字 | \ "quoted"
    Letters,
}

/// Of a struct.
#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Struct")]
struct Struct;

fn description(error: &Described) -> &'static str {
    error.entry().description()
}

#[test]
fn of_variants() {
    assert_eq!(description(&Described::One), "One line.");
    assert_eq!(description(&Described::Many), "Indented.\n    Further,\n\nafter a blank line.");
    assert_eq!(description(&Described::ByAttribute), "By attribute.\n\nAnd again.");
    assert_eq!(description(&Described::TwoInOne), "first\nsecond");
    assert_eq!(description(&Described::Stars), "A list:\n* one\n* two");
    assert_eq!(description(&Described::Block), "In a block,\nwith stars.\n\nAfter a blank line.");
    assert_eq!(description(&Described::None), "");
    assert_eq!(description(&Described::List), "A list:\n- one\n  - inner");
    assert_eq!(description(&Described::Slashes), "");
    assert_eq!(description(&Described::Letters), "Ümläut, 漢字 | \\ \"quoted\"");
}

#[test]
fn of_the_type() {
    assert_eq!(Described::CATALOG.description(), "Of the type,\nin two lines.");
    assert_eq!(Struct.entry().description(), "Of a struct.");
}
