//! Enums and structs of every shape are errors: unit, tuple and named.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display)]
enum Shape {
    #[api(status = 400, code = "Unit")]
    Unit,
    #[api(status = 401, code = "EmptyTuple")]
    EmptyTuple(),
    #[api(status = 402, code = "EmptyNamed")]
    EmptyNamed {},
    #[api(status = 403, code = "Tuple", message = "{1}, {0}")]
    Tuple(#[api(detail = "first")] u8, u8),
    #[api(status = 404, code = "Named", message = "{b}, {a}")]
    Named {
        a: u8,
        #[api(detail)]
        b: u8,
    },
}

#[derive(Debug, ApiError)]
#[api(display, status = 405, code = "UnitStruct")]
struct UnitStruct;

#[derive(Debug, ApiError)]
#[api(display, status = 406, code = "TupleStruct", message = "{0}")]
struct TupleStruct(#[api(detail = "it")] u8);

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "NamedStruct", message = "{it}")]
struct NamedStruct {
    #[api(detail)]
    it: u8,
}

fn line(error: &dyn ApiError) -> String {
    format!("{} {}", error.status().as_u16(), Reply::new(error))
}

#[test]
fn of_an_enum() {
    let lines = [
        line(&Shape::Unit),
        line(&Shape::EmptyTuple()),
        line(&Shape::EmptyNamed {}),
        line(&Shape::Tuple(1, 2)),
        line(&Shape::Named { a: 1, b: 2 }),
    ];
    assert_eq!(
        lines,
        [
            r#"400 {"code":"Unit","message":"Bad Request"}"#,
            r#"401 {"code":"EmptyTuple","message":"Unauthorized"}"#,
            r#"402 {"code":"EmptyNamed","message":"Payment Required"}"#,
            r#"403 {"code":"Tuple","message":"2, 1","details":{"first":1}}"#,
            r#"404 {"code":"Named","message":"2, 1","details":{"b":2}}"#,
        ]
    );
}

#[test]
fn of_a_struct() {
    let lines = [line(&UnitStruct), line(&TupleStruct(7)), line(&NamedStruct { it: 8 })];
    assert_eq!(
        lines,
        [
            r#"405 {"code":"UnitStruct","message":"Method Not Allowed"}"#,
            r#"406 {"code":"TupleStruct","message":"7","details":{"it":7}}"#,
            r#"409 {"code":"NamedStruct","message":"8","details":{"it":8}}"#,
        ]
    );
}

#[test]
fn entries_name_type_and_variant() {
    let variants: Vec<_> =
        Shape::CATALOG.entries().map(|entry| (entry.type_name(), entry.variant())).collect();
    assert_eq!(variants[0], ("Shape", "Unit"));
    assert_eq!(variants[4], ("Shape", "Named"));
    assert_eq!(UnitStruct.entry().variant(), "UnitStruct");
    assert_eq!(UnitStruct.entry().type_path(), concat!(module_path!(), "::UnitStruct"));
    assert_eq!(UnitStruct::CATALOG.name(), "UnitStruct");
}
