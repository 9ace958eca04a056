static BODY: errbook::Body = errbook::body!({ "source"?: { "pointer"?: detail.pointer }, "items"?: [typo] });

fn main() {}
