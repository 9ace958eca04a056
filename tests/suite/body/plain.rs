//! `Body::empty` and `Body::text`: formats that are not JSON.

use errbook::{ApiError, Body, Reply};

static EMPTY: Body = Body::empty();
static TEXT: Body =
    Body::text("{{{code}}} {status}: {message} ({details.id}, {trace_id}, {meta.owner}{extra.e})\n");
static HTML: Body = Body::text("<p>{title}</p>").with_content_type("text/html; charset=utf-8");

#[derive(Debug, ApiError)]
#[api(display, meta(owner = "orders"), rename_all = "PascalCase", header("X-A" = "b"))]
enum Problem {
    #[api(status = 404, body = EMPTY)]
    Empty,
    #[api(status = 410, body = TEXT, message = "no \"{id}\"")]
    Text {
        #[api(detail)]
        id: &'static str,
    },
    #[api(status = 410, body = HTML)]
    Html,
}

#[test]
fn an_empty_body_has_no_type() {
    for _ in 0..2 {
        let response = Reply::new(&Problem::Empty).trace_id("t").to_response();
        assert_eq!((response.status().as_u16(), response.body().len()), (404, 0));
        assert_eq!(response.headers()["x-a"], "b");
        assert!(!response.headers().contains_key("content-type"));
    }
    assert_eq!(Reply::new(&Problem::Empty).to_string(), "");
    assert_eq!(serde_json::to_string(&Reply::new(&Problem::Empty)).unwrap(), "null");
    assert!(!EMPTY.is_json() && EMPTY.content_type().is_empty());
}

#[test]
fn a_text_has_its_placeholders_replaced() {
    let error = Problem::Text { id: "7" };
    let text = "{Text} 410: no \"7\" (7, , orders)\n";
    for _ in 0..2 {
        let response = Reply::new(&error).to_response();
        assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
        assert_eq!(std::str::from_utf8(response.body()).unwrap(), text);
        assert_eq!(Reply::new(&error).to_bytes().as_ref(), text.as_bytes());
    }
    assert_eq!(serde_json::to_value(Reply::new(&error)).unwrap(), text);
    let full = Reply::new(&error).trace_id("4bf9").extra("e", 1).to_string();
    assert_eq!(full, "{Text} 410: no \"7\" (7, 4bf9, orders1)\n");
    assert_eq!(Reply::new(&Problem::Html).to_string(), "<p>Gone</p>");
    assert_eq!(
        Reply::new(&Problem::Html).to_response().headers()["content-type"],
        "text/html; charset=utf-8"
    );
}

/// Compiled once, like JSON: static where nothing depends on the instance or the request.
#[test]
fn a_constant_text_is_not_copied() {
    static FIXED: Body = Body::text("{status} {title}: {message}{details.id}\n");
    static TRACED: Body = Body::text("{title} {trace_id}\n");
    let sent = |body, trace_id: Option<&'static str>| {
        let reply = Reply::new(&Problem::Html).body(body);
        trace_id.map_or(reply.clone(), |id| reply.trace_id(id)).to_bytes()
    };
    for _ in 0..2 {
        assert!(matches!(sent(&FIXED, None), std::borrow::Cow::Borrowed(b"410 Gone: Gone\n")));
        assert!(matches!(sent(&TRACED, None), std::borrow::Cow::Borrowed(b"Gone \n")));
        assert_eq!(*sent(&FIXED, Some("t")), *b"410 Gone: Gone\n");
        assert_eq!(*sent(&TRACED, Some("t")), *b"Gone t\n");
    }
    let one = |id| Reply::new(&Problem::Text { id }).body(&FIXED).to_string();
    assert_eq!(
        (one("1"), one("2")),
        ("410 Gone: no \"1\"1\n".to_owned(), "410 Gone: no \"2\"2\n".to_owned())
    );
}

#[test]
fn are_formats_like_others() {
    let ids = [Body::empty(), Body::text(""), Body::text("a"), HTML, TEXT];
    for (at, one) in ids.iter().enumerate() {
        for (other_at, other) in ids.iter().enumerate() {
            assert_eq!(one == other, at == other_at);
        }
    }
    // Every placeholder that `body!` has in strings.
    let _ = Body::text(
        "{status}{code}{number}{title}{message}{description}{trace_id}{instance}{type}{type_name}",
    );
    let _ = Body::text("{docs_url}{retryable}{retry_after}{timestamp}{grpc}{meta.a}{extra.a}{details.a}");
    let _ = Body::text("{ code } {details.max-items} {details.größe}");
}

/// In a `const`, these are compile errors.
#[test]
fn a_mistake_in_a_template_says_what_to_write() {
    for (template, message) in [
        ("{cod}", "unknown placeholder `cod`, did you mean `code`?"),
        ("{detail.x}", "unknown placeholder `detail`, did you mean `details`?"),
        ("{exta.x}", "unknown placeholder `exta`, did you mean `extra`?"),
        ("{reason}", "unknown placeholder `reason`, expected one of `body!`, such as `code`"),
        ("{}", "expected a placeholder in `{}`, or `{{}}` for literal braces"),
        ("{ }", "expected a placeholder in `{}`, or `{{}}` for literal braces"),
        ("{:?}", "expected a placeholder in `{}`, or `{{}}` for literal braces"),
        ("{code:?}", "placeholders have no format: expected `{code}`, found `{code:?}`"),
        ("{details.}", "expected a name after the dot: `{details.NAME}`"),
        ("{meta}", "expected `{meta.NAME}`"),
        ("{message.x}", "`message` has no parts: remove `.x`"),
        ("{details}", "`details` is an object: write one detail as `{details.NAME}`"),
        ("{code", "unclosed `{`: write `}` after the name, or `{{` for a literal brace"),
        ("code}", "unmatched `}`: write `}}` for a literal brace"),
    ] {
        let panic = std::panic::catch_unwind(|| Body::text(template)).unwrap_err();
        assert_eq!(*panic.downcast::<String>().unwrap(), message, "{template}");
    }
}
