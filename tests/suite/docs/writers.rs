//! Concurrent writers, readers beside them, and writers that are killed: a file is always whole.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use errbook_docgen::Docs;

use crate::scratch::{BOOK, Text, again, folder, given, names};

const ROUNDS: usize = 200;

/// A big page, each line of it the same letter.
fn page(letter: char) -> String {
    format!("{}\n", letter.to_string().repeat(99)).repeat(2_000)
}

fn write(folder: &Path, letter: char) {
    Docs::new(&BOOK, folder).file("page.md", Text(page(letter))).write().unwrap();
}

/// Started by the others, in their own processes.
#[test]
fn writer() {
    if let Some(folder) = given() {
        let me = if std::process::id().is_multiple_of(2) { ['a', 'b'] } else { ['c', 'd'] };
        (0..ROUNDS).for_each(|round| write(&folder, me[round % 2]));
    }
}

#[test]
fn endless_writer() {
    if let Some(folder) = given() {
        loop {
            write(&folder, 'a');
            write(&folder, 'b');
        }
    }
}

/// Asserts that the file has the content of one page.
fn assert_whole(folder: &Path) {
    let found = fs::read_to_string(folder.join("page.md")).unwrap();
    let letter = found.chars().next().expect("the page is not empty");
    assert!(found == page(letter), "the page is whole");
}

/// Reads while `writers` run, and once more afterwards.
fn watch(folder: &Path, writers: impl FnOnce() + Send) {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                assert_whole(folder);
            }
        });
        let ended = scope.spawn(writers).join();
        done.store(true, Ordering::Relaxed);
        ended.unwrap();
    });
    assert_whole(folder);
}

#[test]
fn threads() {
    let folder = folder("page.md", page('z'));
    watch(folder.path(), || {
        thread::scope(|scope| {
            for letters in [['a', 'b'], ['c', 'd']] {
                let folder = folder.path();
                scope.spawn(move || (0..ROUNDS).for_each(|round| write(folder, letters[round % 2])));
            }
        });
    });
    assert_eq!(names(folder.path()), ["page.md"]);
}

#[test]
fn processes() {
    let folder = folder("page.md", page('z'));
    watch(folder.path(), || {
        let mut writers: Vec<_> = (0..2).map(|_| again(writer, folder.path()).spawn().unwrap()).collect();
        for writer in &mut writers {
            assert!(writer.wait().unwrap().success());
        }
    });
    assert_eq!(names(folder.path()), ["page.md"]);
}

/// A killed process may leave a temporary file, never half a page.
#[test]
fn killed_writers() {
    let folder = folder("page.md", page('z'));
    for round in 0..10 {
        let mut writer = again(endless_writer, folder.path()).spawn().unwrap();
        thread::sleep(Duration::from_millis(20 + 3 * round));
        writer.kill().unwrap();
        writer.wait().unwrap();
        assert_whole(folder.path());
        let left = names(folder.path());
        assert!(left.iter().all(|name| name == "page.md" || name.starts_with(".errbook-")), "{left:?}");
    }
    // A leftover temporary file does not prevent the next write.
    write(folder.path(), 'x');
    assert_whole(folder.path());
}
