trait Coded {
    const CODE: &str;
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = <Self as Coded>::CODE)]
struct Gone;

impl Coded for Gone {
    const CODE: &str = "Gone";
}

fn main() {}
