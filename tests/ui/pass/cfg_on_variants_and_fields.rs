use errbook::{ApiError, Catalogued as _};

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem {
    #[cfg(any())]
    #[api(status = 200, colour = "red")]
    Never(Unknown),
    #[cfg(all())]
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[cfg(any())] Unknown, #[cfg(all())] u8),
    #[api(status = 404, code = "Lost")]
    Lost {
        #[cfg(any())]
        #[api(colour)]
        never: Unknown,
        #[api(detail)]
        what: u8,
    },
}

fn main() {
    assert_eq!(Problem::Gone(7).message(), "no 7");
    assert_eq!(Problem::Lost { what: 7 }.code(), "Lost");
    assert_eq!(Problem::CATALOG.entries().count(), 2);
}
