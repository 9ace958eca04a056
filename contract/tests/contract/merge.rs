//! Two branches: edits never conflict, and the update resolves what does, as `git merge-file` leaves it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use errbook_contract::{Accept, Lock, Update};

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// The lines of each error, by its code.
type Errors = BTreeMap<String, Vec<String>>;

fn error(number: usize) -> (String, Vec<String>) {
    let lines = [
        format!("status = {}", 400 + number % 7),
        format!("title = \"Title {number}\""),
        format!("message = \"message {number}\""),
        "retryable = false".to_owned(),
        "body = \"flat\"".to_owned(),
        "detail.id = \"integer\"".to_owned(),
        format!("rust = \"OrderError::Variant{number}\""),
        format!("description = \"What {number} means.\""),
    ];
    (format!("CODE_{number:04}"), lines.to_vec())
}

/// Sixty errors, with gaps between their codes.
fn base() -> Errors {
    (0..60).map(|at| error(at * 100)).collect()
}

fn lock(errors: &Errors) -> Lock {
    let mut text = "lock = 1\nbook = \"Orders API\"\n[body.flat]\ncontent-type = \"application/json\"\ncode = \"{code}\"\n".to_owned();
    for (code, lines) in errors {
        text.extend(["[error.", code, "]\n", &lines.join("\n"), "\n"]);
    }
    Lock::parse(text).unwrap()
}

/// One to three edits of errors that the other branch does not edit, which have `parity`.
fn edit(errors: &mut Errors, random: &mut Random, parity: usize) {
    for _ in 0..=random.below(3) {
        let at = random.below(30) * 2 + parity;
        let lines = errors.values_mut().nth(at).unwrap();
        let version = random.below(1000);
        match random.below(4) {
            0 => lines[1] = format!("title = \"Another title {version}\""),
            1 => lines[2] = format!("message = \"another message {version}\""),
            2 => {
                lines.pop();
                lines.push(format!("description = \"Another meaning {version}.\""));
            }
            _ => lines.insert(6, format!("header.X-{}-{version} = true", lines.len())),
        }
    }
}

fn add(errors: &mut Errors, random: &mut Random, parity: usize) {
    for _ in 0..=random.below(3) {
        let (code, lines) = error(random.below(3000) * 2 + parity);
        errors.entry(code).or_insert(lines);
    }
}

/// What git makes of both, and whether it is a conflict.
fn merge_file(base: &Errors, ours: &Errors, theirs: &Errors) -> (Vec<u8>, bool) {
    let folder = tempfile::tempdir().unwrap();
    let paths = [("ours", ours), ("base", base), ("theirs", theirs)].map(|(name, errors)| {
        let path = folder.path().join(name);
        fs::write(&path, lock(errors).to_string()).unwrap();
        path
    });
    let merged = Command::new("git").args(["merge-file", "-p"]).args(paths).output().unwrap();
    (merged.stdout, !merged.status.success())
}

/// The update of what git left to the code of both branches.
fn updated(merged: &[u8], expected: &Errors) -> Lock {
    let book = lock(expected).to_book();
    Update::new(Some(merged), &book)
        .unwrap()
        .lock(&Accept::Nothing)
        .unwrap_or_else(|refused| panic!("{refused}"))
}

#[test]
fn edits_of_two_branches_never_conflict() {
    let mut random = Random(1);
    for _ in 0..200 {
        let (base, mut ours, mut theirs) = (base(), base(), base());
        edit(&mut ours, &mut random, 0);
        edit(&mut theirs, &mut random, 1);
        let (merged, is_conflict) = merge_file(&base, &ours, &theirs);
        assert!(!is_conflict);
        let both = base.keys().enumerate().map(|(at, code)| {
            let side = if at % 2 == 0 { &ours } else { &theirs };
            (code.clone(), side[code].clone())
        });
        assert_eq!(Lock::parse(merged).unwrap(), lock(&both.collect()));
    }
}

