//! What is measured, and how one program measures its own contenders: errbook and hand-written code here, the peers in
//! `peers/`, whose dependencies switch on features of `serde_json` that the others do not pay for.
#![allow(missing_docs, reason = "unpublished, and read here")]

pub mod job;
pub mod sample;
pub mod serve;

pub use crate::job::Job;

/// Something that answers with errors.
pub struct Contender {
    pub name: &'static str,
    /// The job of a case, if the contender can say it.
    pub case: fn(char) -> Option<Job>,
}

/// The cases, by letter.
pub const CASES: [(char, &str); 7] = [
    ('a', "constant text"),
    ('b', "a message with two fields"),
    ('c', "details: a string, an integer, a nested struct"),
    ('d', "(b) with a trace id"),
    ('e', "(b) behind two transparent enums"),
    ('f', "1 KiB of text, a sixth of it escaped"),
    ('g', "problem details of RFC 9457"),
];
