//! Details as the members of an object.

use std::collections::BTreeSet;

use super::{JsonWriter, key, separate};
use crate::body::Member;
use crate::detail::{DetailName, DetailValue, DetailVisitor};
use crate::json_string;

impl JsonWriter<'_> {
    /// The details as an object; `null` if there are none.
    pub(super) fn details(&mut self, as_text: bool) -> bool {
        self.object_of(|writer| writer.error_details(&[], as_text))
    }

    pub(super) fn violation_details(&mut self) -> bool {
        self.object_of(|writer| writer.spread(&[]))
    }

    fn object_of(&mut self, write: impl FnOnce(&mut Self)) -> bool {
        let before = self.out.len();
        self.out.push(b'{');
        let start = self.out.len();
        write(self);
        if self.close(start) {
            return true;
        }
        self.out.truncate(before);
        self.absent()
    }

    /// The details of the error or of the violation as members of the open object, except those that it names itself.
    pub(in crate::reply) fn spread(&mut self, members: &[Member]) {
        let Some(violation) = self.context.violation else { return self.error_details(members, false) };
        for (name, value) in violation.details() {
            if !self.context.is_placed_in_violation(members, name) {
                key(&mut self.out, name);
                self.value(value);
            }
        }
    }

    /// Those of the error. The first of a name counts.
    fn error_details(&mut self, members: &[Member], as_text: bool) {
        let (out, context) = (&mut self.out, self.context);
        let is_all = members.is_empty() && !context.body.places_any();
        let mut write = |name: DetailName<'_>, value: DetailValue<'_>| {
            if !is_all && context.is_placed(members, name.text) {
                return false;
            }
            let before = out.len();
            match name.json {
                Some(json) => ready_key(out, json),
                None => key(out, name.text),
            }
            let start = out.len();
            let is_written = value.write_json(out);
            if !is_written || out.get(start..) == Some(b"null") {
                out.truncate(before);
                return false;
            }
            if as_text {
                make_text(out, start);
            }
            true
        };
        if context.row.is_some() {
            // The derive refuses a name that is given twice.
            let mut visit = |name: DetailName<'_>, value: DetailValue<'_>| {
                write(name, value);
            };
            context.error.details(&mut DetailVisitor::with_names(&mut visit));
        } else {
            let mut written = BTreeSet::new();
            let mut visit = |name: DetailName<'_>, value: DetailValue<'_>| {
                if !written.contains(name.text) && write(name, value) {
                    written.insert(name.text.to_owned());
                }
            };
            context.error.details(&mut DetailVisitor::with_names(&mut visit));
        }
    }
}

fn ready_key(out: &mut Vec<u8>, json: &[u8]) {
    separate(out);
    out.extend_from_slice(json);
}

/// Turns the JSON from `start` on into a string, unless it is one.
fn make_text(out: &mut Vec<u8>, start: usize) {
    if out.get(start) == Some(&b'"') {
        return;
    }
    let json = out.split_off(start);
    json_string::write(out, &String::from_utf8_lossy(&json));
}
