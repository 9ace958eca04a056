//! README.md shows the enum of the tour and what the tour prints, both to the letter.

use std::fs;

#[test]
fn the_readme_shows_the_tour() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let program = fs::read_to_string(format!("{root}/examples/src/bin/tour.rs")).unwrap();
    let printed = fs::read_to_string(format!("{root}/examples/expected/tour.md")).unwrap();
    let path = format!("{root}/README.md");
    let readme = fs::read_to_string(&path).unwrap();

    let declaration = between(&program, "use errbook_docgen::Table;\n", "/// The formats that are shipped.");
    let expected = [
        ("enum", format!("```rust\n{}\n```", declaration.trim())),
        ("replies", between(&printed, "# Replies\n", "# Formats").trim().replace("## ", "### ")),
        ("problem", between(&printed, "## PROBLEM\n", "## JSON_API").trim().to_owned()),
        ("table", between(&printed, "# Documentation\n", "\u{0}").trim().to_owned()),
    ];
    let mut updated = readme.clone();
    for (name, content) in expected {
        let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let old = format!("{begin}{}{end}", between(&updated, &begin, &end));
        updated = updated.replace(&old, &format!("{begin}\n{content}\n\n{end}"));
    }
    if std::env::var("ERRBOOK").is_ok_and(|value| value == "update") {
        fs::write(&path, updated).unwrap();
    } else {
        assert!(readme == updated, "README.md is out of date: ERRBOOK=update cargo test -p errbook-examples");
    }
}

/// The text behind `begin` and before `end`, or all that is left of it.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("there is no {begin:?}"));
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}
