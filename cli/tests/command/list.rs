//! `errbook list`

use serde_json::Value;

use crate::process::run;

#[test]
fn an_error_is_a_line() {
    let list = run(&["list"]);
    assert_eq!(
        list.stdout,
        "\
400  BAD_DATE      Bad Request        -32602  A date is not written as YYYY-MM-DD.
404  NO_ORDER      Order not found    1404    No order has this number, or it belongs to another customer.
409  NO_STOCK      Conflict                   The article is sold out.
429  RATE_LIMITED  Too Many Requests          The requests of your plan are used up.
"
    );
    assert_eq!((list.code, list.stderr.as_str()), (0, ""));
}

#[test]
fn forty_columns() {
    let list = run(&["list", "--width", "40"]);
    assert_eq!(
        list.stdout,
        "\
400  BAD_DATE      Bad Request
404  NO_ORDER      Order not found
409  NO_STOCK      Conflict
429  RATE_LIMITED  Too Many Requests
"
    );
}

#[test]
fn a_long_text_is_cut() {
    let list = run(&["list", "--width", "70", "number"]);
    assert_eq!(list.stdout, "404  NO_ORDER  Order not found  1404  No order has this number, or it…\n");
    assert_eq!(run(&["list", "--width", "9", "number"]).stdout, "404  NO_…\n");
}

#[test]
fn filters() {
    let codes = |arguments: &[&str]| {
        let list = run(&[&["list"], arguments].concat()).stdout;
        list.lines().map(|line| line.split_whitespace().nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&["ORDER", "customer"]), ["NO_ORDER"]);
    assert_eq!(codes(&["order", "nothing"]), [""; 0]);
    assert_eq!(codes(&["--status", "404"]), ["NO_ORDER"]);
    assert_eq!(codes(&["--status", "4xx"]).len(), 4);
    assert_eq!(codes(&["--status", "5XX"]), [""; 0]);
    let wrong = run(&["list", "--status", "200"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("expected a status from 400 to 599, `4xx` or `5xx`"), "{}", wrong.stderr);
}

#[test]
fn retired_codes() {
    let list = run(&["list", "--retired"]).stdout;
    assert_eq!(list, "401  TOKEN_EXPIRED  see NO_ORDER  retired in 1.4.0  one error for every bad token\n");
}

#[test]
fn json() {
    let list: Value =
        serde_json::from_str(&run(&["list", "--format", "json", "--status", "429"]).stdout).unwrap();
    assert_eq!(list["book"], "Orders API");
    assert_eq!(list["release"], "1.4.0");
    let [error] = list["errors"].as_array().unwrap().as_slice() else { panic!("{list}") };
    assert_eq!(error["code"], "RATE_LIMITED");
    assert_eq!(error["status"], 429);
    assert_eq!(error["retryable"], true);
    assert_eq!(error["number"], Value::Null);
    assert_eq!(error["details"][0]["type"], "OffsetDateTime?");
    assert_eq!(error["headers"]["Retry-After"], true);
    assert_eq!(error["sections"]["Solution"], "Wait as many seconds as `Retry-After` says.");
    assert_eq!(error["was"], serde_json::json!([{ "fact": "status", "value": 420, "until": "1.3.0" }]));
    let retired = run(&["list", "--format", "json", "--retired"]).stdout;
    let retired: Value = serde_json::from_str(&retired).unwrap();
    assert_eq!(retired["retired"][0]["replaced_by"], "NO_ORDER");
    assert_eq!(retired["retired"][0]["errors"][0]["status"], 401);
}
