use errbook::ApiError;

macro_rules! error {
    ($name:ident, $text:literal, $more:expr) => {
        #[doc = $text]
        #[doc = ""]
        #[doc = $more]
        #[derive(Debug, ApiError)]
        #[api(display, status = 410, code = "Gone")]
        struct $name;
    };
}

error!(Gone, "It is gone.", "# Solution\nAsk again.");

macro_rules! missing {
    ($name:ident, $number:expr) => {
        #[doc = concat!("There is no such ", stringify!($name), ".")]
        #[derive(Debug, ApiError)]
        #[api(display, status = 404, code = stringify!($name))]
        struct $name {
            #[doc = concat!("At most ", $number)]
            #[api(detail)]
            id: u8,
        }
    };
}

missing!(Order, 200);

#[test]
fn works() {
    assert_eq!(Gone.entry().description(), "It is gone.");
    assert_eq!(Gone.entry().section("Solution"), Some("Ask again."));
    let order = Order { id: 7 };
    assert_eq!(order.entry().description(), "There is no such Order.");
    assert_eq!(order.entry().details().next().unwrap().description(), "At most 200");
}
