//! A lock is untrusted text: each mistake has its place, and nothing panics or takes long.

use errbook_contract::Lock;

use crate::books::ORDERS;

fn errors(text: impl AsRef<[u8]>) -> String {
    Lock::parse(text).expect_err("expected a mistake").to_string()
}

/// A lock with one error, to which lines are added.
fn with(lines: &str) -> String {
    format!(
        "lock = 1\nbook = 'A'\n[body.flat]\ncontent-type = 'application/json'\ncode = '{{code}}'\n\
         [error.X]\nstatus = 400\ntitle = 'T'\nretryable = false\nbody = 'flat'\n{lines}\n"
    )
}

#[test]
fn the_lock_without_added_lines_is_read() {
    assert_eq!(Lock::parse(with("")).unwrap().errors().count(), 1);
}

#[test]
fn values_are_checked() {
    for (line, expected) in [
        ("number = 'x'", "11:10: expected an integer"),
        ("also = [200]", "11:8: expected a list of statuses from 400 to 599, or `\"any\"`"),
        ("stauts = 1", "11:1: unknown key `stauts`, did you mean `status`?"),
        ("detail = 'x'", "11:10: expected a name: `detail.NAME`"),
        ("header.\"a b\" = true", "11:8: invalid header name"),
        ("header.A = \"a\\u0007\"", "11:12: invalid header value: expected visible ASCII and spaces"),
        ("header.A = true\nheader.a = true", "12:8: duplicate header `a`"),
        ("was.status = 1", "11:14: expected a list of values, or a value for each release"),
        ("was.status = [1]", "11:15: expected a status from 400 to 599"),
        ("was.nothing = []", "11:5: unknown key `nothing`"),
        ("hidden = false", "11:10: expected `true`"),
        ("since = 1.0", "11:9: expected a string"),
        ("[retired.X]\nretired = true\nstatus = 400", "11:10: code `X` is both in use and retired"),
        ("[retired.Y]\nstatus = 400", "11:1: expected `retired = true`, or the release that retired it"),
        ("[retired.Y]\nretired = true", "11:1: code `Y` needs `status`"),
        ("[error.Z]\nstatus = 99", "12:10: expected a status from 400 to 599"),
        ("[error]\nZ = 1", "12:5: expected a table"),
        ("[endpoint.GET]\nX = 1", "12:5: expected `true`"),
        ("[everywhere]\nX = false", "12:5: expected `true`"),
        ("[body.other]\ncode = '{code}'", "11:1: expected `content-type`"),
        ("[body.o]\ncontent-type = 'a/b'\ncode = '{codes}'", "13:8: unknown placeholder `codes`"),
        ("[body.o]\ncontent-type = 'a/b'\ncode = '\"{\"'", "13:8: invalid template `\"{\"`"),
        ("[body.o]\ncontent-type = 'a/b'\n'a[1]' = true", "13:1: expected the next index"),
        ("[body.o]\ncontent-type = 'a/b'\na = '{code}'\n'a.b' = true", "13:1: a value cannot have members"),
        ("[body.o]\ncontent-type = 'a/b'\n'a[0]' = true\n'a.b' = true", "14:1: this path does not fit"),
        (
            "[body.o]\ncontent-type = 'a/b'\n'a[0]' = '{code}?'",
            "13:1: unexpected `?`: only a member may be omitted",
        ),
        ("[body.o]\ncontent-type = 'a/b'\n'a b' = true", "13:1: invalid path, expected one such as"),
        ("[body.o]\ncontent-type = 'a/b'\n", "11:1: expected the members of the body, or `text`"),
        ("[body.o]\ncontent-type = 'ü'\na = 1", "12:16: invalid header value"),
        ("[body.o]\ncontent-type = 'a/b'\ntext = '{details}'", "13:8: invalid template"),
        (
            "[body.o]\ncontent-type = 'a/b'\nhttp-status = 99\na = 1",
            "13:15: expected a status from 200 to 599",
        ),
        ("[body.o]\ncontent-type = 'a/b'\na = [1]", "13:5: expected a constant, or a placeholder"),
        ("[other]", "11:2: unknown key `other`, expected one of `lock`, `book`"),
    ] {
        let found = errors(with(line));
        assert!(found.contains(expected), "{line}\n  expected {expected}\n  found {found}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let found = errors(with("number = 'x'\nsince = 1\nrust = 2"));
    assert_eq!(found.lines().count(), 3, "{found}");
    let many: String =
        (0..200).flat_map(|at| ["unknown".to_owned(), at.to_string(), " = 1\n".to_owned()]).collect();
    assert_eq!(errors(with(&many)).lines().count(), 50);
}

#[test]
fn shared_codes_agree_on_a_status() {
    let shared = "[[error.S]]\nstatus = 409\ntitle='T'\nretryable=false\nbody='flat'\n[[error.S]]\nstatus = 410\ntitle='T'\nretryable=false\nbody='flat'";
    assert_eq!(errors(with(shared)), "11:1: errors share the code `S` but not a status");
}

#[test]
fn a_newer_lock_is_refused() {
    let newer = "lock = 2\nbook = 'A'\nwhatever = true\n";
    assert_eq!(errors(newer), "1:8: written by a newer errbook, as `lock = 2`: update errbook-contract");
    assert_eq!(errors("book = 'A'"), "1:1: expected `lock = 1`");
    assert_eq!(errors("lock = 0\nbook = 'A'"), "1:8: expected `lock = 1`");
}

#[test]
fn markers_of_git_have_their_line() {
    let text =
        with("").replace("status = 400", "<<<<<<< HEAD\nstatus = 400\n=======\nstatus = 404\n>>>>>>> other");
    assert_eq!(
        errors(text),
        "7:1: conflict marker of git: resolve the conflict, or let the update read both sides"
    );
}

#[test]
fn doubled_tables_and_keys_have_both_lines() {
    assert_eq!(errors(with("[error.X]\nstatus = 400")), "11:8: duplicate key, which line 6 has too");
    assert_eq!(errors(with("status = 404")), "11:1: duplicate key, which line 7 has too");
}

#[test]
fn bytes_that_are_not_text() {
    assert_eq!(errors(b"lock = 1\nbook = \"\xff\"\n"), "2:9: invalid UTF-8: save the file as UTF-8");
    assert_eq!(errors(vec![b'a'; 50 * 1024 * 1024]), "1:1: the lock is larger than 32 MiB");
}

#[test]
fn deep_and_long_texts_end_soon() {
    let deep_key = format!("lock = 1\nbook = 'A'\n{}x = 1\n", "a.".repeat(1_000_000));
    assert!(!errors(deep_key).is_empty());
    let deep_table = format!("lock = 1\nbook = 'A'\n[{}x]\n", "a.".repeat(1_000_000));
    assert!(!errors(deep_table).is_empty());
    let quoted = format!("lock = 1\nbook = 'A'\n{}x = 1\n", "\"=\".".repeat(1_000_000));
    assert!(!errors(quoted).is_empty());
    let array = format!("lock = 1\nbook = {}\n", "[".repeat(1_000_000));
    assert!(!errors(array).is_empty());
    let inline = format!("lock = 1\nbook = {}\n", "{a=".repeat(1_000_000));
    assert!(!errors(inline).is_empty());
    let body = format!("'{}a' = 1\n", "$!".repeat(1_000_000));
    assert!(!errors(with(&format!("[body.o]\ncontent-type = 'a/b'\n{body}"))).is_empty());
    let tables: String =
        (0..100_000).flat_map(|at| ["[t".to_owned(), at.to_string(), "]\n".to_owned()]).collect();
    assert!(!errors(tables).is_empty());
}

#[test]
fn many_of_everything_end_soon() {
    let many = |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    let unknown = many(100_000, |at| format!("statu{at} = 1\n"));
    assert!(errors(with(&unknown)).ends_with("more errors"));
    let details = many(100_000, |at| format!("detail.a{at} = 'string'\n"));
    assert_eq!(errors(with(&details)), "11:1: more than 1000 facts of one error");
    let headers = many(100_000, |at| format!("was.header.a{at} = []\n"));
    assert!(errors(with(&headers)).contains("more than 1000 facts of one error"));
    let shared = many(30_000, |_| "[[error.S]]\nstatus = 400\n".to_owned());
    assert!(errors(with(&shared)).contains("more than 1000 errors share a code"));
    let members = many(100_000, |at| format!("a{at} = '{{code}}'\n"));
    let body = format!("[body.o]\ncontent-type = 'a/b'\n{members}");
    assert!(errors(with(&body)).contains("more than 2000 lines of one body"));
}

#[test]
fn any_cut_of_a_lock_is_read_or_refused() {
    let text = Lock::of(&ORDERS).to_string();
    for end in (0..text.len()).step_by(3).filter(|end| text.is_char_boundary(*end)) {
        drop(Lock::parse(&text[..end]).map(|lock| lock.to_book()));
    }
}

#[test]
fn any_flipped_byte_is_read_or_refused() {
    let text = Lock::of(&ORDERS).to_string().into_bytes();
    for at in (0..text.len()).step_by(7) {
        for byte in [b'"', b'{', b'\n', b'.', b'9', 0xff] {
            let mut other = text.clone();
            other[at] = byte;
            drop(Lock::parse(&other).map(|lock| Lock::of(&lock.to_book()).to_string()));
        }
    }
}

#[test]
fn a_message_shows_no_control_characters() {
    let found = errors("lock = 1\nbook = 'A'\n\"\\u001b[31mred\\u202e\" = 1\n");
    assert!(found.starts_with("3:1: unknown key `\\u{1b}[31mred\\u{202e}`"), "{found}");
}

#[test]
fn an_unknown_body_of_a_lock_without_any() {
    let text =
        "lock = 1\nbook = 'x'\n[error.A]\nstatus = 400\ntitle = 'x'\nretryable = false\nbody = 'flat'\n";
    assert_eq!(Lock::parse(text).unwrap_err().to_string(), "7:8: unknown body `flat`: there is none");
}
