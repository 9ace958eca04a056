pub const FORMAT: errbook::Body = errbook::body!({
    "code": kode,
    message: message,
    "all": [nubmer, { "status": stauts }],
});

fn main() {}
