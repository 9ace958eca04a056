//! The services of the migration guides in `docs/migrate/`, before and after.
#![expect(missing_docs, reason = "the guides show these files as they are")]

pub mod into_response {
    //! From thiserror and a hand-written `IntoResponse`.

    pub mod after;
    pub mod before;
}

pub mod problem {
    //! From `problem_details` and `http-api-problem`.

    pub mod after;
    pub mod with_http_api_problem;
    pub mod with_problem_details;
}

pub mod response_error {
    //! From the `ResponseError` of actix-web.

    pub mod after;
    pub mod before;
}
