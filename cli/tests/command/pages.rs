//! `errbook check`, `errbook update` and `errbook render`

use std::fs;

use crate::process::{LOCK, command, finish, folder_with};

const PAGE: &str =
    "# Errors\n\n<!-- errbook:begin table column=\"Code={{ code }}\" -->\n<!-- errbook:end -->\n";

#[test]
fn regions_of_a_page() {
    let folder = folder_with(LOCK);
    let page = folder.path().join("README.md");
    fs::write(&page, PAGE).unwrap();
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    let done = run(&["check", "README.md"]);
    assert_eq!(done.code, 1);
    assert!(
        done.stdout.starts_with("README.md is out of date: run `errbook update README.md`\n"),
        "{}",
        done.stdout
    );
    assert!(done.stdout.contains("NO_STOCK"), "{}", done.stdout);
    assert_eq!(fs::read_to_string(&page).unwrap(), PAGE);
    assert_eq!(run(&["update", "README.md"]).stdout, "wrote README.md\n");
    assert_eq!(run(&["check", "README.md"]).code, 0);
    assert_eq!(run(&["update", "README.md"]).stdout, "");
    let missing = run(&["check", "OTHER.md"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("OTHER.md"), "{}", missing.stderr);
}

#[test]
fn the_canonical_lock() {
    let folder = folder_with(&LOCK.replace("status = 404", "status=404"));
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    let done = run(&["check"]);
    assert_eq!(done.code, 1);
    assert_eq!(done.stdout, "errors.lock.toml is not in its canonical form: run `errbook update`\n");
    assert_eq!(run(&["update"]).stdout, "wrote errors.lock.toml\n");
    assert_eq!(fs::read_to_string(folder.path().join("errors.lock.toml")).unwrap(), LOCK);
    assert_eq!(run(&["check"]).code, 0);
}

#[test]
fn templates() {
    let folder = folder_with(LOCK);
    fs::write(
        folder.path().join("codes.md.jinja"),
        "{% for error in errors %}\n{{ error.code }}\n\n{% endfor %}\n",
    )
    .unwrap();
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    let done = run(&["render", "codes.md.jinja"]);
    assert_eq!(done.code, 0, "{done:?}");
    for code in ["BAD_DATE", "NO_ORDER", "NO_STOCK", "RATE_LIMITED"] {
        assert!(done.stdout.contains(code), "{}", done.stdout);
    }
    assert_eq!(run(&["render", "codes.md.jinja", "--output", "codes.md"]).stdout, "");
    assert_eq!(fs::read_to_string(folder.path().join("codes.md")).unwrap(), done.stdout);
    let wrong = run(&["render", "codes.md.jinja", "--to", "pdf"]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    fs::write(folder.path().join("wrong.md.jinja"), "{{ codes }}").unwrap();
    let wrong = run(&["render", "wrong.md.jinja"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("codes"), "{}", wrong.stderr);
}
