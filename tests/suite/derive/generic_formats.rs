//! A format asks a type parameter for its own trait of `core::fmt`, and for no other.

use std::fmt;

use errbook::ApiError;

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Number", message = "{0:x} {0:#X} {0:o} {0:b} {1:e} {1:.1E}")]
struct Number<I: fmt::Debug, F: fmt::Debug>(I, F);

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Hex", message = "{0:x}")]
struct Hex<T: fmt::Debug>(T);

/// Has no `Display`.
#[derive(Debug)]
struct Flags(u8);

impl fmt::LowerHex for Flags {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, formatter)
    }
}

#[test]
fn of_each_base_and_exponent() {
    assert_eq!(message_of(&Number(27, 1500.0)), "1b 0x1B 33 11011 1.5e3 1.5E3");
}

#[test]
fn of_a_type_without_display() {
    assert_eq!(message_of(&Hex(Flags(10))), "a");
}
