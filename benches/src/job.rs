//! One case of one contender: an error that exists already, and the two ways to answer with it.

use std::borrow::Cow;
use std::hint::black_box;
use std::rc::Rc;

pub struct Job {
    /// The body of the reply.
    pub bytes: Box<dyn Fn() -> Cow<'static, [u8]>>,
    /// The whole reply, dropped where it is made.
    pub http: Box<dyn Fn()>,
}

impl Job {
    pub fn new<E: 'static, B: Into<Cow<'static, [u8]>>, R>(
        error: E,
        bytes: impl Fn(&E) -> B + 'static,
        http: impl Fn(&E) -> R + 'static,
    ) -> Self {
        let error = Rc::new(error);
        let again = Rc::clone(&error);
        Self {
            bytes: Box::new(move || bytes(black_box(&error)).into()),
            http: Box::new(move || drop(black_box(http(black_box(&again))))),
        }
    }

    /// Runs one side of the job this often.
    pub fn run(&self, side: Side, runs: u64) {
        for _ in 0..runs {
            match side {
                Side::Bytes => drop(black_box((self.bytes)())),
                Side::Http => (self.http)(),
            }
        }
    }
}

/// What is made of an error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Bytes,
    Http,
}

impl Side {
    pub const ALL: [Self; 2] = [Self::Bytes, Self::Http];

    pub const fn what(self) -> &'static str {
        match self {
            Self::Bytes => "to bytes",
            Self::Http => "to a response",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Http => "http",
        }
    }
}
