//! The behavior of the lock through the public API.
#![allow(dead_code, reason = "only the declarations of the errors are tested")]

/// Declares a book of one type with these variants.
macro_rules! book {
    ($name:ident { $($variants:tt)* }) => {
        static $name: errbook::Book = {
            #[derive(Debug, errbook::ApiError)]
            #[api(display)]
            enum OrderError { $($variants)* }
            errbook::Book::new("Orders API", &[OrderError::CATALOG])
        };
    };
}

mod books;
mod changelog;
mod hostile;
mod large;
mod lint;
mod locks;
mod merge;
mod pieces;
mod round_trip;
mod rules;
mod text;
mod update;
