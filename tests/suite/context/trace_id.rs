//! Identifiers of requests: which texts are ones, and what is generated.

use std::collections::BTreeSet;

use errbook::TraceId;

const TRACE: &str = "12345678901234567890123456789012";

/// The cases of the test suite of W3C Trace Context for one header, and some beside them.
#[test]
fn of_a_traceparent() {
    let parent = "1234567890123456";
    let usual = format!("00-{TRACE}-{parent}-01");
    let valid = [
        usual.clone(),
        format!("00-{TRACE}-{parent}-00"),
        format!("00-{TRACE}-{parent}-ff"),
        format!("cc-{TRACE}-{parent}-01"),
        format!("cc-{TRACE}-{parent}-01-what-the-future-will-be-like"),
        format!("cc-{TRACE}-{parent}-01-"),
        format!(" {usual}"),
        format!("\t{usual}"),
        format!("{usual} "),
        format!("\t {usual} \t"),
    ];
    for header in valid {
        let id = TraceId::from_traceparent(&header);
        assert_eq!(id.as_ref().map(TraceId::as_str), Some(TRACE), "{header:?}");
    }

    let invalid = [
        String::new(),
        "-".to_owned(),
        TRACE.to_owned(),
        format!("{usual}."),
        format!("{usual}-"),
        format!("{usual}-what-the-future-will-be-like"),
        format!("cc-{TRACE}-{parent}-01.what-the-future-will-be-like"),
        format!("ff-{TRACE}-{parent}-01"),
        format!(".0-{TRACE}-{parent}-01"),
        format!("0.-{TRACE}-{parent}-01"),
        format!("000-{TRACE}-{parent}-01"),
        format!("0000-{TRACE}-{parent}-01"),
        format!("0-{TRACE}-{parent}-01"),
        format!("CC-{TRACE}-{parent}-01"),
        format!("00-{}-{parent}-01", "0".repeat(32)),
        format!("00-{}-{parent}-01", TRACE.replacen('1', ".", 1)),
        format!("00-{}-{parent}-01", TRACE.replacen("12", "1.", 3)),
        format!("00-{}-{parent}-01", "ABCDEF7890".repeat(4).split_at(32).0),
        format!("00-{TRACE}3-{parent}-01"),
        format!("00-{}-{parent}-01", &TRACE[1..]),
        format!("00-{TRACE}-{}-01", "0".repeat(16)),
        format!("00-{TRACE}-.{}-01", &parent[1..]),
        format!("00-{TRACE}-{}.-01", &parent[1..]),
        format!("00-{TRACE}-{parent}7-01"),
        format!("00-{TRACE}-{}-01", &parent[1..]),
        format!("00-{TRACE}-{parent}-.0"),
        format!("00-{TRACE}-{parent}-0."),
        format!("00-{TRACE}-{parent}-001"),
        format!("00-{TRACE}-{parent}-1"),
        format!("00_{TRACE}_{parent}_01"),
        format!("{usual},{usual}"),
        "00-1-1-1".to_owned(),
        "é".repeat(28),
    ];
    for header in invalid {
        assert_eq!(TraceId::from_traceparent(&header), None, "{header:?}");
    }
}

#[test]
fn of_any_header() {
    for text in ["a", "3f2a", "\"><\\{}", &"~".repeat(128)] {
        assert_eq!(TraceId::new(text).unwrap().to_string(), text);
    }
    for text in ["", " ", "a b", "é", "a\u{7f}", "\t", &"a".repeat(129)] {
        assert_eq!(TraceId::new(text), None, "{text:?}");
    }
}

#[test]
fn generated_ones_do_not_repeat() {
    let generate = || (0..10_000).map(|_| TraceId::generate().to_string()).collect::<Vec<_>>();
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(generate)).collect();
    let ids: Vec<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();

    let is_hex = |id: &String| id.len() == 32 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    assert!(ids.iter().all(is_hex));
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 40_000);
    // Every digit of every place is random.
    for place in 0..32 {
        assert_eq!(ids.iter().map(|id| id.as_bytes()[place]).collect::<BTreeSet<_>>().len(), 16);
    }
}
