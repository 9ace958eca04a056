#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 400, code = "A", message("{} of {}", wrong.len(), .all))]
    A { wrong: Vec<u8>, all: usize },
    #[api(status = 400, code = "B", message("{} {max}", max, max = max))]
    B { max: u8 },
    #[api(status = 400, code = "C", message("{} {} {}", 0, u8::max(1, .0), .0))]
    C(u8),
}

fn main() {}
