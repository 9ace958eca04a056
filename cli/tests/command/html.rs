//! `errbook html`

use std::fs;

use crate::process::{LOCK, command, finish, folder_with};

#[test]
fn the_page() {
    let folder = folder_with(LOCK);
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    let page = run(&["html"]);
    assert_eq!(page.code, 0);
    for part in [
        "<!DOCTYPE html>",
        "<article id=\"NO_ORDER\"",
        "it belongs to <strong>another</strong> customer",
        "GET /orders/{id}",
        "TOKEN_EXPIRED",
        "one error for every bad token",
    ] {
        assert!(page.stdout.contains(part), "{part} is not in {}", page.stdout);
    }
    assert_eq!(run(&["html", "--output", "errors.html"]).stdout, "");
    assert_eq!(fs::read_to_string(folder.path().join("errors.html")).unwrap(), page.stdout);
}

#[test]
fn brand() {
    let folder = folder_with(LOCK);
    fs::write(folder.path().join("header.html"), "<strong>Ours</strong>").unwrap();
    fs::write(folder.path().join("brand.css"), ":root { --accent: red }").unwrap();
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "").stdout;
    let brand = ["html", "--header", "header.html", "--style", "brand.css", "--language", "de"];
    let page = run(&brand);
    for part in ["<strong>Ours</strong>", ":root { --accent: red }", "lang=\"de\""] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let plain = run(&["html", "--print-csp"]);
    let policy = run(&[&brand[..], &["--print-csp"]].concat());
    assert!(policy.starts_with("default-src 'none'; ") && policy.lines().count() == 1, "{policy}");
    assert_ne!(plain, policy, "the style has its own hash");
}
