//! `prefix` is put before derived codes, not before written ones.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 401, rename_all = "snake_case", prefix = "auth.")]
enum AuthError {
    TokenExpired,
    #[api(code = "LOCKED")]
    Locked,
}

#[test]
fn before_a_derived_code() {
    assert_eq!(AuthError::TokenExpired.code(), "auth.token_expired");
    assert_eq!(
        Reply::new(&AuthError::TokenExpired).to_string(),
        r#"{"code":"auth.token_expired","message":"Unauthorized"}"#
    );
}

#[test]
fn not_before_a_written_one() {
    assert_eq!(AuthError::Locked.code(), "LOCKED");
}
