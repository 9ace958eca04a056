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

/// A page is named as the shell completes it.
#[test]
fn paths_of_pages() {
    let folder = folder_with(LOCK);
    let here = folder.path().join("here");
    fs::create_dir(&here).unwrap();
    fs::write(here.join("README.md"), PAGE).unwrap();
    let run = |page: &str| finish(command(&here).args(["--lock", "../errors.lock.toml", "update", page]), "");
    for page in ["README.md", "./README.md", here.canonicalize().unwrap().join("README.md").to_str().unwrap()]
    {
        fs::write(here.join("README.md"), PAGE).unwrap();
        assert_eq!(run(page).stdout, "wrote README.md\n", "{page}");
    }
    for page in ["../README.md", "/README.md"] {
        let outside = run(page);
        let expected =
            format!("error: `{page}` is not in the current folder: run `errbook` in a folder above it\n");
        assert_eq!((outside.code, outside.stderr.as_str()), (2, expected.as_str()));
    }
}

/// A server can read a new file, as it can read any new file. What is not a file, such as `/dev/null`, is not replaced.
#[cfg(unix)]
#[test]
fn outputs() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};

    let folder = folder_with(LOCK);
    let run = |output: &str| finish(command(folder.path()).args(["html", "--output", output]), "");
    assert_eq!(run("public/errors.html").code, 0);
    fs::write(folder.path().join("by-hand.html"), "").unwrap();
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode();
    assert_eq!(mode("public/errors.html"), mode("by-hand.html"));
    fs::set_permissions(folder.path().join("by-hand.html"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(run("by-hand.html").code, 0);
    assert_eq!(mode("by-hand.html") & 0o777, 0o640);
    let fifo = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    if fifo.is_ok_and(|status| status.success()) {
        let reader = std::thread::spawn({
            let pipe = folder.path().join("pipe");
            move || fs::read_to_string(pipe).unwrap()
        });
        assert_eq!(run("pipe").code, 0);
        assert!(reader.join().unwrap().contains("NO_ORDER"));
        assert!(fs::metadata(folder.path().join("pipe")).unwrap().file_type().is_fifo());
    }
    let wrong = run(".");
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.starts_with("error: cannot write `"), "{}", wrong.stderr);
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
