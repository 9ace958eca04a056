//! The canonical codes of `google.rpc.Code` and the statuses they map to.

use errbook::__private::{grpc_code, status_of_grpc_code};

const MAPPING: [(&str, u16); 16] = [
    ("CANCELLED", 499),
    ("UNKNOWN", 500),
    ("INVALID_ARGUMENT", 400),
    ("DEADLINE_EXCEEDED", 504),
    ("NOT_FOUND", 404),
    ("ALREADY_EXISTS", 409),
    ("PERMISSION_DENIED", 403),
    ("UNAUTHENTICATED", 401),
    ("RESOURCE_EXHAUSTED", 429),
    ("FAILED_PRECONDITION", 400),
    ("ABORTED", 409),
    ("OUT_OF_RANGE", 400),
    ("UNIMPLEMENTED", 501),
    ("INTERNAL", 500),
    ("UNAVAILABLE", 503),
    ("DATA_LOSS", 500),
];

#[test]
fn of_a_code() {
    for (code, status) in MAPPING {
        assert_eq!(status_of_grpc_code(code), Some(status), "{code}");
    }
    for none in ["OK", "", "not_found", "NOT_FOUND ", "TEAPOT"] {
        assert_eq!(status_of_grpc_code(none), None, "{none}");
    }
}

#[test]
fn of_a_status() {
    for status in 400..=599 {
        let code = grpc_code(status);
        let mapped = status_of_grpc_code(code).unwrap();
        assert_eq!(mapped / 100, status / 100, "{status} is {code}");
        if MAPPING.iter().any(|(_, known)| *known == status) {
            assert_eq!(mapped, status, "{status} is {code}");
        }
    }
}
