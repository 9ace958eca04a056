use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", message = "{0:p} {0} {1:p}")]
struct Gone(&'static u32, Box<u32>);

static SEVEN: u32 = 7;

#[test]
fn works() {
    let gone = Gone(&SEVEN, Box::new(8));
    let expected = format!("{:p} {} {:p}", gone.0, gone.0, gone.1);
    assert_eq!(gone.to_string(), expected);
}
