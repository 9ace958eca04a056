//! Locks that are so large that they are read in pieces of 64 KiB.

use std::fmt::Write as _;

use errbook_contract::{Lock, LockErrors};

const HEAD: &str = "lock = 1\nbook = \"Orders API\"\n\n[body.flat]\ncontent-type = \"application/json\"\ncode = \"{code}\"\n";
const COUNT: usize = 1000;

fn error(name: &str, facts: &str) -> String {
    format!("\n[error.{name}]\nstatus = 400\ntitle = \"Bad\"\nretryable = false\nbody = \"flat\"\n{facts}")
}

/// A lock with many errors of nine lines, each with this description.
fn large(description: &str) -> String {
    let mut text = HEAD.to_owned();
    for at in 0..COUNT {
        text += &error(
            &format!("CODE_{at:04}"),
            &format!("description = '''\n{description}\n{}'''\n", "text ".repeat(20)),
        );
    }
    text
}

fn errors(text: &str) -> LockErrors {
    Lock::parse(text).unwrap_err()
}

#[test]
fn all_of_it_is_read() {
    let mut text = large("A description.");
    for at in 0..COUNT {
        let _ = write!(text, "\n[retired.OLD_{at:04}]\nretired = true\nstatus = 410\ntitle = \"Gone\"\n");
    }
    let lock = Lock::parse(&text).unwrap();
    assert_eq!((lock.errors().count(), lock.retired().count()), (COUNT, COUNT));
    assert!(lock.to_string().ends_with(text.strip_prefix("lock = 1").unwrap()));
}

#[test]
fn a_string_with_the_beginning_of_an_error_is_one() {
    let text = large("Some text,\n[error.NONE]\nand more.");
    let lock = Lock::parse(&text).unwrap();
    assert_eq!(lock.errors().count(), COUNT);
    assert!(lock.by_code("NONE").is_empty());
}

#[test]
fn an_error_that_follows_by_far() {
    let shared = |title: &str| {
        error("SHARED", &format!("rust = \"Type::{title}\"\n")).replace("[error.SHARED]", "[[error.SHARED]]")
    };
    let text = large("A description.");
    let (first, last) = (text.replacen("\n[error", &format!("{}\n[error", shared("One")), 1), shared("Two"));
    assert_eq!(Lock::parse(format!("{first}{last}")).unwrap().by_code("SHARED").len(), 2);

    let was = format!("{text}\n[error.CODE_0000.was]\nstatus = [404]\n");
    assert_eq!(Lock::parse(was).unwrap().by_code("CODE_0000")[0].was().count(), 1);

    let body = format!("{text}\n[body.other]\ncontent-type = \"application/json\"\ncode = \"{{code}}\"\n");
    assert_eq!(Lock::parse(body).unwrap().bodies().count(), 2);
}

#[test]
fn mistakes_have_their_place_in_the_file() {
    let text = large("A description.");
    let lines = text.lines().count();
    let doubled = errors(&format!("{text}{}", error("CODE_0000", "")));
    assert_eq!(doubled.to_string(), format!("{}:8: duplicate key, which line 8 has too", lines + 2));

    let unknown = errors(&format!("{text}{}", error("LAST", "colour = 1\n")));
    assert_eq!(unknown.iter().next().unwrap().line(), lines + 7);

    let retired = errors(&format!("{text}\n[retired.CODE_0000]\nretired = true\nstatus = 400\n"));
    assert_eq!(retired.to_string(), format!("{}:10: code `CODE_0000` is both in use and retired", lines + 2));
}

/// TOML that no piece alone refuses.
#[test]
fn tables_that_pieces_share() {
    let text = large("A description.");
    let facts = "status = 400, title = 'Bad', retryable = false, body = 'flat'";
    let dotted = |code: &str| {
        format!("{code}.status = 400\n{code}.title = 'Bad'\n{code}.retryable = false\n{code}.body = 'flat'\n")
    };
    let (head, errors_below) = text.split_at(HEAD.len());
    for (before, after, expected) in [
        ("[error]\n", format!("[error]\n{}", dotted("LAST")), "duplicate key, which line 7 has too"),
        ("[ \"error\" ]\n", format!("[error]\n{}", dotted("LAST")), "duplicate key"),
        ("[retired]\n", "[retired]\n".to_owned(), "duplicate key, which line 7 has too"),
        ("[retired]\n", "[[retired]]\n".to_owned(), "duplicate key"),
    ] {
        let doubled = errors(&format!("{head}{before}{errors_below}\n{after}")).to_string();
        assert!(doubled.ends_with(expected), "{before} {doubled}");
    }
    let inline = errors(&format!("error = {{ FIRST = {{ {facts} }} }}\n{text}")).to_string();
    assert_eq!(inline, "9:2: cannot extend value of type inline table with a dotted key");
    let once = format!("{head}[error]\n{}{errors_below}", dotted("FIRST"));
    assert_eq!(Lock::parse(once).unwrap().errors().count(), COUNT + 1);
}
