//! `errbook explain`

use serde_json::Value;

use crate::process::{Done, LOCK, command, finish, folder_with, run};

/// The first words of what explains each query.
fn explained(query: &str) -> String {
    let done = run(&["explain", query]);
    assert_eq!(done.code, 0, "{query}: {done:?}");
    done.stdout.split_whitespace().next().unwrap().to_owned()
}

fn reply(reply: &str) -> Done {
    let folder = folder_with(LOCK);
    finish(command(folder.path()).args(["explain", "-"]), reply)
}

#[test]
fn all_that_is_known() {
    let done = run(&["explain", "RATE_LIMITED"]);
    assert_eq!(
        done.stdout,
        "\
RATE_LIMITED  429  Too Many Requests

  The requests of your plan are used up.

  They come back at midnight, UTC.

  since        1.0.0
  retry        the same request may succeed later
  detail       reset_at: OffsetDateTime?
  header       Retry-After
  answered by  GET /orders/{id}
  was          status 420 until 1.3.0

Solution
  Wait as many seconds as Retry-After says.

Example
  HTTP/1.1 429 Too Many Requests
  Retry-After: 30
  Content-Type: application/json

  {
    \"code\": \"RATE_LIMITED\",
    \"details\": {
      \"reset_at\": \"…\"
    },
    \"message\": \"…\"
  }
"
    );
}

#[test]
fn spellings() {
    for query in ["NO_ORDER", "no_order", "no-order", "No Order", "noorder", " NO_ORDER ", "no_o"] {
        assert_eq!(explained(query), "NO_ORDER", "{query}");
    }
}

#[test]
fn numbers_and_addresses() {
    assert_eq!(explained("1404"), "NO_ORDER");
    assert_eq!(explained("-32602"), "BAD_DATE");
    assert_eq!(explained("https://example.com/errors#NO_ORDER"), "NO_ORDER");
    assert_eq!(explained("https://other.example/errors/rate-limited.html?from=mail"), "RATE_LIMITED");
    assert_eq!(explained("urn:errors:no_stock"), "NO_STOCK");
}

#[test]
fn a_status_and_a_beginning_list_errors() {
    assert_eq!(run(&["explain", "409"]).stdout, "409  NO_STOCK  Conflict  The article is sold out.\n");
    assert_eq!(run(&["explain", "NO", "--width", "40"]).stdout.lines().count(), 2);
}

#[test]
fn retired_codes() {
    let done = run(&["explain", "token-expired"]);
    assert_eq!(
        done.stdout,
        "\
TOKEN_EXPIRED  retired in 1.4.0, see NO_ORDER

  one error for every bad token

  status       401
  title        Token expired
  since        1.0.0

  The token is too old.
"
    );
    assert_eq!(done.code, 0);
}

#[test]
fn unknown_codes() {
    let done = run(&["explain", "NO_ORDRE", "NO_STOCK"]);
    assert_eq!(done.code, 1);
    assert!(done.stdout.starts_with("NO_STOCK  409"));
    assert_eq!(done.stderr, "unknown: no error has `NO_ORDRE`, did you mean NO_ORDER?\n");
    let far = run(&["explain", "xyz"]);
    assert_eq!((far.code, far.stderr.as_str()), (1, "unknown: no error has `xyz`\n"));
}

#[test]
fn replies() {
    for (sent, code) in [
        (r#"{"code":"NO_ORDER","message":"there is no order 7","details":{"id":7}}"#, "NO_ORDER"),
        (r#"{"error":{"code":-32602,"message":"not a date: x"}}"#, "BAD_DATE"),
        (
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\n\r\n{\"code\":\"RATE_LIMITED\",\"message\":\"x\"}",
            "RATE_LIMITED",
        ),
        (r#"{"code":"TOKEN_EXPIRED","message":"x"}"#, "TOKEN_EXPIRED"),
        (r#"{"errors":[{"reason":"NO_STOCK"}]}"#, "NO_STOCK"),
        ("2026-01-01 WARN (NO_STOCK): sold out", "NO_STOCK"),
    ] {
        let done = reply(sent);
        assert_eq!(done.code, 0, "{sent}: {done:?}");
        assert_eq!(done.stdout.split_whitespace().next(), Some(code), "{sent}");
    }
    assert_eq!(
        reply(r#"{"code":"NO_ORDRE","message":"x"}"#).stderr,
        "unknown: no error has `NO_ORDRE`, did you mean NO_ORDER?\n"
    );
    let nothing = reply("<html>502</html>");
    assert_eq!((nothing.code, nothing.stderr.as_str()), (1, "unknown: the reply has no code of this lock\n"));
}

#[test]
fn json() {
    let done = run(&["explain", "--format", "json", "no_order", "TOKEN_EXPIRED"]);
    let json: Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(json["errors"][0]["code"], "NO_ORDER");
    assert!(json["errors"][0]["example"].as_str().unwrap().starts_with("HTTP/1.1 404 Not Found\n"));
    assert_eq!(json["retired"][0]["code"], "TOKEN_EXPIRED");
}

#[test]
fn markdown() {
    let done = run(&["explain", "--format", "markdown", "NO_ORDER", "TOKEN_EXPIRED"]);
    assert!(
        done.stdout.contains("No order has this number, or it belongs to **another** customer.\n"),
        "{}",
        done.stdout
    );
    assert!(
        done.stdout.ends_with(
            "\n## `TOKEN_EXPIRED`\n\nThis code is retired in 1.4.0: see `NO_ORDER`.\n\none error for every bad token\n"
        ),
        "{}",
        done.stdout
    );
}
