//! `violations` on a field: anything that iterates over `&Violation`, in structs and enums, beside other derives and alone.

use std::collections::VecDeque;
use std::fmt::Debug;
use std::sync::Arc;

use errbook::{ApiError, Reply, Violation, Violations};

fn two() -> Vec<Violation> {
    vec![Violation::new("a").with_pointer("/a"), Violation::new("b").with_header("B")]
}

#[track_caller]
fn names_two(error: &dyn ApiError) {
    let mut messages = Vec::new();
    error.violations(&mut |violation| messages.push(violation.message().to_owned()));
    assert_eq!(messages, ["a", "b"]);
    let json = Reply::new(error).to_string();
    let list = r#""violations":[{"pointer":"/a","message":"a"},{"header":"B","message":"b"}]"#;
    assert!(json.contains(list), "{json}");
    assert!(error.entry().has_violations());
}

#[track_caller]
fn names_none(error: &dyn ApiError) {
    error.violations(&mut |violation| panic!("{violation:?}"));
    assert!(!Reply::new(error).to_string().contains("\"violations\":"));
}

type Maybe<T> = Option<T>;

#[derive(Debug, ApiError)]
#[api(display, status = 422, rename_all = "snake_case")]
enum Kinds {
    Vec(#[api(violations)] Vec<Violation>),
    Violations(#[api(violations)] Violations),
    Array(#[api(violations)] [Violation; 2]),
    Boxed {
        #[api(violations)]
        all: Box<[Violation]>,
    },
    Shared(#[api(violations)] Arc<[Violation]>),
    Static(#[api(violations)] &'static [Violation]),
    Maybe(#[api(violations)] Maybe<Vec<Violation>>),
    MaybeShared(#[api(violations)] Option<Arc<Vec<Violation>>>),
    Deque(#[api(violations)] VecDeque<Violation>),
    MaybeList(#[api(violations)] Maybe<VecDeque<Violation>>),
    Own(#[api(violations)] Own),
    MaybeOwn(#[api(violations)] Option<Own>),
    One(#[api(violations)] Box<Violation>),
    Other,
}

/// A type that only iterates.
#[derive(Debug)]
struct Own(Vec<Violation>);

impl<'o> IntoIterator for &'o Own {
    type Item = &'o Violation;
    type IntoIter = std::slice::Iter<'o, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[test]
fn of_many_types() {
    let array: [Violation; 2] = two().try_into().unwrap();
    for error in [
        Kinds::Vec(two()),
        Kinds::Violations(two().into()),
        Kinds::Array(array),
        Kinds::Boxed { all: two().into() },
        Kinds::Shared(two().into()),
        Kinds::Static(two().leak()),
        Kinds::Maybe(Some(two())),
        Kinds::MaybeShared(Some(Arc::new(two()))),
        Kinds::Deque(two().into()),
        Kinds::MaybeList(Some(two().into())),
        Kinds::Own(Own(two())),
        Kinds::MaybeOwn(Some(Own(two()))),
    ] {
        names_two(&error);
    }
}

#[test]
fn none_are_left_out() {
    for error in [
        Kinds::Vec(Vec::new()),
        Kinds::Violations(Violations::new()),
        Kinds::Maybe(None),
        Kinds::MaybeOwn(None),
        Kinds::MaybeList(None),
        Kinds::Other,
    ] {
        names_none(&error);
    }
    assert!(!Kinds::Other.entry().has_violations());
}

#[test]
fn one_is_a_list_of_one() {
    let json = Reply::new(&Kinds::One(Box::new(Violation::new("is wrong")))).to_string();
    assert!(json.ends_with(r#","violations":[{"message":"is wrong"}]}"#), "{json}");
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Generic")]
struct Generic<L, T: Debug = ()>
where
    for<'v> &'v L: IntoIterator<Item = &'v Violation>,
    L: Debug + Send + Sync,
{
    #[api(violations)]
    list: L,
    #[expect(dead_code, reason = "only a parameter")]
    other: T,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} fields are wrong", .errors.len())]
#[api(status = 400, code = "Beside")]
struct Beside<'e> {
    #[api(violations)]
    errors: &'e [Violation],
}

#[test]
fn of_generics_and_lifetimes() {
    names_two(&Generic { list: two(), other: 0_u8 });
    names_two(&Generic { list: VecDeque::from(two()), other: "x" });
    let errors = two();
    let beside = Beside { errors: &errors };
    names_two(&beside);
    assert_eq!(Reply::new(&beside).message(), "2 fields are wrong");
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[api(transparent)]
    Inner(Kinds),
    #[api(transparent)]
    Dyn(Box<dyn ApiError>),
}

#[test]
fn through_other_errors() {
    names_two(&Outer::Inner(Kinds::Vec(two())));
    names_two(&Outer::Dyn(Box::new(Outer::Inner(Kinds::Own(Own(two()))))));
    names_two(&Box::new(Kinds::Vec(two())));
    names_two(&Arc::new(Kinds::Vec(two())));
    names_none(&Outer::Inner(Kinds::Other));
}

#[derive(Debug, ApiError)]
#[api(display)]
enum OfKind {
    #[api(kind = Kinds::Other)]
    Variant(#[api(violations)] Vec<Violation>),
    Field(#[api(kind)] Kinds, #[api(violations)] Option<Vec<Violation>>),
    #[api(kind = Kinds::Other)]
    Nothing,
    Falls(#[api(kind)] Kinds),
}

#[track_caller]
fn messages(error: &dyn ApiError) -> Vec<String> {
    let value = serde_json::to_value(Reply::new(error)).unwrap();
    assert_eq!(
        value.to_string(),
        serde_json::from_slice::<serde_json::Value>(&Reply::new(error).to_bytes()).unwrap().to_string()
    );
    let list = value["violations"].as_array().cloned().unwrap_or_default();
    list.iter().map(|violation| violation["message"].as_str().unwrap().to_owned()).collect()
}

/// Beside a kind they are said here, and fall back to those of the kind.
#[test]
fn beside_a_kind() {
    let other = || vec![Violation::new("c")];
    assert_eq!(messages(&OfKind::Variant(two())), ["a", "b"]);
    assert_eq!(messages(&OfKind::Field(Kinds::Other, Some(other()))), ["c"]);
    assert_eq!(messages(&OfKind::Field(Kinds::Vec(two()), Some(other()))), ["c"]);
    assert_eq!(messages(&OfKind::Falls(Kinds::Vec(two()))), ["a", "b"]);
    assert!(messages(&OfKind::Nothing).is_empty());
}

/// Violations are public by declaration, so a message of a 5xx and of a strict type may use them.
#[derive(Debug, ApiError)]
#[api(display, strict, status = 502, code = "Upstream")]
#[api(message("the upstream refused {} fields", .errors.len()))]
struct Upstream {
    #[api(violations)]
    errors: Vec<Violation>,
}

#[test]
fn a_message_may_use_them() {
    let error = Upstream { errors: two() };
    names_two(&error);
    assert_eq!(Reply::new(&error).message(), "the upstream refused 2 fields");
}
