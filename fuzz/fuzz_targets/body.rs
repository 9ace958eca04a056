#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    errbook_macros::streams::body(bytes);
});
