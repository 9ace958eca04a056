//! Text is escaped letter for letter as `serde_json` does it, everywhere in a body.

use errbook::{ApiError, Reply, body};

#[derive(Debug, ApiError)]
#[api(display, body = body::MESSAGE, status = 400, code = "Any", message = "{text}")]
struct Any {
    text: String,
}

fn check(text: String) {
    let expected = serde_json::json!({ "error": text }).to_string();
    assert_eq!(Reply::new(&Any { text }).to_string(), expected);
}

#[test]
fn one_letter_at_every_place() {
    for letter in (0..0x100).filter_map(char::from_u32).chain("\u{2028}漢🦀".chars()) {
        let lengths = (0..=17).chain([33]);
        for (before, after) in (0..40).flat_map(|before| lengths.clone().map(move |after| (before, after))) {
            check(format!("{}{letter}{}", "x".repeat(before), "y".repeat(after)));
        }
    }
}

#[test]
fn many_letters() {
    let letters: Vec<char> = "ab\"\\\n\u{1f}\u{7f}é漢🦀 /<".chars().collect();
    let mut state: u32 = 1;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(state >> 16).unwrap()
    };
    for _ in 0..5_000 {
        let length = 1 + random() % 70;
        check((0..length).map(|_| letters[random() % letters.len()]).collect());
    }
}
