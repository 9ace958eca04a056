//! The pages in a browser: search, keyboard, themes, accessibility, print, speed. `.ci/page` installs what it needs.

use std::env;
use std::path::Path;
use std::process::{Command, exit};

fn main() {
    let Some(tools) = env::var_os("ERRBOOK_BROWSER") else {
        println!("left out: the HTML page in a browser; `.ci/page` installs one and tests it");
        return;
    };
    let tools = Path::new(&tools);
    let folder = tools.join("pages");
    let time = pages::write(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    println!("a page of {} codes is made in {time:.2?}", pages::COUNT);
    if !cfg!(debug_assertions) {
        assert!(time.as_secs_f64() <= 1.0, "it takes longer than a second");
    }
    let driver = concat!(env!("CARGO_MANIFEST_DIR"), "/browser.mjs");
    let status = Command::new("node").arg(driver).arg(tools).status();
    let status = status.unwrap_or_else(|error| panic!("node: {error}"));
    exit(status.code().unwrap_or(1));
}
