//! A large lock: 10,000 codes with `--release`, where the check takes at most 0.3 s. `ERRBOOK_SLACK=4` allows
//! four times as much, for slow machines.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use errbook_contract::{Accept, Lock, Update};

fn text(codes: usize) -> String {
    let mut text = "lock = 1\nbook = \"Orders API\"\n[body.flat]\ncontent-type = \"application/json\"\ncode = \"{code}\"\n".to_owned();
    for at in 0..codes {
        let error = format!(
            "[error.CODE_{at}]\nstatus = {}\nnumber = {at}\ntitle = \"The title of error {at}\"\n\
             message = \"the message of `{{id}}` in error {at}\"\nretryable = false\nbody = \"flat\"\ndetail.id = \"integer\"\n\
             detail.name = \"string?\"\nheader.X-Request = true\ndocs-url = \"https://example.com/errors#CODE_{at}\"\n\
             rust = \"Type{}::Variant{at}\"\ndescription = '''\nWhat error {at} means, in a sentence of some length.\n\n\
             And a second paragraph, which says more about what a client does.'''\n\
             section.Solution = \"Send the request again with another value.\"\n",
            400 + at % 7,
            at / 100,
        );
        text.push_str(&error);
    }
    text
}

/// The time that this thread was on a processor, where the system says it: other tests run beside this one.
fn time() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let since_start = START.get_or_init(Instant::now).elapsed();
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stat.and_then(|stat| stat.split(' ').next()?.parse().ok());
    nanoseconds.map_or(since_start, Duration::from_nanos)
}

const COUNT: usize = if cfg!(debug_assertions) { 1_000 } else { 10_000 };

#[test]
fn a_large_lock_is_checked_soon() {
    let committed = Lock::parse(text(COUNT)).unwrap();
    let (book, committed) = (committed.to_book(), committed.to_string());
    // The first look-up of a book makes its index.
    assert!(book.by_code("CODE_0").next().is_some());
    let start = time();
    let update = Update::new(Some(committed.as_bytes()), &book).unwrap();
    let lock = update.lock(&Accept::Nothing).unwrap().to_string();
    let took = time().saturating_sub(start);
    assert_eq!(lock, committed);
    eprintln!("{} bytes checked in {took:?}", committed.len());
    let slack = std::env::var("ERRBOOK_SLACK").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    assert!(cfg!(debug_assertions) || took < Duration::from_millis(300 * slack), "{took:?}");
}
