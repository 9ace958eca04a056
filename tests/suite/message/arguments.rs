//! `message("…", arguments)`: expressions over the fields, as thiserror has them.

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
