//! JSON pointers are valid, whatever they are made of (RFC 6901).

use errbook::{JsonPointer, Violation, Violations};

#[test]
fn segments_are_escaped() {
    let pointer = JsonPointer::from_iter(["a/b", "m~n", "~1", "", "0"]);
    assert_eq!(pointer.as_str(), "/a~1b/m~0n/~01//0");
    assert_eq!(pointer.segments().collect::<Vec<_>>(), ["a/b", "m~n", "~1", "", "0"]);
    assert_eq!(JsonPointer::new("/items").join(3).join('/').as_str(), "/items/3/~1");
    assert_eq!(JsonPointer::default().segments().count(), 0);
}

#[test]
fn what_is_no_pointer_becomes_one() {
    for (text, pointer) in [
        ("", ""),
        ("/", "/"),
        ("/a~1b", "/a~1b"),
        ("age", "/age"),
        ("a/b", "/a~1b"),
        ("a~1b", "/a~01b"),
        ("/a~/b~1c", "/a~0/b~1c"),
        ("/~2", "/~02"),
        ("#/age", "/#~1age"),
    ] {
        assert_eq!(JsonPointer::new(text).as_str(), pointer, "{text}");
        assert_eq!(JsonPointer::new(pointer).as_str(), pointer);
    }
}

/// The examples of RFC 6901 §6, and a letter that is not in ASCII.
#[test]
fn fragments() {
    for (pointer, fragment) in [
        ("", "#"),
        ("/foo/0", "#/foo/0"),
        ("/", "#/"),
        ("/a~1b", "#/a~1b"),
        ("/c%d", "#/c%25d"),
        ("/e^f", "#/e%5Ef"),
        ("/g|h", "#/g%7Ch"),
        ("/i\\j", "#/i%5Cj"),
        ("/k\"l", "#/k%22l"),
        ("/ ", "#/%20"),
        ("/m~0n", "#/m~0n"),
        ("/é#", "#/%C3%A9%23"),
    ] {
        assert_eq!(JsonPointer::new(pointer).to_fragment(), fragment);
    }
}

#[test]
fn inside_another_document() {
    let list: Violations = [
        Violation::new("a").with_pointer("/title"),
        Violation::new("b"),
        Violation::new("c").with_parameter("sort"),
    ]
    .into_iter()
    .collect();
    let moved: Vec<_> = list.nested_in("/data/attributes").into();
    assert_eq!(moved[0], Violation::new("a").with_pointer("/data/attributes/title"));
    assert_eq!(moved[1], Violation::new("b").with_pointer("/data/attributes"));
    assert_eq!(moved[2], Violation::new("c").with_parameter("sort"));
}

#[test]
fn of_a_query() {
    let list: Violations = [
        Violation::new("a").with_pointer("/page"),
        Violation::new("b"),
        Violation::new("c").with_pointer("/filter/0/name"),
    ]
    .into_iter()
    .collect();
    let moved: Vec<_> = list.into_parameters().into();
    assert_eq!(moved[0], Violation::new("a").with_parameter("page"));
    assert_eq!(moved[1], Violation::new("b"));
    assert_eq!(moved[2], Violation::new("c").with_parameter("filter[0].name"));
}
