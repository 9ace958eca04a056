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

#[test]
fn works() {
    assert_eq!(Gone.entry().description(), "It is gone.");
    assert_eq!(Gone.entry().section("Solution"), Some("Ask again."));
}
