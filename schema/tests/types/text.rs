//! The text of the module, where it is for people.

use errbook_contract::Lock;
use errbook_schema::Types;

/// An API with this error, and what the module has for it.
fn module(facts: &str) -> String {
    let lock = format!(
        "lock = 1\nbook = 'Orders API'\nrelease = '1.4.0'\n[body.flat]\ncontent-type = 'application/json'\ncode = '{{code}}'\n\
         details = '{{details}}?'\n[endpoint.'GET /orders/{{id}}']\nNO_ORDER = true\nGONE = true\n[endpoint.'GET /order/s/by/id']\n\
         [error.NO_ORDER]\nstatus = 404\ntitle = 'Not Found'\nretryable = false\nbody = 'flat'\n{facts}"
    );
    Types::of(&Lock::parse(lock).unwrap()).unwrap().typescript()
}

fn interface(facts: &str) -> String {
    let module = module(facts);
    let end = module.find("\n/** The known errors by").unwrap();
    let start = module.find("export interface ApiError").unwrap();
    module[start..end].split_once("\n\n").unwrap().1.to_owned()
}

#[test]
fn types_of_details() {
    let types = "detail.a = 'string'\ndetail.b = 'integer?'\ndetail.c = 'array<array<number>>'\ndetail.d = 'map<string, boolean>'\n\
                 detail.e = 'Cents'\ndetail.f-g = 'boolean = false'\ndetail.h = 'any'\ndetail.i = 'array'\ndetail.j = 'Cents?'\n";
    assert_eq!(
        interface(types),
        "\
export interface NoOrder extends ApiError {
  code: \"NO_ORDER\";
  details: {
    a: string;
    b?: number;
    c: number[][];
    d: { [name: string]: boolean };
    e: unknown;
    \"f-g\": false;
    h: unknown;
    i: unknown[];
    j?: unknown;
  };
}
"
    );
}

#[test]
fn documentation() {
    let facts = "detail.id = 'integer'\nabout.id = 'The number, or */ @end.'\nsince = 'next'\ndeprecated = 'use another'\n\
                 docs-url = 'https://example.com/#NO_ORDER'\ndescription = \"Nothing is there.\\n\\n@see nothing\"\n";
    assert_eq!(
        interface(facts),
        "\
/**
 * Nothing is there.
 *
 * \\@see nothing
 *
 * @deprecated use another
 * @since next
 * @see https://example.com/#NO_ORDER
 */
export interface NoOrder extends ApiError {
  code: \"NO_ORDER\";
  details: {
    /** The number, or *\\/ \\@end. */
    id: number;
  };
}
"
    );
}

#[test]
fn endpoints() {
    let module = module("");
    assert!(
        module.ends_with(
            "\
/** The errors of `GET /order/s/by/id`. */
export type GetOrderSByIdError = never;

/** The errors of `GET /orders/{id}`. */
export type GetOrdersByIdError = Errors[\"NO_ORDER\"];
"
        ),
        "{module}"
    );
}

#[test]
fn errors_of_every_endpoint() {
    let lock = "lock = 1\nbook = 'Orders API'\n[body.flat]\ncontent-type = 'application/json'\ncode = '{code}'\n\
         [everywhere]\nBAD = true\nGONE = true\n[endpoint.'GET /a']\nNO_ORDER = true\n[endpoint.'GET /b']\n\
         [endpoint.'GET /c']\n'*' = true\n\
         [error.BAD]\nstatus = 400\ntitle = 'Bad'\nretryable = false\nbody = 'flat'\n\
         [error.NO_ORDER]\nstatus = 404\ntitle = 'Not Found'\nretryable = false\nbody = 'flat'\n";
    let module = Types::of(&Lock::parse(lock).unwrap()).unwrap().typescript();
    let expected = "\
/** The errors of every endpoint. */
export type EverywhereError = Errors[\"BAD\"];

/** The errors of `GET /a`. */
export type GetAError = EverywhereError | Errors[\"NO_ORDER\"];

/** The errors of `GET /b`. */
export type GetBError = EverywhereError;

/** The errors of `GET /c`. */
export type GetCError = KnownError;
";
    assert!(module.ends_with(expected), "{module}");
}

#[test]
fn a_code_with_two_statuses() {
    let module = module(
        "also = [410]\n[error.B]\nstatus = 400\ntitle = 'Bad'\nretryable = false\nbody = 'flat'\nhidden = true\n",
    );
    assert!(module.contains("export interface NoOrder extends ApiError {\n  code: \"NO_ORDER\";\n}\n"));
    assert!(!module.contains("interface B "), "documentation omits it");
}

#[test]
fn codes_that_errors_share() {
    let lock = "lock = 1\nbook = 'Orders API'\n[body.flat]\ncontent-type = 'application/json'\ncode = '{code}'\ndetails = '{details}?'\n\
                [[error.GONE]]\nstatus = 404\ntitle = 'Gone'\nretryable = false\nbody = 'flat'\ndetail.id = 'integer'\n\
                [[error.GONE]]\nstatus = 404\ntitle = 'Gone'\nretryable = false\nbody = 'flat'\ndetail.name = 'string'\n";
    let module = Types::of(&Lock::parse(lock).unwrap()).unwrap().typescript();
    assert!(module.contains("  GONE: Gone | Gone2;\n"), "{module}");
}
