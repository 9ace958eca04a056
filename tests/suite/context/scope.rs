//! Which request an error belongs to: the scope that is entered, on this thread, until it is left.

use std::panic::{AssertUnwindSafe, catch_unwind};

use errbook::{ApiError, Context, Reply, Scope, TraceId, body};

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

fn request(id: &str) -> Scope {
    Scope::new(Context::new().with_trace_id(TraceId::new(id).unwrap()))
}

fn current() -> String {
    Context::current().trace_id().map_or("none", |id| id.as_str()).to_owned()
}

#[test]
fn is_left_at_the_end() {
    let mut scope = request("1");
    assert_eq!(
        [current(), scope.enter(current), current(), scope.enter(current)],
        ["none", "1", "none", "1"]
    );
}

#[test]
fn is_left_by_a_panic() {
    let mut scope = request("1");
    let panicked = catch_unwind(AssertUnwindSafe(|| scope.enter(|| panic!("in a handler"))));

    assert!(panicked.is_err());
    assert_eq!(current(), "none");
    assert_eq!(scope.enter(current), "1");
}

#[test]
fn inside_another_restores_it() {
    let (mut outer, mut inner) = (request("outer"), request("inner"));
    let seen = outer.enter(|| [current(), inner.enter(current), current()]);

    assert_eq!(seen, ["outer", "inner", "outer"]);
    assert_eq!(current(), "none");
}

/// Two futures that are polled in turns on one thread.
#[test]
fn of_several_requests_in_turns() {
    let mut scopes = ["1", "2", "3"].map(request);
    for _ in 0..3 {
        assert_eq!(scopes.each_mut().map(|scope| scope.enter(current)), ["1", "2", "3"]);
    }
}

#[test]
fn does_not_reach_other_threads() {
    let seen = request("1").enter(|| std::thread::spawn(current).join().unwrap());
    assert_eq!(seen, "none");
}

#[test]
fn has_one_generated_id() {
    let mut scope = Scope::new(Context::new().with_generated_trace_id());
    assert_eq!(scope.trace_id(), None);

    let first = scope.enter(current);
    assert_eq!(first.len(), 32);
    assert_eq!(scope.enter(current), first);
    assert_eq!(scope.context().trace_id().map(TraceId::as_str), Some(&*first));
    assert_eq!(scope.trace_id().unwrap().as_str(), first);

    let mut unused = Scope::new(Context::new().with_generated_trace_id());
    assert!(unused.context().trace_id().is_some());
    assert_ne!(unused.trace_id().unwrap().as_str(), first);
}

#[test]
fn gives_the_facts_of_the_request_to_its_reply() {
    let uri = "https://example.com/orders/7?token=hunter2".parse().unwrap();
    let context = Context::new().with_uri(&uri).with_body(&body::PROBLEM).with_default_body(&body::NESTED);
    let json = Scope::new(context).enter(|| Context::current().reply(&Gone).to_string());

    assert_eq!(
        json,
        r#"{"type":"about:blank","title":"Gone","status":410,"detail":"Gone","instance":"/orders/7","code":"Gone"}"#,
    );

    let json = Context::new().with_default_body(&body::NESTED).reply(&Gone).to_string();
    assert_eq!(json, r#"{"error":{"code":"Gone","message":"Gone"}}"#);
    assert_eq!(Context::new().reply(&Gone).to_string(), Reply::new(&Gone).to_string());
}

#[test]
fn a_reply_may_say_otherwise() {
    let context =
        Context::new().with_trace_id(TraceId::new("1")).with_path("/orders/7 8").with_body(&body::PROBLEM);
    let ends = |reply: Reply<'_>, end: &str| {
        let json = reply.to_string();
        assert!(json.ends_with(end), "{json}");
        assert_eq!(serde_json::to_string(&reply).unwrap(), json);
    };
    let reply = || context.reply(&Gone);

    ends(reply(), r#""instance":"/orders/7%208","code":"Gone","trace_id":"1"}"#);
    ends(reply().trace_id("2"), r#""instance":"/orders/7%208","code":"Gone","trace_id":"2"}"#);
    ends(reply().instance("/é"), r#""instance":"/%C3%A9","code":"Gone","trace_id":"1"}"#);
    ends(reply().extra("other", 7), r#""instance":"/orders/7%208","code":"Gone","trace_id":"1"}"#);
}

#[test]
fn copies_a_path_of_any_length() {
    for length in [1, 79, 80, 81, 255, 256, 300] {
        let path = "a".repeat(length);
        assert_eq!(Context::new().with_path(&path).instance(), Some(path.as_str()));
    }
    let path = "/é".repeat(27);
    assert_eq!(Context::new().with_path(&path).instance(), Some(path.as_str()));
    // That of `CONNECT`.
    assert_eq!(Context::new().with_path("").instance(), None);
}

/// `//evil.example/x` as an instance would name a host of the client's choice.
#[test]
fn names_no_host_by_a_path_of_two_slashes() {
    let instance = |context: Context| {
        let json = context.with_body(&body::PROBLEM).reply(&Gone).to_string();
        json.split_once(r#""instance":""#).unwrap().1.split_once('"').unwrap().0.to_owned()
    };
    let uri = "https://example.com//evil.example/x".parse().unwrap();
    let long = format!("//{}", "a".repeat(300));

    assert_eq!(instance(Context::new().with_uri(&uri)), "/.//evil.example/x");
    assert_eq!(instance(Context::new().with_path("//evil.example")), "/.//evil.example");
    assert_eq!(instance(Context::new().with_path(&long)), format!("/.{long}"));
    assert_eq!(instance(Context::new().with_instance("///")), "/.///");
    assert_eq!(instance(Context::new().with_path("/orders//8")), "/orders//8");
    assert_eq!(Context::new().with_path("//x").instance(), Some("//x"));
}

/// An error that asks for the request while it is written.
#[derive(Debug)]
struct Nosy;

impl std::fmt::Display for Nosy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "asked in {}", current())
    }
}

impl std::error::Error for Nosy {}

impl ApiError for Nosy {
    fn entry(&self) -> &'static errbook::Entry {
        static ENTRY: errbook::Entry = errbook::Entry::new(409, "NOSY");
        &ENTRY
    }

    fn fmt_message(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[test]
fn is_known_while_an_error_is_written() {
    let reply = || Context::with_current(|context| context.reply(&Nosy).to_string());
    let mut scope = Scope::new(Context::new().with_generated_trace_id());
    let id = scope.context().trace_id().unwrap().to_string();

    let expected = format!(r#"{{"code":"NOSY","message":"asked in {id}","trace_id":"{id}"}}"#);
    assert_eq!(scope.enter(reply), expected);
    // Nobody needed the identifier before.
    let mut scope = Scope::new(Context::new().with_generated_trace_id());
    assert!(scope.enter(reply).contains("asked in ") && scope.trace_id().is_some());
    assert_eq!(reply(), r#"{"code":"NOSY","message":"asked in none"}"#);
}
