use errbook::ApiError;

/** What can
 * be wrong.
 */
#[derive(Debug, ApiError)]
#[api(display, status = 410)]
enum Problem {
    /** It is "gone" | away \ {here}. */
    #[api(code = "Gone")]
    Gone,
    #[doc = " By attribute."]
    #[doc(alias = "x")]
    #[api(code = "Lost")]
    Lost,
    ///
    #[doc(hidden)]
    #[api(code = "Hidden")]
    Hidden,
}

#[test]
fn works() {
    assert_eq!(Problem::Gone.entry().description(), "It is \"gone\" | away \\ {here}.");
    assert_eq!(Problem::Lost.entry().description(), "By attribute.");
    assert!(Problem::Hidden.entry().is_hidden());
}
