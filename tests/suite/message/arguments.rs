//! `message("…", arguments)`: expressions over the fields, as thiserror has them.

use std::collections::BTreeMap;

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", status = 400)]
enum Ours {
    #[api(message("{} fields are wrong", .fields.len()))]
    Fields { fields: Vec<String> },
    #[api(message("{} is not one of {}, {max:>3} at most", .0, .1.join("|"), max = usize::from(*.0) + 1))]
    Mixed(u8, Vec<&'static str>),
    #[api(message("{first} comes before {}, not {given}", last(.names), first = .names[0], given = .pair.1))]
    Named { names: Vec<&'static str>, pair: (u8, u8) },
    #[api(message("{0} and {1:02} and {0}", "a", 1 + 1))]
    Positions,
    #[api(message("{:?}", .r#type.as_deref().unwrap_or("none")))]
    Raw { r#type: Option<String> },
    #[api(status = 500, message("{} rows", .rows.len()))]
    Server {
        #[api(detail)]
        rows: Vec<u8>,
    },
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", status = 400)]
enum Parsed {
    #[api(message("{} of {}", .names.iter().map(|name| name.len().to_string()).collect::<Vec<_>>().join("+"), .names.len()))]
    Closure { names: Vec<&'static str> },
    #[api(message("{}", .0.iter().map(|(name, id)| (*id, *name)).collect::<BTreeMap<u8, &str>>().len()))]
    Turbofish(Vec<(&'static str, u8)>),
    #[api(message("{:>5}, {}", if *.strict { "must" } else { "may" }, match .limit { Some(limit) if *limit > 1 => "few", _ => "none" }))]
    Blocks { strict: bool, limit: Option<u8> },
    #[api(message("{range:?} and {:?}", ..3, range = *.from..*.to))]
    Ranges { from: u8, to: u8 },
}

fn last<T: Copy>(items: &[T]) -> T {
    items[items.len() - 1]
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("for logs")]
#[api(status = 400, code = "Beside", message("{} of {}", .0.len(), Self::LIMIT))]
struct Beside(Vec<u8>);

impl Beside {
    const LIMIT: usize = 2;
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Generic", message("{} and {it}", .list.len()))]
struct Generic<T: std::fmt::Debug + std::fmt::Display + Send + Sync> {
    list: Vec<T>,
    it: T,
}

#[test]
fn are_expressions_over_fields() {
    let message = |error: &dyn ApiError| {
        let message = Reply::new(error).message();
        (message, error.entry().message().unwrap())
    };
    let fields = Ours::Fields { fields: vec!["a".to_owned(), "b".to_owned()] };
    assert_eq!(message(&fields), ("2 fields are wrong".to_owned(), "{} fields are wrong"));
    assert_eq!(fields.to_string(), "2 fields are wrong");
    assert_eq!(message(&Ours::Mixed(7, vec!["a", "b"])).0, "7 is not one of a|b,   8 at most");
    let named = Ours::Named { names: vec!["a", "b"], pair: (1, 2) };
    assert_eq!(message(&named).0, "a comes before b, not 2");
    assert_eq!(message(&Ours::Positions).0, "a and 02 and a");
    assert_eq!(message(&Ours::Raw { r#type: None }).0, r#""none""#);
    assert_eq!(message(&Ours::Server { rows: vec![1] }).0, "1 rows");
    assert_eq!(message(&Beside(vec![1])).0, "1 of 2");
    assert_eq!(message(&Generic { list: vec![1], it: 2 }).0, "1 and 2");
}

#[test]
fn may_have_closures_blocks_and_ranges() {
    let message = |error: &dyn ApiError| Reply::new(error).message();
    assert_eq!(message(&Parsed::Closure { names: vec!["a", "bcd"] }), "1+3 of 2");
    assert_eq!(message(&Parsed::Turbofish(vec![("a", 1), ("b", 1)])), "1");
    assert_eq!(message(&Parsed::Blocks { strict: true, limit: Some(2) }), " must, few");
    assert_eq!(message(&Parsed::Ranges { from: 1, to: 2 }), "1..2 and ..3");
}
