//! The entry knows name, type and documentation of each detail.

use errbook::{ApiError, Detail};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Facts")]
struct Facts<'a, T: std::fmt::Debug> {
    /// How much is left.
    /// In pieces.
    #[api(detail)]
    left: u32,
    #[api(detail = "allowed")]
    values: Vec<Option<&'static str>>,
    /// No detail.
    private: T,
    #[api(detail)]
    name: &'a str,
}

#[test]
fn of_details_only() {
    let error = Facts { left: 1, values: Vec::new(), private: 'p', name: "n" };
    assert_eq!(
        error.entry().details().collect::<Vec<_>>(),
        [
            Detail::new("left", "u32", "How much is left.\nIn pieces."),
            Detail::new("allowed", "Vec<Option<&'static str>>", ""),
            Detail::new("name", "&'a str", ""),
        ]
    );
    assert_eq!(error.private, 'p');
}
