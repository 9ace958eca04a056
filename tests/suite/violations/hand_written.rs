//! Hand-written impls have violations too: replies ask the method, documentation the fact.

use std::collections::BTreeMap;
use std::fmt;

use errbook::{ApiError, DetailVisitor, Entry, Fact, Reply, Violation, body};

#[derive(Debug)]
struct Invalid(&'static Entry);

static DECLARED: Entry = Entry::new(400, "Invalid").with_facts(&[Fact::Violations]);
static UNDECLARED: Entry = Entry::new(400, "Invalid");

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid")
    }
}

impl std::error::Error for Invalid {}

impl ApiError for Invalid {
    fn entry(&self) -> &'static Entry {
        self.0
    }

    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        visitor.add("errors", &1);
        visitor.add("other", &2);
    }

    fn violations(&self, visit: &mut dyn FnMut(&Violation)) {
        visit(&Violation::new("is wrong").with_pointer("/a").with_detail("code", 3).with_detail("n", 4));
    }
}

#[test]
fn of_the_reply() {
    assert!(DECLARED.has_violations() && !UNDECLARED.has_violations());
    for entry in [&DECLARED, &UNDECLARED] {
        let reply = Reply::new(&Invalid(entry)).body(&body::PROBLEM).to_string();
        let errors = r##""errors":[{"detail":"is wrong","pointer":"#/a","n":4}],"other":2}"##;
        assert!(reply.ends_with(errors), "{reply}");
    }
}

/// Details are kept in order, each once, and what is not a value is left out.
#[test]
fn details() {
    let broken = BTreeMap::from([(vec![1], 1)]);
    let violation = Violation::new("is wrong")
        .with_detail("b", 1)
        .with_detail("a", "x")
        .with_detail("none", None::<u8>)
        .with_detail("broken", broken)
        .with_detail("b", [2]);
    let details: Vec<_> = violation.details().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(details, [r#"a="x""#, "b=[2]"]);
}
