use errbook::ApiError;

#[derive(ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone<F>(F)
where
    for<'a> F: Fn(&'a str) -> &'a str;

impl<F> std::fmt::Debug for Gone<F>
where
    for<'a> F: Fn(&'a str) -> &'a str,
{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str((self.0)("Gone"))
    }
}

#[test]
fn works() {
    assert_eq!(Gone(|text| text).code(), "Gone");
}
