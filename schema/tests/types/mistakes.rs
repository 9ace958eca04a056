//! APIs whose errors no client could tell apart.

use errbook_contract::Lock;
use errbook_schema::Types;

fn mistakes(bodies: &str, errors: &str) -> String {
    let lock = Lock::parse(format!("lock = 1\nbook = 'Orders API'\n{bodies}{errors}")).unwrap();
    Types::of(&lock).unwrap_err().to_string()
}

fn error(code: &str, body: &str, facts: &str) -> String {
    format!("[error.{code}]\nstatus = 400\ntitle = 'Bad'\nretryable = false\nbody = '{body}'\n{facts}")
}

const MESSAGE: &str = "[body.message]\ncontent-type = 'application/json'\nerror = '{message}'\n";
const NUMBERED: &str = "[body.numbered]\ncontent-type = 'application/json'\ncode = '{number}'\n";
const TEXT: &str = "[body.line]\ncontent-type = 'text/plain'\ntext = '{code}: {message}'\n";

#[test]
fn a_body_without_identity() {
    assert_eq!(
        mistakes(&format!("{MESSAGE}{TEXT}"), &(error("A", "message", "") + &error("B", "line", ""))),
        "\
body `line` has no place for the code, the number or the type of an error, so clients cannot tell its errors apart: choose other bodies
body `message` has no place for the code, the number or the type of an error, so clients cannot tell its errors apart: choose other bodies"
    );
}

#[test]
fn a_body_of_no_error_does_not_matter() {
    let text = format!(
        "lock = 1\nbook = 'Orders API'\n{MESSAGE}{NUMBERED}{}",
        error("A", "numbered", "number = 1\n")
    );
    assert!(Types::of(&Lock::parse(text).unwrap()).is_ok());
}

#[test]
fn errors_without_a_number_of_their_own() {
    let errors = error("A", "numbered", "number = 1\n")
        + &error("B", "numbered", "number = 1\n")
        + &error("C", "numbered", "");
    assert_eq!(
        mistakes(NUMBERED, &errors),
        "\
codes `A` and `B` have the same number, by which body `numbered` identifies errors: 1
code `C` needs a number, by which body `numbered` identifies errors"
    );
}

#[test]
fn chosen_bodies() {
    let text = format!(
        "lock = 1\nbook = 'Orders API'\n{MESSAGE}{NUMBERED}{}{}",
        error("A", "numbered", "number = 1\n"),
        error("B", "message", "")
    );
    let lock = Lock::parse(text).unwrap();
    assert!(Types::of(&lock).is_err());
    let types = Types::of_bodies(&lock, &["numbered"]).unwrap();
    assert!(
        types.typescript().contains("export interface A ")
            && !types.typescript().contains("export interface B ")
    );
    assert_eq!(
        Types::of_bodies(&lock, &["nubmered\u{1b}"]).unwrap_err().to_string(),
        "unknown body `nubmered\\u{1b}`, expected one of: message, numbered"
    );
}

#[test]
fn nothing() {
    assert_eq!(mistakes("", ""), "there are no errors to write");
}
