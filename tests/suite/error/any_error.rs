//! `AnyError`: made by `?` from any API error, one pointer wide, and the same error in every reply.

use errbook::{AnyError, ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NoOrder", message = "no order {0}")]
struct NoOrder(u32);

#[derive(Debug, ApiError)]
#[api(display, status = 401, code = "Unknown", body = errbook::body::PROBLEM)]
struct Unknown;

fn order(id: u32) -> Result<(), AnyError> {
    if id == 0 {
        Err(Unknown)?;
    }
    Ok(Err(NoOrder(id))?)
}

#[test]
fn is_made_by_the_question_mark() {
    let error = order(7).unwrap_err();
    assert_eq!(Reply::new(&*error).to_string(), r#"{"code":"NoOrder","message":"no order 7"}"#);
    assert_eq!((error.code(), error.status().as_u16()), ("NoOrder", 404));
    assert_eq!(error.to_string(), "no order 7");
    assert_eq!(format!("{error:?}"), "NoOrder(7)");
}

#[test]
fn keeps_the_format() {
    let response = Reply::new(&*order(0).unwrap_err()).to_response();
    assert_eq!(response.headers()["content-type"], "application/problem+json");
}

#[test]
fn is_one_pointer_wide() {
    assert_eq!(size_of::<AnyError>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), AnyError>>(), size_of::<usize>());
}

#[test]
fn crosses_threads() {
    let error = std::thread::spawn(|| order(7)).join().unwrap().unwrap_err();
    assert_eq!(error.entry().code(), "NoOrder");
}

#[test]
fn is_not_needed_for_a_box() {
    fn order() -> Result<u32, Box<dyn ApiError>> {
        Err(NoOrder(7))?
    }
    let error = order().unwrap_err();
    assert_eq!(Reply::new(&*error).to_string(), r#"{"code":"NoOrder","message":"no order 7"}"#);
}
