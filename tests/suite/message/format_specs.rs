//! Format specs of messages mean what they mean to `format!`.

use errbook::ApiError;

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Spec {
    #[api(message = "[{value:>8.2}] [{value:<8}] [{value:^+8.1}] [{value:08.3}] [{value:e}] [{value:E}]")]
    Float { value: f64 },
    #[api(message = "[{value:#x}] [{value:X}] [{value:#010b}] [{value:o}] [{value:+}] [{value:_^7}]")]
    Integer { value: u32 },
    #[api(message = "{0:?} {0:#?} {1:x?} {1:02X?}")]
    Debug(Option<u8>, [u8; 2]),
    #[api(message = "[{0:>5}] [{0:.2}] [{0:-<5}] [{0:?}]")]
    Text(&'static str),
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Pointer", message = "{p:p} {p:?}")]
struct Pointer<'a> {
    p: &'a u8,
}

#[test]
fn of_floats() {
    let value = 1234.567;
    assert_eq!(
        message_of(&Spec::Float { value }),
        format!("[{value:>8.2}] [{value:<8}] [{value:^+8.1}] [{value:08.3}] [{value:e}] [{value:E}]")
    );
}

#[test]
fn of_integers() {
    assert_eq!(message_of(&Spec::Integer { value: 27 }), "[0x1b] [1B] [0b00011011] [33] [+27] [__27___]");
}

#[test]
fn of_debug() {
    let message = message_of(&Spec::Debug(Some(1), [10, 255]));
    assert_eq!(message, "Some(1) Some(\n    1,\n) [a, ff] [0A, FF]");
}

#[test]
fn of_text() {
    assert_eq!(message_of(&Spec::Text("añb")), "[  añb] [añ] [añb--] [\"añb\"]");
}

#[test]
fn a_pointer_is_that_of_the_field() {
    let byte = 5;
    assert_eq!(message_of(&Pointer { p: &byte }), format!("{:p} 5", &raw const byte));
}