#[test]
fn additions_of_two_branches_are_resolved() {
    let (mut random, mut conflicts) = (Random(2), 0);
    for _ in 0..200 {
        let (base, mut ours, mut theirs) = (base(), base(), base());
        add(&mut ours, &mut random, 0);
        add(&mut theirs, &mut random, 1);
        let (merged, is_conflict) = merge_file(&base, &ours, &theirs);
        conflicts += usize::from(is_conflict);
        let both: Errors = ours.into_iter().chain(theirs).collect();
        assert_eq!(updated(&merged, &both), lock(&both));
    }
    // Both may add at the same place, as in every format of one file.
    assert!((1..40).contains(&conflicts), "{conflicts} of 200");
    eprintln!("{conflicts} of 200 merges conflict where both add");
}

const CONFLICT: &str = "\
lock = 1
book = \"Orders API\"
<<<<<<< ours
release = \"1.9.0\"
||||||| base
release = \"1.8.0\"
=======
release = \"1.10.0\"
>>>>>>> theirs

[body.flat]
content-type = \"application/json\"
code = \"{code}\"

[error.A]
<<<<<<< ours
status = 400
was.status.\"1.8.0\" = 402
=======
status = 404
was.status.\"1.9.0\" = 403
>>>>>>> theirs
title = \"T\"
retryable = false
body = \"flat\"
<<<<<<< ours
since = \"next\"
=======
since = \"1.10.0\"
>>>>>>> theirs
rust = \"E::A\"
<<<<<<< ours

[retired.B]
retired = \"next\"
status = 410
=======

[retired.C]
retired = \"1.10.0\"
status = 410
>>>>>>> theirs
";

fn code_with(status: u16) -> errbook::Book {
    let text = CONFLICT.split("<<<<<<< ours\n").enumerate().map(|(at, part)| {
        let after = part.split(">>>>>>> theirs\n").nth(1).unwrap_or(part);
        if at == 2 { format!("status = {status}\n{after}") } else { after.to_owned() }
    });
    Lock::parse(text.collect::<String>()).unwrap().to_book()
}

#[test]
fn the_side_counts_that_the_code_says() {
    for status in [400, 404] {
        let update = Update::new(Some(CONFLICT.as_bytes()), &code_with(status)).unwrap();
        assert!(update.diff().is_empty(), "{}", update.diff());
        let lock = update.lock(&Accept::Nothing).unwrap();
        assert_eq!(lock.release(), Some("1.10.0"));
        assert_eq!(lock.by_code("A")[0].status(), status);
        assert_eq!(lock.retired().map(|(code, _)| code).collect::<Vec<_>>(), ["B", "C"]);
        let text = lock.to_string();
        assert!(text.contains("was.status.\"1.8.0\" = 402\nwas.status.\"1.9.0\" = 403\n"), "{text}");
        assert!(text.contains("since = \"1.10.0\"\n"), "{text}");
    }
}

#[test]
fn what_no_side_says_is_breaking() {
    let update = Update::new(Some(CONFLICT.as_bytes()), &code_with(409)).unwrap();
    assert_eq!(update.lock(&Accept::Nothing).unwrap_err().names(), "A");
}

#[test]
fn mistakes_in_a_conflict_have_the_line_of_the_file() {
    let book = code_with(400);
    let error = |text: String| Update::new(Some(text.as_bytes()), &book).unwrap_err().to_string();
    assert_eq!(
        error(CONFLICT.replace("status = 404", "status = 4040")),
        "20:10: expected a status from 400 to 599"
    );
    assert_eq!(error(CONFLICT.replace("retired = \"1.10.0\"", "retired = 1")), "40:11: expected a string");
    let unclosed = CONFLICT.trim_end().strip_suffix(">>>>>>> theirs").unwrap().to_owned();
    assert_eq!(error(unclosed), "41:1: unclosed conflict of git");
    assert_eq!(error(format!("{CONFLICT}>>>>>>> theirs\n")), "43:1: unexpected conflict marker of git");
}
