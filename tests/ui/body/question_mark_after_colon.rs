pub const FORMAT: errbook::Body = errbook::body!({ "trace_id":? trace_id });

fn main() {}
