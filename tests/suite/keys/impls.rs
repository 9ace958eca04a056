//! `impls` calls plug-ins: what they are given, where they are found, and several at once.

#![allow(non_camel_case_types, non_upper_case_globals, reason = "names that are keywords")]

use std::fmt::{Debug, Display};

use errbook::ApiError;
use errbook_tests_plugin::shared::Shared;
use errbook_tests_plugin::{Describe, Failure};

use self::facade::renamed;

mod facade {
    pub use errbook_tests_plugin as renamed;
}

/// What the macro was given.
trait Given {
    /// The tokens of each bracket, without spaces.
    fn given() -> Vec<String>;
}

mod given {
    macro_rules! api_impls {
        ($lifetime:tt [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] $arguments:tt $($rest:tt)*) => {
            impl<'__first, $($generics)*> crate::keys::impls::Given for (&'__first (), $ty)
            where
                $($predicates)*
            {
                fn given() -> Vec<String> {
                    let brackets = [
                        stringify!($lifetime),
                        stringify!([$($generics)*]),
                        stringify!([$ty]),
                        stringify!([$($predicates)*]),
                        stringify!($arguments),
                        stringify!($($rest)*),
                    ];
                    brackets.map(|bracket| bracket.replace([' ', '\n'], "")).into()
                }
            }
        };
    }
    pub(crate) use api_impls;
}

fn given<T>() -> Vec<String>
where
    for<'a> (&'a (), T): Given,
{
    <(&(), T)>::given()
}

#[derive(Clone, Debug, ApiError)]
#[api(display, serialize, rename_all = "snake_case", status = 400)]
#[api(impls(given(r#in = "a, b", [1]), errbook_tests_plugin, renamed::shared))]
enum r#match<'a, 'r#loop: 'a, r#type: Display + ?Sized = str, T = [u8; 2], const r#const: usize = 3>
where
    r#type: Debug + Send + Sync + 'a,
    T: Clone + Debug + Send + Sync,
    [T; r#const]: Sized,
    for<'b> &'b T: Debug,
{
    #[api(message = "{0}{1}")]
    r#fn(&'a r#type, &'r#loop str),
    Many([T; r#const]),
}

#[test]
fn are_given_every_part_of_a_type() {
    let expected = [
        "[borrowed]",
        "['a,'r#loop:'a,r#type:Display+?Sized,T,constr#const:usize]",
        "[r#match<'a,'r#loop,r#type,T,r#const>]",
        "[r#type:Debug+Send+Sync+'a,T:Clone+Debug+Send+Sync,[T;r#const]:Sized,for<'b>&'bT:Debug]",
        "[r#in=\"a,b\",[1]]",
        "",
    ];
    assert_eq!(given::<r#match<'static, 'static, String, u8, 1>>(), expected);
}

#[test]
fn implement_for_a_borrowed_type_with_parameters() {
    let text = "tea".to_owned();
    let error: r#match<String, u8, 1> = r#match::r#fn(&text, "");
    assert_eq!(error.share().describe(), "unknown: 400 tea");
    assert_eq!(r#match::<String, u8, 1>::Many([7]).describe(), "unknown: 400 Bad Request");
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", impls(self::given, ::errbook_tests_plugin(service = "shop")))]
struct Gone;

#[test]
fn are_given_empty_brackets_for_what_is_not_there() {
    assert_eq!(given::<Gone>(), ["[static]", "[]", "[Gone]", "[]", "[]", ""]);
}

#[test]
fn take_arguments() {
    assert_eq!(Gone.describe(), "shop: 410 Gone");
    assert_eq!(Failure::from(Gone).0.code(), "Gone");
}

#[derive(Debug, ApiError)]
#[cfg_attr(test, api(impls(renamed)))]
#[cfg_attr(not(test), api(impls(no_such_crate)))]
#[api(display, impls(crate::keys::impls::facade::renamed::shared,))]
#[derive(Clone)]
enum Set<E> {
    #[api(transparent)]
    One(E),
    #[api(status = 500, code = "Io")]
    Io,
}

#[test]
fn are_collected_from_every_attribute_that_is_compiled() {
    let error = Set::One(Inner).share();
    assert_eq!(error.describe(), "unknown: 409 Inner");
    assert_eq!(Failure::from(error).0.code(), "Inner");
    assert_eq!(Set::<Inner>::Io.describe(), "unknown: 500 Internal Server Error");
}

#[derive(Clone, Debug, ApiError)]
#[api(display, status = 409, code = "Inner", message = "Inner")]
struct Inner;

#[test]
fn work_inside_a_function_and_a_macro() {
    macro_rules! error {
        ($name:ident, $lifetime:lifetime, $ty:ty, $plugin:path, $code:literal) => {
            #[derive(Debug, thiserror::Error, ApiError)]
            #[error("{0}")]
            #[api(status = 410, code = $code, impls($plugin, $crate::keys::impls::given($code)))]
            struct $name<$lifetime, E>(&$lifetime $ty, E)
            where
                $ty: Display,
                E: Debug;
        };
    }
    error!(Local, 'l, str, errbook_tests_plugin, "Local");

    assert_eq!(Local("tea", 7).describe(), "unknown: 410 tea");
    let expected = ["[borrowed]", "['l,E]", "[Local<'l,E>]", "[str:Display,E:Debug]", "[\"Local\"]", ""];
    assert_eq!(given::<Local<'static, u8>>(), expected);
}
